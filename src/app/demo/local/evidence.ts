/**
 * Invented evidence for every mechanism of the scheme language, better or worse with how well the half-year went
 * for a person. Results are then computed from it by the product's own engine.
 */
import { type CompiledScheme, leastAnswers, type Scheme, type Voice } from '#domain/schemes/index.ts';
import { planComponent } from '#features/schemes/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { DemoPerson } from '../people.ts';
import type { Random } from '../random.ts';

export interface Subject {
  readonly person: DemoPerson;
  /** 0 (badly) to 1 (very well). */
  readonly form: number;
}

export interface EvidenceContext {
  readonly random: Random;
  readonly compiled: CompiledScheme;
  readonly startsOn: string;
  /** How many answered in each voice: the same in every component that the voice speaks to. */
  readonly answered: Map<Voice, number>;
}

type Settings = Scheme['components'][string];
type Of<Name extends Settings['mechanism']> = Extract<Settings, { readonly mechanism: Name }>;

/** Evidence of every component but that of the plan, which follows from plan and progress. */
export function inventEvidence(context: EvidenceContext, subject: Subject): Record<string, unknown> {
  const { scheme } = context.compiled;
  const evidence: Record<string, unknown> = {};
  for (const [code, settings] of Object.entries(scheme.components)) {
    if (code === planComponent(scheme)) continue;
    const value = componentEvidence(context, subject, settings);
    if (value !== undefined) evidence[code] = value;
  }
  return evidence;
}

function componentEvidence(context: EvidenceContext, subject: Subject, settings: Settings): unknown {
  const { random } = context;
  switch (settings.mechanism) {
    case 'presence':
      return attendance(context, subject);
    case 'service-standard':
      return cases(context, subject, settings);
    case 'survey':
      return { answers: answers(context, subject, settings) };
    case 'innovation':
      return innovations(random, subject, settings);
    case 'team-contribution':
      return teams(context, subject, settings);
    case 'rated-items':
      return { forms: forms(context, subject, settings.voices, () => ratedForm(context, subject, settings)) };
    case 'competencies':
      return competencies(context, subject, settings);
    case 'planned-results':
      return outcomes(random, subject);
    case 'fact':
      return { value: subject.form < 0.18 };
    case 'score':
      return { score: String(Math.round(60 + subject.form * 40)) };
    case 'rating':
    case 'rated-lines':
      return undefined;
  }
}

/** A level, best first, that fits the form with a little luck. */
function levelOf(random: Random, form: number, levels: readonly { readonly code: string }[]): string {
  const felt = Math.min(0.999, Math.max(0, 1.02 - form + (random.next() - 0.5) * 0.34));
  return (levels[Math.floor(felt * felt * levels.length)] ?? levels.at(-1))?.code ?? '';
}

function levelsIn(scheme: Scheme, scale: string): readonly { readonly code: string }[] {
  return scheme.scales?.[scale]?.levels ?? [];
}

const WORKING_DAYS = 122;

function attendance({ random, startsOn }: EvidenceContext, { form }: Subject) {
  const absentDays = form > 0.45 || random.chance(0.5) ? 0 : random.between(1, 4);
  const late = random.between(0, form > 0.6 ? 2 : 7);
  return {
    workingDays: WORKING_DAYS,
    absentDays,
    longestAbsence: Math.min(absentDays, 2),
    permittedDays: random.between(0, 6),
    late: days(startsOn, late, 2).map((date) => ({ date, minutes: random.between(5, 75) })),
    earlyLeave: days(startsOn, random.between(0, 1), 36).map((date) => ({ date, minutes: 20 })),
  };
}

/** So many different working days, a week apart. */
function days(from: string, count: number, apart: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(mondayAfter(from), index * 7 + apart));
}

function cases(
  { random, startsOn }: EvidenceContext,
  { form }: Subject,
  { services }: Of<'service-standard'>,
) {
  const made = Array.from({ length: random.between(6, 10) }, (_, index) => {
    const service = random.pick(services);
    const date = addDays(mondayAfter(startsOn), index * 14);
    const hours = Number(service.targetHours);
    // Whole working days take the case to the same hour of a later day; short ones end on the day itself.
    const isLate = random.next() > 0.62 + form * 0.38;
    const calendarDays = Math.min(4, Math.floor(hours / 8)) + (isLate ? Math.ceil(hours / 4) + 3 : 0);
    const end =
      index > 7 ? null : `${addDays(date, calendarDays)}T${hours < 8 && !isLate ? '09:40' : '10:00'}`;
    return {
      id: `${String(index + 1).padStart(3, '0')}/2026`,
      service: service.code,
      start: `${date}T09:15`,
      end,
    };
  });
  return { cases: made };
}

function mondayAfter(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, (8 - weekday) % 7 || 7);
}

