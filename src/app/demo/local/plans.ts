/** Plans of a half-year and what became of them, as rows and as lines that a scheme reads. */
import type { Insertable } from 'kysely';
import type { Scheme } from '#domain/schemes/index.ts';
import type { PlanContent, PlanIndicator } from '#features/planning/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import type { Random } from '../random.ts';
import { moment } from '../year.ts';
import type { Semester } from './semesters.ts';

export interface PlanRows {
  readonly plans: Insertable<DB['plans']>[];
  readonly versions: Insertable<DB['plan_versions']>[];
  readonly progress: Insertable<DB['progress_entries']>[];
  readonly checkIns: Insertable<DB['check_ins']>[];
  readonly acts: Insertable<DB['acts']>[];
}

export interface Planned {
  readonly participantId: string;
  readonly personId: string;
  readonly appraiserId: string;
  readonly form: number;
  readonly content: PlanContent;
}

const SOURCES: Readonly<Record<NonNullable<PlanIndicator['aspect']>, string>> = {
  kuantitas: 'Laporan kinerja bulanan unit',
  kualitas: 'Lembar pemeriksaan mutu dan survei unit',
  waktu: 'Buku register layanan',
  biaya: 'Laporan realisasi anggaran',
};

/** Under a scheme that wants measurable indicators each says where it stood before and where its figures come from. */
export function measurable(content: PlanContent, scheme: Scheme, { startsOn }: Semester): PlanContent {
  if (!scheme.measurability) return content;
  const year = Number(startsOn.slice(0, 4)) - 1;
  const before = ({ target }: PlanIndicator): string => {
    const value = Number(target.value ?? 0);
    if (value <= 1) return 'belum pernah diukur';
    const stood = Math.round(value * (target.direction === 'lower' ? 1.15 : 0.92));
    return `${stood.toLocaleString('id-ID')} ${target.unit} (${year})`;
  };
  return {
    ...content,
    results: content.results.map((result) => ({
      ...result,
      indicators: result.indicators.map((indicator) => ({
        ...indicator,
        baseline: before(indicator),
        source: indicator.aspect ? SOURCES[indicator.aspect] : 'Laporan kinerja instansi',
      })),
    })),
  };
}

/** An agreed plan: proposed by the employee, agreed by the appraiser. */
export function addAgreedPlan(
  rows: PlanRows,
  agencyId: string,
  semester: Semester,
  { participantId, personId, appraiserId, content }: Planned,
): void {
  const id = newId();
  const on = (day: number) => moment(addDays(semester.startsOn, day), 4);
  rows.plans.push({
    agency_id: agencyId,
    id,
    participant_id: participantId,
    state: 'agreed',
    content: JSON.stringify(content),
    revision: 5,
    version: 1,
    updated_at: on(18),
  });
  rows.versions.push({
    agency_id: agencyId,
    id: newId(),
    plan_id: id,
    version: 1,
    content: JSON.stringify(content),
    agreed_by: appraiserId,
    agreed_at: on(18),
  });
  const act = (name: string, from: string, to: string, actorId: string, at: Date) =>
    rows.acts.push({
      agency_id: agencyId,
      id: newId(),
      process: 'plan',
      subject_id: id,
      participant_id: participantId,
      act: name,
      from_state: from,
      to_state: to,
      actor_id: actorId,
      reason: null,
      at,
    });
  act('propose', 'draft', 'proposed', personId, on(14));
  act('agree', 'proposed', 'agreed', appraiserId, on(18));
}

/** What was recorded by that day: one entry for each quarter that has ended; by indicator. */
export function addProgress(
  rows: PlanRows,
  about: {
    readonly random: Random;
    readonly agencyId: string;
    readonly semester: Semester;
    readonly today: string;
  },
  { participantId, personId, form, content }: Planned,
): ReadonlyMap<string, readonly string[]> {
  const { random, semester, today } = about;
  const realised = new Map<string, string[]>();
  for (const [at, [, , endsOn]] of semester.quarters.entries()) {
    if (endsOn > today) break;
    const on = addDays(endsOn, -random.between(1, 9));
    for (const result of content.results) {
      for (const indicator of result.indicators) {
        const value = reachedOf(random, indicator, form, at);
        realised.set(indicator.id, [...(realised.get(indicator.id) ?? []), value]);
        rows.progress.push({
          agency_id: about.agencyId,
          id: newId(),
          participant_id: participantId,
          result_id: result.id,
          indicator_id: indicator.id,
          on_date: on,
          value,
          narrative: random.chance(0.3) ? 'Sesuai rekapitulasi unit kerja.' : null,
          created_by: personId,
          created_at: moment(on, 7),
        });
      }
    }
  }
  return realised;
}

function reachedOf(random: Random, { target }: PlanIndicator, form: number, quarter: number): string {
  const share = target.accumulation === 'sum' ? 0.5 : 1 - (1 - quarter) * 0.05;
  const luck = 0.84 + form * 0.26 + (random.next() - 0.5) * 0.1;
  const raw = Number(target.value ?? '0') * share * (target.direction === 'lower' ? 2 - luck : luck);
  if (target.unit === '%' || target.unit === 'poin') return Math.min(100, raw).toFixed(1);
  return raw >= 20 ? String(Math.round(raw)) : raw.toFixed(1);
}

/** The lines as a scheme reads them; every indicator of an invented plan has a number. */
export function linesOf(content: PlanContent, realised: ReadonlyMap<string, readonly string[]>) {
  return content.results.map((result) => ({
    kind: result.kind,
    indicators: result.indicators.map(({ id, target }) => ({
      direction: target.direction,
      target: target.value ?? '1',
      summary: target.accumulation,
      realisations: [...(realised.get(id) ?? [])],
    })),
  }));
}

/** A dialogue for each quarter that has ended, agreed by the employee. */
export function addCheckIns(
  rows: PlanRows,
  about: {
    readonly random: Random;
    readonly agencyId: string;
    readonly checkpoints: readonly { readonly id: string; readonly endsOn: string }[];
    readonly today: string;
  },
  { participantId, personId, appraiserId, form }: Planned,
): void {
  for (const { id, endsOn } of about.checkpoints) {
    const heldOn = addDays(endsOn, about.random.between(2, 8));
    if (heldOn > about.today) continue;
    rows.checkIns.push({
      agency_id: about.agencyId,
      id: newId(),
      participant_id: participantId,
      checkpoint_id: id,
      state: 'agreed',
      held_on: heldOn,
      notes:
        form > 0.5
          ? 'Capaian triwulan sesuai rencana; data dampak dan presensi sudah dicocokkan.'
          : 'Sebagian capaian tertinggal; penyebabnya dibahas dengan contoh tertanggal.',
      next_steps:
        form > 0.5
          ? 'Pertahankan ritme dan lengkapi bukti dukung.'
          : 'Susun langkah perbaikan dan laporkan setiap dua pekan.',
      recorded_by: appraiserId,
      recorded_at: moment(heldOn, 6),
      agreed_by: personId,
      agreed_at: moment(heldOn, 8),
    });
  }
}
