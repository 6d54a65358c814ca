/** A scheme in three sentences: what counts, how it becomes a category, who is heard and what makes it official. */
import { AND, listBoth, midSentence } from '#domain/bilingual.ts';
import { type Scheme, voiceLabel } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { allVoices, describeComponents } from './describe.ts';
import { text } from './text-page.ts';

export function summaryOf(scheme: Scheme): readonly [string, string, string] {
  return [whatCounts(scheme), howItIsMade(scheme), whoIsHeard(scheme)];
}

function whatCounts(scheme: Scheme): string {
  const described = describeComponents(scheme);
  const counted = described.filter(({ roles }) =>
    roles.some(({ kind }) => kind === 'weight' || kind === 'row' || kind === 'column' || kind === 'lowest'),
  );
  const names = counted.map(({ settings, roles }) => {
    const weights = roles
      .filter((role) => role.kind === 'weight')
      .map(({ percent }) => formatDecimal(percent));
    const label = inLocale(midSentence(settings.label));
    return weights.length > 0 ? text.withPercent({ label, percent: weights.join('/') }) : label;
  });
  const list = listed(names);
  const bonuses = described.flatMap(({ settings, roles }) =>
    roles
      .filter((role) => role.kind === 'bonus')
      .map(({ atMost }) =>
        text.bonusAdds({ label: inLocale(midSentence(settings.label)), points: formatDecimal(atMost) }),
      ),
  );
  return bonuses.length > 0
    ? text.whatCountsBonus({ count: counted.length, list, bonus: listed(bonuses) })
    : text.whatCounts({ count: counted.length, list });
}

/** `a, b, dan c` of words that are already in the language of the page. */
export function listed(names: readonly string[]): string {
  return inLocale(
    listBoth(
      names.map((name) => ({ id: name, en: name })),
      AND,
    ),
  );
}

function howItIsMade(scheme: Scheme): string {
  const { categories, combination } = scheme;
  const shared = {
    count: categories.length,
    best: inLocale(categories[0]?.label ?? { id: '', en: '' }),
    worst: inLocale(categories.at(-1)?.label ?? { id: '', en: '' }),
  };
  switch (combination.mechanism) {
    case 'matrix': {
      const isLevels = typeof combination.rows === 'string' && typeof combination.columns === 'string';
      return isLevels ? text.howMatrix(shared) : text.howMatrixBands(shared);
    }
    case 'lowest-of':
      return text.howLowest(shared);
    case 'weighted-mean': {
      const [first] = combination.bands;
      const beforeLast = combination.bands.at(-2);
      const bounds = {
        bestFrom: formatDecimal(first?.from ?? '0'),
        worstTo: formatDecimal(beforeLast?.from ?? '0'),
      };
      const gates = scheme.gates?.length ?? 0;
      return gates > 0
        ? text.howMeanGated({ ...shared, ...bounds, gates })
        : text.howMean({ ...shared, ...bounds });
    }
  }
}

function whoIsHeard(scheme: Scheme): string {
  const voices = listed(allVoices(scheme).map((voice) => inLocale(midSentence(voiceLabel(voice)))));
  return scheme.authority === 'national' ? text.whoNational({ voices }) : text.whoLocal({ voices });
}
