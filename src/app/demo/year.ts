/** One invented year: who takes part and what they planned; what they then did is in progress.ts. */
import type { Insertable } from 'kysely';
import type { PlanContent } from '#features/planning/index.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import type { DemoPeople, DemoPerson } from './people.ts';
import { demoPlan } from './plans.ts';
import { addWork } from './progress.ts';
import type { Random } from './random.ts';

export type PlanState = 'agreed' | 'proposed' | 'returned' | 'draft';

export interface DemoParticipant {
  readonly id: string;
  readonly person: DemoPerson;
  readonly planId: string;
  readonly planState: PlanState;
  readonly content: PlanContent;
  /** How well the year goes, 0 (badly) to 1 (very well): progress and ratings follow it. */
  readonly form: number;
}

export interface DemoYear {
  readonly periodId: string;
  readonly year: number;
  readonly participants: readonly DemoParticipant[];
  readonly checkpoints: readonly Insertable<DB['checkpoints']>[];
  readonly rows: YearRows;
}

export interface YearRows {
  readonly participants: Insertable<DB['participants']>[];
  readonly plans: Insertable<DB['plans']>[];
  readonly versions: Insertable<DB['plan_versions']>[];
  readonly acts: Insertable<DB['acts']>[];
  readonly comments: Insertable<DB['plan_comments']>[];
  readonly progress: Insertable<DB['progress_entries']>[];
  readonly evidence: Insertable<DB['evidence']>[];
  readonly feedback: Insertable<DB['feedback']>[];
  readonly checkIns: Insertable<DB['check_ins']>[];
}

export interface YearSettings {
  readonly agencyId: string;
  readonly year: number;
  /** Nothing is recorded after this civil date. */
  readonly today: string;
  readonly isComplete: boolean;
}

const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

export function demoYear(random: Random, people: DemoPeople, settings: YearSettings): DemoYear {
  const periodId = newId();
  const checkpoints = QUARTERS.map((numeral, index) => ({
    agency_id: settings.agencyId,
    id: newId(),
    period_id: periodId,
    ordinal: index + 1,
    name: `Triwulan ${numeral}`,
    starts_on: `${settings.year}-${two(index * 3 + 1)}-01`,
    ends_on: `${settings.year}-${two(index * 3 + 3)}-${index === 0 || index === 3 ? 31 : 30}`,
    due_on: index === 3 ? `${settings.year}-12-20` : `${settings.year}-${two(index * 3 + 4)}-10`,
  }));
  const rows: YearRows = {
    participants: [],
    plans: [],
    versions: [],
    acts: [],
    comments: [],
    progress: [],
    evidence: [],
    feedback: [],
    checkIns: [],
  };
  const plans = new Map<string, { participantId: string; content: PlanContent }>();
  const participants: DemoParticipant[] = [];
  // Leaders come before their people in the list of units, so every plan finds the one it serves.
  for (const person of people.everyone) {
    if (person === people.mayor) continue;
    const id = newId();
    const content = demoPlan(random, person, plans);
    plans.set(person.id, { participantId: id, content });
    const planState = settings.isComplete || person.isHead ? 'agreed' : planStateOf(random);
    const participant = { id, person, planId: newId(), planState, content, form: formOf(random) };
    participants.push(participant);
    addPlan(rows, participant, periodId, settings);
    if (planState === 'agreed') addWork(rows, { random, participant, checkpoints, settings });
  }
  return { periodId, year: settings.year, participants, checkpoints, rows };
}

/** Most people do well; a few do very well or badly. */
function formOf(random: Random): number {
  return Math.min(1, Math.max(0, 0.62 + (random.next() + random.next() + random.next() - 1.5) * 0.42));
}

function planStateOf(random: Random): PlanState {
  const drawn = random.next();
  if (drawn < 0.93) return 'agreed';
  if (drawn < 0.96) return 'proposed';
  return drawn < 0.98 ? 'returned' : 'draft';
}

/** A moment of the office day (UTC) on that date, never in the future of the demonstration. */
export function moment(date: string, hour = 3): Date {
  return new Date(`${date}T${two(hour)}:15:00Z`);
}

function addPlan(
  rows: YearRows,
  participant: DemoParticipant,
  periodId: string,
  settings: YearSettings,
): void {
  const { person, planId, planState, content } = participant;
  const common = { agency_id: settings.agencyId };
  rows.participants.push({
    ...common,
    id: participant.id,
    period_id: periodId,
    person_id: person.id,
    placement_id: person.placementId,
    unit_id: person.unit.id,
    appraiser_id: person.appraiser?.id ?? null,
    superior_id: person.superior?.id ?? null,
    starts_on: `${settings.year}-01-01`,
    ends_on: `${settings.year}-12-31`,
    state: 'active',
    scheme_id: 'permenpanrb-6-2022',
    scheme_version: 1,
    created_at: moment(`${settings.year}-01-02`),
  });
  const isAgreed = planState === 'agreed';
  const touched = moment(`${settings.year}-01-${isAgreed ? 20 : 15}`, 4);
  rows.plans.push({
    ...common,
    id: planId,
    participant_id: participant.id,
    state: planState,
    content: JSON.stringify(content),
    revision: 5,
    version: isAgreed ? 1 : 0,
    updated_at: touched,
  });
  const act = (
    name: string,
    from: string,
    to: string,
    actor: DemoPerson | null,
    at: Date,
    reason: string | null = null,
  ) =>
    rows.acts.push({
      ...common,
      id: newId(),
      process: 'plan',
      subject_id: planId,
      participant_id: participant.id,
      act: name,
      from_state: from,
      to_state: to,
      actor_id: actor?.id ?? null,
      reason,
      at,
    });
  if (planState === 'draft') return;
  act('propose', 'draft', 'proposed', person, moment(`${settings.year}-01-14`));
  if (planState === 'returned') {
    act(
      'return',
      'proposed',
      'returned',
      person.appraiser,
      touched,
      'Mohon lengkapi target pada indikator pertama.',
    );
    const line = content.results[0];
    if (line && person.appraiser) {
      rows.comments.push({
        ...common,
        id: newId(),
        plan_id: planId,
        line_id: line.id,
        body: 'Targetnya terlalu rendah dibanding capaian tahun lalu. Mohon dihitung kembali.',
        author_id: person.appraiser.id,
        created_at: touched,
      });
    }
  }
  if (!isAgreed) return;
  act('agree', 'proposed', 'agreed', person.appraiser, touched);
  rows.versions.push({
    ...common,
    id: newId(),
    plan_id: planId,
    version: 1,
    content: JSON.stringify(content),
    agreed_by: person.appraiser?.id ?? null,
    agreed_at: touched,
  });
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
