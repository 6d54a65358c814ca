/** Texts that are data of the domain: every label, rule and problem is said in Indonesian and in English. */

/** The languages of Tera; Indonesian is the first. */
export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in both languages. */
export type Bilingual = { readonly id: string; readonly en: string };

/** Builds a bilingual text by asking for each language in turn. */
export function inBoth(text: (language: Language) => string): Bilingual {
  return { id: text('id'), en: text('en') };
}

/** A text that reads the same in both languages: a name, a number of a regulation. */
export function sameInBoth(text: string): Bilingual {
  return { id: text, en: text };
}

/**
 * Fills the places in braces of a template in both languages:
 * `say({ id: 'Batas {days} hari', en: 'Limit {days} days' }, { days: 14 })`.
 * Throws when a place has no value: that is a mistake of ours, never of a user.
 */
export function say(
  template: Bilingual,
  values: Readonly<Record<string, Bilingual | string | number>>,
): Bilingual {
  return inBoth((language) =>
    template[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`no value for {${name}} in "${template[language]}"`);
      return typeof value === 'object' ? value[language] : String(value);
    }),
  );
}

/** Joins sentences or items of a list in both languages. */
export function joinBoth(texts: readonly Bilingual[], separator = ' '): Bilingual {
  return inBoth((language) => texts.map((text) => text[language]).join(separator));
}

/** A list as it is read in a sentence: `a, b, atau c`. */
export function listBoth(texts: readonly Bilingual[], word: Bilingual): Bilingual {
  return inBoth((language) => {
    const items = texts.map((text) => text[language]);
    if (items.length <= 1) return items.join('');
    return `${items.slice(0, -1).join(', ')}${items.length > 2 ? ',' : ''} ${word[language]} ${items.at(-1)}`;
  });
}

export const OR: Bilingual = { id: 'atau', en: 'or' };
export const AND: Bilingual = { id: 'dan', en: 'and' };

/** Begins with a small letter, for a label used inside a sentence. */
export function midSentence(text: Bilingual): Bilingual {
  return inBoth((language) => text[language].charAt(0).toLowerCase() + text[language].slice(1));
}

/** Begins with a capital, for a label at the start of a sentence. */
export function startOfSentence(text: Bilingual): Bilingual {
  return inBoth((language) => text[language].charAt(0).toUpperCase() + text[language].slice(1));
}
