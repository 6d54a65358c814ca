/** What was recorded of earlier years, in words. */
import { type Bilingual, say } from '#domain/bilingual.ts';
import { dateInWords } from '#domain/explanation.ts';
import { predicateLabel } from '#domain/rules/index.ts';
import type { PayloadOf } from './vocabulary.ts';
import type { Sentences } from './words.ts';

const RULES: Readonly<Record<PayloadOf<'past-result-recorded'>['rule'], Bilingual>> = {
  'pp-30-2019': { id: 'menurut PP 30/2019', en: 'under PP 30/2019' },
  'permenpanrb-8-2021': { id: 'menurut PermenPANRB 8/2021', en: 'under PermenPANRB 8/2021' },
  'permenpanrb-6-2022': { id: 'menurut PermenPANRB 6/2022', en: 'under PermenPANRB 6/2022' },
  'predicate-only': { id: 'tanpa rincian', en: 'without details' },
};

/** The middle step was called Cukup under the two older rules. */
function past({
  startsOn,
  endsOn,
  rule,
  category,
}: PayloadOf<'past-result-recorded'> | PayloadOf<'past-result-withdrawn'>) {
  const isOlder = rule === 'pp-30-2019' || rule === 'permenpanrb-8-2021';
  return {
    from: dateInWords(startsOn),
    until: dateInWords(endsOn),
    rule: RULES[rule],
    category:
      isOlder && category === 'butuh-perbaikan' ? { id: 'Cukup', en: 'Fair' } : predicateLabel(category),
  };
}

export const history = {
  'past-results-imported': ({ file, added, replaced }) =>
    say(
      {
        id: 'Hasil tahun lalu dari berkas {file}: {added} dicatat, {replaced} diganti.',
        en: 'Earlier years from the file {file}: {added} recorded, {replaced} replaced.',
      },
      { file, added, replaced },
    ),
  'past-result-recorded': (payload) =>
    say(
      payload.isReplacement
        ? {
            id: 'Hasil {from} – {until} {rule} diganti menjadi {category} dari berkas {file}.',
            en: 'Result of {from} – {until} {rule} replaced by {category} from the file {file}.',
          }
        : {
            id: 'Hasil {from} – {until} {rule} dicatat: {category}, dari berkas {file}.',
            en: 'Result of {from} – {until} {rule} recorded: {category}, from the file {file}.',
          },
      { ...past(payload), file: payload.file },
    ),
  'past-result-withdrawn': (payload) =>
    say(
      {
        id: 'Hasil {from} – {until} {rule} ({category}) ditarik. Alasan: {reason}',
        en: 'Result of {from} – {until} {rule} ({category}) withdrawn. Reason: {reason}',
      },
      { ...past(payload), reason: payload.reason },
    ),
} satisfies Partial<Sentences>;
