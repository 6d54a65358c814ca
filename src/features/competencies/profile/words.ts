/** A profile in words. */
import { competencyBandLabel } from '#domain/rules/index.ts';
import { formatDate, formatDecimal, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { HUNDREDTHS, hundredthsInWords } from '../levels.ts';
import { standardName } from '../standards/words.ts';
import type { Profile, ProfileRow, Source, StandardUsed } from './model.ts';
import { text } from './text.ts';

/** `kurang 0,6`, `sesuai`, `lebih 1`. */
export function gapInWords(gap: number): string {
  if (gap === 0) return text.meets();
  const size = hundredthsInWords(Math.abs(gap));
  return gap < 0 ? text.below({ gap: size }) : text.above({ gap: size });
}

export function sourceInWords(source: Source): string {
  const date = formatDate(source.on, 'short');
  if (source.kind === 'outcome') return `${source.name}, ${date} (${text.centre()})`;
  return source.isRatified ? source.name : `${source.name} (${text.notRatified()})`;
}

/** `88,89 % · Memenuhi Syarat`. */
export function matchInWords(match: NonNullable<Profile['match']>): string {
  return `${formatDecimal(match.matchPercent)} % · ${inLocale(competencyBandLabel(match.band))}`;
}

/** The title of the plot says what is seen. */
export function findingOf(rows: readonly ProfileRow[]): string {
  const compared = rows.filter(({ gap }) => gap !== null);
  const met = compared.filter(({ gap }) => (gap ?? 0) >= 0).length;
  if (compared.length === 0) return text.plotNone();
  return met === compared.length
    ? text.plotAll({ count: compared.length })
    : text.plotSome({ met, count: compared.length });
}

export function standardInWords(standard: StandardUsed): readonly string[] {
  switch (standard.kind) {
    case 'none':
      return [];
    case 'scheme':
      return [text.standardScheme({ scheme: inLocale(standard.name), period: standard.period })];
    case 'standards':
      return standard.standards.map((each) =>
        text.standardSince({
          name: standardName(each),
          date: formatDate(each.validFrom, 'short'),
          basis: each.basis,
        }),
      );
  }
}

export function levelOf(hundredths: number | null): string {
  return hundredths === null ? text.notAssessed() : hundredthsInWords(hundredths);
}

export function requiredOf(level: number | null): string {
  return level === null ? text.notAsked() : formatNumber(level);
}

/** The level that comes next on the way to the standard. */
export function nextLevel({ achieved, required }: ProfileRow): number | undefined {
  if (achieved === null || required === null) return undefined;
  return Math.min(required, Math.floor(achieved / HUNDREDTHS) + 1);
}
