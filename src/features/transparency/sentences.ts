/** The record in words. Who acted and whom it concerns stand beside the sentence, so it says only what happened. */
import { type Bilingual, inBoth, sameInBoth, say } from '#domain/bilingual.ts';
import { accounts, people, periods } from './sentences-agency.ts';
import { evaluation, monitoring, papers, planning } from './sentences-appraisal.ts';
import { asking } from './sentences-asking.ts';
import { attributes } from './sentences-attributes.ts';
import { calibration } from './sentences-calibration.ts';
import { competencies } from './sentences-competencies.ts';
import { conflicts, secondLooks } from './sentences-conflicts.ts';
import { diary } from './sentences-diary.ts';
import { fairness } from './sentences-fairness.ts';
import { history } from './sentences-history.ts';
import { innovations } from './sentences-innovations.ts';
import { laboratory } from './sentences-laboratory.ts';
import { records } from './sentences-records.ts';
import { measurements, schemes } from './sentences-schemes.ts';
import { surveys } from './sentences-surveys.ts';
import { training } from './sentences-training.ts';
import { voices } from './sentences-voices.ts';
import type { EventType } from './vocabulary.ts';
import { plain, type Sentences } from './words.ts';

const own = {
  'record.exported': ({ rows }) =>
    say({ id: 'Catatan diunduh: {rows} baris.', en: 'Record downloaded: {rows} rows.' }, { rows }),
  'record.own-data-exported': plain('Data tentang diri sendiri diunduh.', 'Own data downloaded.'),
} satisfies Partial<Sentences>;

const SENTENCES: Sentences = {
  ...accounts,
  ...people,
  ...schemes,
  ...periods,
  ...planning,
  ...monitoring,
  ...diary,
  ...measurements,
  ...innovations,
  ...surveys,
  ...records,
  ...asking,
  ...voices,
  ...conflicts,
  ...evaluation,
  ...secondLooks,
  ...attributes,
  ...fairness,
  ...calibration,
  ...history,
  ...competencies,
  ...laboratory,
  ...training,
  ...papers,
  ...own,
};

export const EVENT_TYPES = Object.keys(SENTENCES).sort() as readonly EventType[];

/** Kinds of events by what they are about, in the order of the year. */
export const EVENT_AREAS: readonly { readonly label: Bilingual; readonly types: readonly string[] }[] = [
  { label: { id: 'Akun', en: 'Accounts' }, types: Object.keys(accounts) },
  { label: { id: 'Pegawai', en: 'People' }, types: Object.keys(people) },
  { label: { id: 'Skema', en: 'Schemes' }, types: Object.keys({ ...schemes, ...laboratory }) },
  { label: { id: 'Periode', en: 'Periods' }, types: Object.keys(periods) },
  { label: { id: 'SKP', en: 'Plans' }, types: Object.keys(planning) },
  { label: { id: 'Kemajuan', en: 'Progress' }, types: [...Object.keys(monitoring), ...Object.keys(diary)] },
  { label: { id: 'Data terukur', en: 'Measurements' }, types: Object.keys({ ...measurements, ...records }) },
  { label: { id: 'Suara lain', en: 'Other voices' }, types: Object.keys({ ...asking, ...voices }) },
  { label: { id: 'Survei masyarakat', en: 'Public surveys' }, types: Object.keys(surveys) },
  { label: { id: 'Inovasi', en: 'Innovations' }, types: Object.keys(innovations) },
  { label: { id: 'Penilaian', en: 'Evaluation' }, types: Object.keys(evaluation) },
  { label: { id: 'Benturan kepentingan', en: 'Conflicts of interest' }, types: Object.keys(conflicts) },
  { label: { id: 'Penilaian kedua', en: 'Second looks' }, types: Object.keys(secondLooks) },
  { label: { id: 'Keadilan penilaian', en: 'Fairness' }, types: Object.keys({ ...fairness, ...attributes }) },
  { label: { id: 'Kalibrasi', en: 'Calibration' }, types: Object.keys(calibration) },
  { label: { id: 'Hasil tahun lalu', en: 'Earlier years' }, types: Object.keys(history) },
  { label: { id: 'Kompetensi', en: 'Competencies' }, types: Object.keys(competencies) },
  { label: { id: 'Pelatihan', en: 'Training' }, types: Object.keys(training) },
  { label: { id: 'Dokumen', en: 'Papers' }, types: Object.keys(papers) },
  { label: { id: 'Catatan', en: 'The record' }, types: Object.keys(own) },
];

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(SENTENCES, type);
}

/**
 * The sentence for a row of the record. The payload was checked when it was written; a row of an older version whose
 * payload lacks something is shown by its type instead of failing the page.
 */
export function eventSentence(type: string, payload: unknown): Bilingual {
  if (!isEventType(type)) return sameInBoth(type);
  const sentence = SENTENCES[type] as (payload: unknown) => Bilingual;
  try {
    const said = sentence(payload);
    return inBoth((language) => said[language].trim());
  } catch {
    return sameInBoth(type);
  }
}