function answers({ random, compiled }: EvidenceContext, { form }: Subject, settings: Of<'survey'>) {
  const levels = levelsIn(compiled.scheme, settings.scale);
  const items =
    settings.items === 'service-elements'
      ? ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9']
      : settings.items.map((item) => item.code);
  return Array.from({ length: settings.atLeast + random.between(0, 3) }, () =>
    Object.fromEntries(items.map((item) => [item, levelOf(random, form + 0.12, levels)])),
  );
}

const IDEAS = [
  'Antrean daring loket pelayanan',
  'Kartu pantau balita berisiko tengkes',
  'Papan kendali berkas harian',
  'Kelas sore literasi digital warga',
  'Peta aduan jalan lingkungan',
] as const;
const VERIFIERS = [
  'Inspektorat Daerah',
  'Badan Perencanaan Pembangunan Daerah',
  'Bagian Organisasi',
] as const;

function innovations(random: Random, { form }: Subject, { stages }: Of<'innovation'>) {
  if (random.next() > form * 0.75) return { items: [] };
  const stage = stages[Math.min(stages.length - 1, Math.floor(random.next() * form * stages.length * 1.2))];
  if (!stage) return { items: [] };
  const isVerified = random.chance(0.8);
  return {
    items: [
      {
        title: random.pick(IDEAS),
        stage: stage.code,
        ...(isVerified ? { verifiedBy: random.pick(VERIFIERS) } : {}),
      },
    ],
  };
}

const TEAMS = [
  'Tim percepatan layanan',
  'Tim penyusun laporan kinerja',
  'Tim siaga bencana',
  'Tim data dan SPBE',
] as const;

function teams(
  { random, compiled }: EvidenceContext,
  { form, person }: Subject,
  settings: Of<'team-contribution'>,
) {
  const levels = levelsIn(compiled.scheme, settings.scale);
  const count = random.between(0, 2);
  return {
    teams: TEAMS.slice(0, count).map((name) => ({
      name,
      role: person.isHead && random.chance(0.6) ? 'lead' : 'member',
      months: random.between(2, 6),
      level: levelOf(random, form, levels),
    })),
  };
}

type Voices = Of<'rated-items'>['voices'];
/** How many forms of a voice come in; now and then one too few, so that re-weighting can be seen. */
function answersOf({ random, compiled }: EvidenceContext, voice: Voice): number {
  const least = leastAnswers(compiled.scheme, voice);
  if (least === 1) return 1;
  return random.chance(0.15) ? least - 1 : random.between(least, least + 3);
}

function forms<Form>(
  context: EvidenceContext,
  { person }: Subject,
  voices: Voices,
  make: () => Form,
): Record<string, Form[]> {
  const { compiled, answered } = context;
  const made: Record<string, Form[]> = {};
  for (const voice of Object.keys(voices) as Voice[]) {
    if (voice === 'subordinate' && !person.isHead) continue;
    const count = answered.get(voice) ?? answersOf(context, voice);
    answered.set(voice, count);
    // Too few are removed unread: they leave nothing behind.
    if (count < leastAnswers(compiled.scheme, voice)) continue;
    made[voice] = Array.from({ length: count }, make);
  }
  return made;
}

function ratedForm({ random, compiled }: EvidenceContext, { form }: Subject, settings: Of<'rated-items'>) {
  const levels = levelsIn(compiled.scheme, settings.scale);
  const items = settings.items === 'behaviours' ? (compiled.scheme.behaviours?.values ?? []) : settings.items;
  return { items: Object.fromEntries(items.map((item) => [item.code, levelOf(random, form, levels)])) };
}

function competencies(context: EvidenceContext, subject: Subject, settings: Of<'competencies'>) {
  const { random } = context;
  const post = postOf(subject, settings.standards ?? {});
  if (!post) return undefined;
  const required = Object.entries(settings.standards?.[post] ?? {});
  const make = () => ({
    levels: Object.fromEntries(
      required.map(([code, level]) => {
        const gap = random.next() < 0.55 + subject.form * 0.4 ? 0 : -1;
        const extra = random.chance(subject.form * 0.3) ? 1 : 0;
        return [code, Math.min(5, Math.max(1, level + gap + extra))];
      }),
    ),
  });
  return { post, forms: forms(context, subject, settings.voices, make) };
}

/** The level of the post, or its kind, whichever the scheme has a standard for. */
function postOf(
  { person }: Subject,
  standards: NonNullable<Of<'competencies'>['standards']>,
): keyof typeof standards | undefined {
  const known = Object.keys(standards) as (keyof typeof standards)[];
  return (
    known.find((post) => post === person.positionLevel) ?? known.find((post) => post === person.positionKind)
  );
}

/** Outcomes that do not stand in the plan: of a programme, of learning. */
function outcomes(random: Random, { form }: Subject) {
  const reached = (target: number) =>
    String(Math.round(target * (0.72 + form * 0.42 + (random.next() - 0.5) * 0.1)));
  return {
    lines: [
      {
        kind: 'main',
        indicators: [{ direction: 'higher', target: '20', summary: 'latest', realisations: [reached(20)] }],
      },
    ],
  };
}
