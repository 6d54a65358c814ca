/** What people did in an invented year, up to a given day: realisation with evidence, feedback, check-ins. */
import type { Insertable } from 'kysely';
import { addDays } from '#platform/clock/clock.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import type { DemoPerson } from './people.ts';
import type { Random } from './random.ts';
import { FEEDBACK, FEEDBACK_OF_COLLEAGUES } from './work.ts';
import { type DemoParticipant, type DemoYear, moment, type YearRows, type YearSettings } from './year.ts';

interface WorkContext {
  readonly random: Random;
  readonly participant: DemoParticipant;
  readonly checkpoints: DemoYear['checkpoints'];
  readonly settings: YearSettings;
}

export function addWork(rows: YearRows, context: WorkContext): void {
  const { participant, checkpoints, settings, random } = context;
  const passed = checkpoints.filter((checkpoint) => String(checkpoint.ends_on) <= settings.today);
  for (const [index, checkpoint] of passed.entries()) {
    const isLatest = !settings.isComplete && index === passed.length - 1;
    // The year before was recorded at its end: enough to look back on, and quicker to prepare.
    if (settings.isComplete && index < passed.length - 1) {
      if (index % 2 === 1) addCheckIn(rows, context, checkpoint, isLatest);
      continue;
    }
    const quarters = settings.isComplete ? passed.length : 1;
    const on = addDays(String(checkpoint.ends_on), -random.between(1, 9));
    for (const result of participant.content.results) {
      for (const indicator of result.indicators) {
        // Some have not recorded the latest quarter yet: the pages must live with that.
        if (isLatest && random.chance(0.12)) continue;
        const share = indicator.target.accumulation === 'sum' ? 0.25 * quarters : 1 - (3 - index) * 0.04;
        const luck = 0.86 + participant.form * 0.22 + (random.next() - 0.5) * 0.12;
        const better = indicator.target.direction === 'lower' ? 2 - luck : luck;
        const raw = Number(indicator.target.value ?? '0') * share * better;
        const value =
          indicator.target.unit === '%' || indicator.target.unit === 'poin'
            ? Math.min(100, raw).toFixed(1)
            : raw >= 20
              ? String(Math.round(raw))
              : raw.toFixed(1);
        addEntry(rows, context, { resultId: result.id, indicatorId: indicator.id, on, value });
      }
    }
    addCheckIn(rows, context, checkpoint, isLatest);
  }
  addFeedback(rows, context);
}

function addEntry(
  rows: YearRows,
  context: WorkContext,
  entry: { resultId: string; indicatorId: string; on: string; value: string },
): void {
  const { participant, settings, random } = context;
  const id = newId();
  const common = {
    agency_id: settings.agencyId,
    participant_id: participant.id,
    created_by: participant.person.id,
    created_at: moment(entry.on, 7),
  };
  rows.progress.push({
    ...common,
    id,
    result_id: entry.resultId,
    indicator_id: entry.indicatorId,
    on_date: entry.on,
    value: entry.value,
    narrative: random.chance(0.3) ? 'Sesuai rekapitulasi unit kerja.' : null,
  });
  if (!random.chance(0.22)) return;
  rows.evidence.push({
    ...common,
    id: newId(),
    progress_entry_id: id,
    line_id: entry.indicatorId,
    kind: 'link',
    title: 'Rekapitulasi triwulan',
    url: `https://berkas.kota-contoh.example/rekap/${id.slice(-6)}`,
    link_state: random.chance(0.85) ? 'reachable' : 'needs-sign-in',
    link_checked_at: moment(entry.on, 7),
  });
}

function addCheckIn(
  rows: YearRows,
  context: WorkContext,
  checkpoint: Insertable<DB['checkpoints']>,
  isLatest: boolean,
): void {
  const { participant, settings, random } = context;
  const held = addDays(String(checkpoint.ends_on), random.between(1, 8));
  const appraiser = participant.person.appraiser;
  if (!appraiser || held > settings.today || (isLatest && random.chance(0.2))) return;
  const isAgreed = !isLatest || random.chance(0.9);
  rows.checkIns.push({
    agency_id: settings.agencyId,
    id: newId(),
    participant_id: participant.id,
    checkpoint_id: String(checkpoint.id),
    state: isAgreed ? 'agreed' : 'recorded',
    held_on: held,
    notes:
      participant.form > 0.5
        ? 'Capaian triwulan sesuai rencana. Kendala kecil pada kelengkapan data sudah dibahas.'
        : 'Capaian di bawah rencana. Penyebabnya beban ganda dan data yang terlambat.',
    next_steps:
      participant.form > 0.5
        ? 'Pertahankan ritme dan lengkapi bukti dukung.'
        : 'Susun langkah mengejar ketertinggalan dan laporkan setiap dua pekan.',
    recorded_by: appraiser.id,
    recorded_at: moment(held, 6),
    agreed_by: isAgreed ? participant.person.id : null,
    agreed_at: isAgreed ? moment(held, 8) : null,
  });
}

function addFeedback(rows: YearRows, context: WorkContext): void {
  const { participant, settings, random } = context;
  const give = (author: DemoPerson | null, role: string, body: string, day: string) => {
    const line = random.pick(participant.content.results);
    if (!author || day > settings.today) return;
    const isValue = random.chance(0.4);
    rows.feedback.push({
      agency_id: settings.agencyId,
      id: newId(),
      participant_id: participant.id,
      target: isValue ? 'value' : 'result',
      line_id: isValue
        ? random.pick(['akuntabel', 'berorientasi-pelayanan', 'kolaboratif', 'adaptif'])
        : line.id,
      body,
      author_id: author.id,
      author_role: role,
      created_at: moment(day, 5),
    });
  };
  give(
    participant.person.appraiser,
    'appraiser',
    random.pick(FEEDBACK),
    `${settings.year}-0${random.between(2, 6)}-1${random.between(0, 9)}`,
  );
  if (random.chance(0.5))
    give(
      participant.person.appraiser,
      'appraiser',
      random.pick(FEEDBACK),
      `${settings.year}-0${random.between(7, 9)}-1${random.between(0, 9)}`,
    );
}

/** Feedback of colleagues needs everybody of the unit, so it is added when the whole year stands. */
export function addColleagues(random: Random, year: DemoYear, settings: YearSettings): void {
  const byUnit = Map.groupBy(year.participants, (participant) => participant.person.unit.id);
  for (const participant of year.participants) {
    const others = (byUnit.get(participant.person.unit.id) ?? []).filter(
      (other) => other !== participant && !other.person.isHead,
    );
    const day = `${settings.year}-0${random.between(3, 9)}-2${random.between(0, 8)}`;
    const result = participant.content.results[0];
    if (
      participant.planState !== 'agreed' ||
      others.length === 0 ||
      !result ||
      day > settings.today ||
      !random.chance(0.4)
    )
      continue;
    year.rows.feedback.push({
      agency_id: settings.agencyId,
      id: newId(),
      participant_id: participant.id,
      target: 'result',
      line_id: result.id,
      body: random.pick(FEEDBACK_OF_COLLEAGUES),
      author_id: random.pick(others).person.id,
      author_role: 'colleague',
      created_at: moment(day, 5),
    });
  }
}
