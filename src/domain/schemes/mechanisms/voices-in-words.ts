/** What an explanation says of weighted voices: who counts with which weight, who was left out and why. */
import { type Bilingual, joinBoth, midSentence, say } from '../../bilingual.ts';
import { decimalInWords, type Explanation, MISSING, NOT_APPLICABLE } from '../../explanation.ts';
import { unitsText } from '../fixed.ts';
import { shareOf } from './in-words.ts';
import type { VoicesSettings, WeightedVoice } from './weighted-voices.ts';

/** How many forms a voice has given. */
export type Presence = { readonly voice: WeightedVoice; readonly forms: number };

export function isPresent({ voice, forms }: Presence): boolean {
  return forms >= voice.atLeast;
}

/** Why the component has no value, or undefined when the voices that are there suffice. */
export function lackingVoices(
  presences: readonly Presence[],
  { whenNobody }: VoicesSettings,
): { readonly value: typeof MISSING; readonly rule: Bilingual } | undefined {
  const lacking = presences.filter((presence) => presence.voice.required && !isPresent(presence));
  if (lacking.length > 0) {
    return {
      value: MISSING,
      rule: say(
        { id: 'Belum dapat dihitung: {reasons}.', en: 'Cannot be computed yet: {reasons}.' },
        { reasons: reasonsOf(lacking) },
      ),
    };
  }
  if (presences.some(isPresent)) return undefined;
  const doesNotApply = whenNobody === 'not-applicable';
  return {
    value: doesNotApply ? NOT_APPLICABLE : MISSING,
    rule: say(doesNotApply ? NOBODY_NOT_APPLICABLE : NOBODY_MISSING, { reasons: reasonsOf(presences) }),
  };
}

const NOBODY_MISSING: Bilingual = {
  id: 'Belum ada suara yang dapat dihitung: {reasons}.',
  en: 'No voice can be counted yet: {reasons}.',
};
const NOBODY_NOT_APPLICABLE: Bilingual = {
  id: 'Tidak ada suara yang dapat dihitung, sehingga komponen ini tidak berlaku: {reasons}.',
  en: 'No voice can be counted, so this component does not apply: {reasons}.',
};

function reasonsOf(presences: readonly Presence[]): Bilingual {
  return joinBoth(presences.map(reasonOf), '; ');
}

/** Why a voice does not count: `formulir rekan kerja baru 2, diperlukan paling sedikit 3`. */
function reasonOf({ voice, forms }: Presence): Bilingual {
  const reason = forms > 0 ? TOO_FEW_FORMS : voice.atLeast === 1 ? NO_FORM : NO_FORMS;
  return say(reason, { voice: midSentence(voice.label), forms, atLeast: voice.atLeast });
}

const NO_FORM: Bilingual = {
  id: 'formulir {voice} belum ada',
  en: 'no form from {voice} yet',
};
const NO_FORMS: Bilingual = {
  id: 'formulir {voice} belum ada, diperlukan paling sedikit {atLeast}',
  en: 'no form from {voice} yet, at least {atLeast} needed',
};
const TOO_FEW_FORMS: Bilingual = {
  id: 'formulir {voice} baru {forms}, diperlukan paling sedikit {atLeast}',
  en: 'forms from {voice}: only {forms}, at least {atLeast} needed',
};

/**
 * The weights as they were used: `Bobot: pejabat penilai 60 %, rekan kerja 40 %.`, and where a voice was
 * left out, who, why, and how the remaining weights were divided again.
 */
export function weightsInWords(presences: readonly Presence[]): Bilingual {
  const counted = presences.filter(isPresent);
  const left = presences.filter((presence) => !isPresent(presence));
  const total = totalPercent(counted);
  if (left.length === 0) {
    if (counted.length === 1)
      return say(
        { id: 'Hanya {voice} yang menilai (100 %).', en: 'Only {voice} gives a judgement (100 %).' },
        { voice: midSentence(counted[0]?.voice.label ?? NO_VOICE) },
      );
    return say(
      { id: 'Bobot: {list}.', en: 'Weights: {list}.' },
      {
        list: joinBoth(
          counted.map((presence) => weightOf(presence, total)),
          ', ',
        ),
      },
    );
  }
  return say(
    {
      id: 'Tidak dihitung: {reasons}. Bobotnya tidak dianggap nol, melainkan dibagi kembali kepada suara yang ada menurut perbandingan bobotnya: {list}.',
      en: 'Not counted: {reasons}. That weight is not taken as zero; it is shared among the voices that are there, in proportion to their weights: {list}.',
    },
    {
      reasons: reasonsOf(left),
      list: joinBoth(
        counted.map((presence) => reweighted(presence, total)),
        ', ',
      ),
    },
  );
}

const NO_VOICE: Bilingual = { id: '-', en: '-' };

function weightOf({ voice }: Presence, total: number): Bilingual {
  return say(
    { id: '{voice} {share} %', en: '{voice} {share} %' },
    { voice: midSentence(voice.label), share: decimalInWords(shareOf(voice.percent, total)) },
  );
}

function reweighted(presence: Presence, total: number): Bilingual {
  return say(
    { id: '{weight} (semula {percent} %)', en: '{weight} (before: {percent} %)' },
    { weight: weightOf(presence, total), percent: decimalInWords(unitsText(presence.voice.percent)) },
  );
}

/** The percents of the voices that count, together. */
export function totalPercent(counted: readonly Presence[]): number {
  return counted.reduce((sum, { voice }) => sum + voice.percent, 0);
}

/** The step of a voice that was left out. Its forms are not shown: too few are easily recognised. */
export function leftOut(component: string, presence: Presence, basis: Explanation['basis']): Explanation {
  return {
    code: `${component}-${presence.voice.code}`,
    label: presence.voice.label,
    value: presence.voice.required ? MISSING : NOT_APPLICABLE,
    rule: say(
      { id: 'Tidak dihitung: {reason}.', en: 'Not counted: {reason}.' },
      { reason: reasonOf(presence) },
    ),
    basis,
    inputs: [],
    children: [],
    weight: '0',
  };
}
