/** Sentences of the explanation of `planned-results`. */
import { type Bilingual, midSentence, say } from '../../bilingual.ts';
import { decimalInWords } from '../../explanation.ts';
import { scaledText, UNITS } from '../fixed.ts';
import type { Conversion } from './conversion.ts';
import { meanInWords, points } from './in-words.ts';
import type { ScoredLevel } from './mechanism.ts';

/** An achievement on the grid as people read it, without the sign. */
export function percentInWords(percent: number, { decimals }: Conversion): Bilingual {
  return decimalInWords(scaledText(percent, decimals));
}

/** `Dinilai baik: 75.` */
export function levelRule({ label, units }: ScoredLevel): Bilingual {
  return say(
    { id: 'Dinilai {level}: {units}.', en: 'Rated {level}: {units}.' },
    { level: midSentence(label), units: points(units) },
  );
}

/** `Rata-rata capaian 2 indikator: (98 + 102) ÷ 2 = 100 %.` */
export function meanOfIndicators(
  percents: readonly number[],
  mean: number,
  conversion: Conversion,
): Bilingual {
  const unitsPerStep = UNITS / 10 ** conversion.decimals;
  const terms = percents.map((percent) => ({ units: percent * unitsPerStep, weight: 1, text: '1' }));
  return say(
    {
      id: 'Rata-rata capaian {count} indikator dalam persen: {mean}.',
      en: 'The mean achievement of {count} indicators in percent: {mean}.',
    },
    { count: percents.length, mean: meanInWords(terms, String(terms.length), mean * unitsPerStep) },
  );
}

/** Which part of the table gave the score, and how. */
export function convertedRule(percent: number, units: number, conversion: Conversion): Bilingual {
  const { from, to, score, reaching = score } = conversion.segmentOf(percent);
  const values = {
    percent: percentInWords(percent, conversion),
    units: points(units),
    from: decimalInWords(from),
    to: decimalInWords(to ?? from),
    score: decimalInWords(score),
    reaching: decimalInWords(reaching),
  };
  if (to === undefined) return say(OPEN, values);
  if (to === from) return say(SINGLE, values);
  return say(score === reaching ? FLAT : RISING, values);
}

const OPEN: Bilingual = {
  id: 'Capaian {percent} % bernilai {units}: mulai {from} % nilainya {score}.',
  en: 'An achievement of {percent} % counts {units}: from {from} % on the score is {score}.',
};
const SINGLE: Bilingual = {
  id: 'Capaian {percent} % bernilai {units}: begitulah nilai capaian {from} % dalam tabel konversi.',
  en: 'An achievement of {percent} % counts {units}: the score that the table gives for {from} %.',
};
const FLAT: Bilingual = {
  id: 'Capaian {percent} % bernilai {units}: dari {from} % sampai {to} % nilainya {score}.',
  en: 'An achievement of {percent} % counts {units}: from {from} % to {to} % the score is {score}.',
};
const RISING: Bilingual = {
  id: 'Capaian {percent} % bernilai {units}: dari {from} % sampai {to} % nilai naik dari {score} sampai {reaching}.',
  en: 'An achievement of {percent} % counts {units}: from {from} % to {to} % the score rises from {score} to {reaching}.',
};
