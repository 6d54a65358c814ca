/**
 * Invented observations of appraisers. Notes that a result cites follow from its ratings; beside them a few are kept
 * through the running period. Nothing is drawn from the generator of the city, so the city stays the one it was.
 */
import type { Insertable } from 'kysely';
import type { Scheme } from '#domain/schemes/index.ts';
import type { Citable } from '#features/evaluation/index.ts';
import { addDays, daysBetween } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { insertAll } from '../insert.ts';
import { moment } from '../year.ts';

export interface DiaryRows {
  readonly observations: Insertable<DB['observations']>[];
  readonly versions: Insertable<DB['observation_versions']>[];
}

export const emptyDiary = (): DiaryRows => ({ observations: [], versions: [] });

const GOOD = [
  'Menggantikan rekan di loket tanpa diminta; antrean selesai sebelum pukul 12.',
  'Menjelaskan persyaratan kepada warga lansia dengan sabar sampai berkasnya lengkap.',
  'Menyampaikan laporan dua hari sebelum tenggat dan membantu unit lain menyusun datanya.',
  'Mengusulkan formulir yang lebih pendek dalam rapat; dipakai sejak pekan itu.',
  'Mendampingi rekan baru selama tiga hari sampai dapat bekerja sendiri.',
] as const;
const WEAK = [
  'Berkas warga tertunda tiga hari karena tidak diteruskan; warga datang dua kali.',
  'Tidak hadir pada rapat koordinasi tanpa kabar; bahan rapat disusun rekan.',
  'Data bulanan dikirim tanpa diperiksa, sehingga dua angka harus diperbaiki.',
] as const;

export interface Keeper {
  readonly agencyId: string;
  readonly participantId: string;
  readonly authorId: string;
}

export interface NoteAbout {
  readonly target: 'whole' | 'result' | 'value' | 'item';
  readonly lineId: string;
  readonly onDate: string;
  readonly isGood: boolean;
  /** Which of the sentences, by any number. */
  readonly pick: number;
  readonly citedAt: Date | null;
  readonly sharedAt?: Date | null;
}

/** Writes one note and gives it as a rating may cite it. */
export function addNote(rows: DiaryRows, keeper: Keeper, about: NoteAbout): Citable {
  const sentences = about.isGood ? GOOD : WEAK;
  const seen = sentences[about.pick % sentences.length] ?? GOOD[0];
  const id = newId();
  const at = moment(about.onDate, 7);
  const wording = {
    on_date: about.onDate,
    target: about.target,
    line_id: about.lineId,
    seen,
    effect: '',
    link: null,
    file_id: null,
  };
  rows.observations.push({
    agency_id: keeper.agencyId,
    id,
    participant_id: keeper.participantId,
    author_id: keeper.authorId,
    author_role: 'appraiser',
    ...wording,
    revision: 1,
    created_at: at,
    updated_at: at,
    shared_at: about.sharedAt ?? null,
    cited_at: about.citedAt,
    removed_at: null,
  });
  rows.versions.push({
    agency_id: keeper.agencyId,
    observation_id: id,
    revision: 1,
    ...wording,
    saved_at: at,
  });
  return {
    kind: 'diary',
    id,
    on: about.onDate,
    words: seen,
    who: null,
    href: null,
    path: null,
    lineId: about.lineId,
  };
}

/** A day of the span, never a later one than `until`; the same for the same number. */
export function dayWithin(
  span: { readonly startsOn: string; readonly until: string },
  number: number,
): string {
  const days = Math.max(0, daysBetween(span.startsOn, span.until));
  return addDays(span.startsOn, days === 0 ? 0 : (number * 37 + 11) % days);
}

/** Any whole number that belongs to how well the year goes for somebody. */
export const numberOf = (form: number): number => Math.floor(form * 9973);

/** Notes of a period that still runs: some shared as feedback, most kept for the rating to come. */
export function addRunningNotes(
  rows: DiaryRows,
  keeper: Keeper,
  about: {
    readonly lines: readonly Pick<NoteAbout, 'target' | 'lineId'>[];
    readonly span: { readonly startsOn: string; readonly until: string };
    readonly form: number;
  },
): void {
  const number = numberOf(about.form);
  // Not everybody keeps a diary of everybody: the monthly reminder has its reason.
  if (about.lines.length === 0 || about.span.until <= about.span.startsOn || number % 5 < 2) return;
  for (let index = 0; index < 1 + (number % 3); index += 1) {
    const line = about.lines[(number + index * 3) % about.lines.length];
    if (!line) continue;
    const onDate = dayWithin(about.span, number + index * 5);
    addNote(rows, keeper, {
      ...line,
      onDate,
      isGood: about.form > 0.4 || index % 2 === 0,
      pick: number + index,
      citedAt: null,
      sharedAt: (number + index) % 4 === 0 ? moment(onDate, 8) : null,
    });
  }
}

/** What the appraiser rates under a scheme of the agency, as the diary names it. */
export function ratedLinesOf(scheme: Scheme): readonly Pick<NoteAbout, 'target' | 'lineId'>[] {
  return Object.entries(scheme.components).flatMap(([code, settings]) => {
    if (settings.mechanism !== 'rated-items' || !settings.voices.appraiser) return [];
    const items = settings.items === 'behaviours' ? (scheme.behaviours?.values ?? []) : settings.items;
    return items.map((item) => ({ target: 'item' as const, lineId: `${code}.${item.code}` }));
  });
}

export async function insertDiary(tx: Tx, rows: DiaryRows): Promise<void> {
  await insertAll(tx, 'observations', rows.observations);
  await insertAll(tx, 'observation_versions', rows.versions);
}
