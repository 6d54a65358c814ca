/** Sentences of the explanation of `competencies`. */
import { type Bilingual, joinBoth, midSentence, say } from '../../bilingual.ts';
import { decimalInWords } from '../../explanation.ts';
import { competencyBandLabel, competencyMatch } from '../../rules/competency-match.ts';
import { scaledText, unitsText } from '../fixed.ts';
import { HUNDREDTHS } from './competencies-count.ts';
import { namesInWords } from './in-words.ts';
import type { Presence } from './voices-in-words.ts';
import type { WeightedVoice } from './weighted-voices.ts';

/** What is asked, what was achieved, and the gap; `achieved` in hundredths of a level. */
export function gapRule(required: number, achieved: number): Bilingual {
  const gap = achieved - required * HUNDREDTHS;
  const values = {
    required,
    achieved: decimalInWords(scaledText(achieved, 2)),
    gap: decimalInWords(scaledText(Math.abs(gap), 2)),
  };
  if (gap < 0)
    return say(
      {
        id: 'Standar level {required}, capaian {achieved}: kesenjangan {gap}.',
        en: 'Required level {required}, achieved {achieved}: a gap of {gap}.',
      },
      values,
    );
  if (gap === 0)
    return say(
      { id: 'Standar level {required}, tercapai tepat.', en: 'Required level {required}, met exactly.' },
      values,
    );
  return say(
    {
      id: 'Standar level {required}, capaian {achieved}: {gap} di atas standar; dihitung setinggi standar.',
      en: 'Required level {required}, achieved {achieved}: {gap} above it; counted up to the standard.',
    },
    values,
  );
}

/** Who rated a competency, on how many forms, and how the mean was counted. */
export function howAchieved(
  rated: readonly { readonly voice: WeightedVoice; readonly given: readonly unknown[] }[],
  mean: Bilingual,
): Bilingual {
  const voices = rated.map(({ voice, given }) =>
    given.length === 1
      ? midSentence(voice.label)
      : say(
          { id: '{voice} (rata-rata {count} formulir)', en: '{voice} (mean of {count} forms)' },
          { voice: midSentence(voice.label), count: given.length },
        ),
  );
  return say(
    { id: 'Capaian menurut {voices}: {mean}.', en: 'Achieved level by {voices}: {mean}.' },
    { voices: namesInWords(voices), mean },
  );
}

/** Who counts and yet did not rate a competency. */
export function notSeen(without: readonly Presence[]): readonly Bilingual[] {
  if (without.length === 0) return [];
  return [
    say(
      {
        id: 'Tidak diamati {voices}; bobotnya dibagi kembali untuk kompetensi ini.',
        en: 'Not observed by {voices}; that weight is shared among the others for this competency.',
      },
      { voices: namesInWords(without.map(({ voice }) => midSentence(voice.label))) },
    ),
  ];
}

/** A competency that is asked for, as far as words need it; `achieved` in hundredths. */
export type CountedGap = {
  readonly label: Bilingual;
  readonly required: number;
  readonly achieved: number | undefined;
};

/** The sum, the score, the band of the match, and what is below the standard. */
export function resultRule(
  gaps: readonly CountedGap[],
  met: number,
  required: number,
  score: number,
): Bilingual {
  const { band } = competencyMatch({
    required: gaps.map((gap) => gap.required * HUNDREDTHS),
    achieved: gaps.map((gap) => gap.achieved ?? 0),
  });
  const below = gaps.filter((gap) => (gap.achieved ?? 0) < gap.required * HUNDREDTHS);
  const values = {
    met: decimalInWords(scaledText(met, 2)),
    required: required / HUNDREDTHS,
    score: decimalInWords(unitsText(score)),
    band: competencyBandLabel(band),
  };
  const result = say(
    {
      id: 'Level yang dihitung {met} dari {required} level standar, dikali 100 = {score}: {band}.',
      en: 'Levels counted {met} of {required} required, times 100 = {score}: {band}.',
    },
    values,
  );
  return joinBoth([
    result,
    below.length === 0
      ? { id: 'Semua standar tercapai.', en: 'Every standard is met.' }
      : say(
          { id: 'Di bawah standar: {list}.', en: 'Below the standard: {list}.' },
          { list: namesInWords(below.map(({ label }) => label)) },
        ),
  ]);
}
