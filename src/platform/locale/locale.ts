/**
 * The language of the page being made. It is the one piece of ambient state in Tera: it changes how
 * things are said and never what is done, and passing it through every component would hide the rest.
 * Decision: docs/decisions/0002-messages-in-typescript.md
 */
import { AsyncLocalStorage } from 'node:async_hooks';

export const LOCALES = ['id', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const storage = new AsyncLocalStorage<Locale>();

/** The locale of the running request or document; Indonesian where none was chosen. */
export function currentLocale(): Locale {
  return storage.getStore() ?? 'id';
}

export function withLocale<Result>(locale: Locale, work: () => Result): Result {
  return storage.run(locale, work);
}

export function isLocale(value: unknown): value is Locale {
  return value === 'id' || value === 'en';
}

/** A text in both languages, for labels that are data (schemes, rules). */
export type Bilingual = { readonly id: string; readonly en: string };

export function inLocale(text: Bilingual): string {
  return text[currentLocale()];
}
