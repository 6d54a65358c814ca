/** Invented plans (SKP): texts of the person's kind of office, each result serving one of the appraiser's. */
import type { PlanContent, PlanIndicator, PlanResult } from '#features/planning/index.ts';
import { newId } from '#platform/identifier.ts';
import type { DemoPerson } from './people.ts';
import type { Random } from './random.ts';
import { ADDITIONAL, type DemoIndicator, type DemoResult, EXPECTATIONS, FAMILIES } from './work.ts';

/** Plans already made in the same period, so that a plan can point at the results it serves. */
export type PlansByPerson = ReadonlyMap<
  string,
  { readonly participantId: string; readonly content: PlanContent }
>;

const LEADER_KINDS = new Set(['jpt-pratama', 'administrator']);
const PERSPECTIVE_CYCLE = ['penerima-layanan', 'proses-bisnis', 'penguatan-internal', 'anggaran'] as const;

export function demoPlan(random: Random, person: DemoPerson, above: PlansByPerson): PlanContent {
  const family = FAMILIES[person.unit.family];
  const isLeader = person.isHead && LEADER_KINDS.has(person.positionKind);
  const results = isLeader ? family.leader : pickSome(random, family.staff, person.isHead ? 4 : 3);
  const superior = person.appraiser ? above.get(person.appraiser.id) : undefined;
  const made = results.map((result, index) => planResult(result, { random, isLeader, index, superior }));
  if (random.chance(0.45)) made.push(additionalResult(random, isLeader));
  return {
    model: random.chance(0.88) ? 'quantitative' : 'qualitative',
    form: isLeader ? 'leader' : 'staff',
    results: made,
    expectations: expectations(random),
    annex: {
      resources: [
        'Anggaran kegiatan sesuai DPA',
        random.pick([
          'Kendaraan dinas untuk kunjungan lapangan',
          'Dua perangkat komputer dan jaringan internet',
          'Dukungan dua tenaga pendamping',
        ]),
      ],
      accountability: [
        'Laporan capaian setiap triwulan kepada atasan langsung',
        'Dialog kinerja setiap triwulan',
      ],
      consequences: [
        'Capaian di atas ekspektasi menjadi dasar usulan penghargaan dan pengembangan karier',
        'Capaian di bawah ekspektasi ditindaklanjuti dengan bimbingan kinerja',
      ],
    },
  };
}

function planResult(
  result: DemoResult,
  context: {
    readonly random: Random;
    readonly isLeader: boolean;
    readonly index: number;
    readonly superior: { readonly participantId: string; readonly content: PlanContent } | undefined;
  },
): PlanResult {
  const { isLeader, index, superior } = context;
  const served = superior?.content.results.filter((each) => each.kind === 'main');
  const target = served && served.length > 0 ? served[result.serves % served.length] : undefined;
  return {
    id: newId(),
    kind: 'main',
    statement: result.statement,
    serves: target && superior ? { participantId: superior.participantId, resultId: target.id } : null,
    servesText: target
      ? ''
      : 'Terwujudnya tata kelola pemerintahan kota yang melayani (Perjanjian Kinerja Wali Kota)',
    assignedBy: '',
    perspective: isLeader ? (PERSPECTIVE_CYCLE[index % PERSPECTIVE_CYCLE.length] ?? null) : null,
    indicators: result.indicators.map((indicator) => planIndicator(indicator, isLeader)),
  };
}

function planIndicator(
  [aspect, statement, value, unit, accumulation, direction = 'higher']: DemoIndicator,
  isLeader: boolean,
): PlanIndicator {
  return {
    id: newId(),
    aspect: isLeader ? null : aspect,
    statement,
    target: {
      text: `${direction === 'lower' ? 'paling lama ' : ''}${value.toLocaleString('id-ID')} ${unit}`,
      value: String(value),
      upper: null,
      unit,
      direction,
      accumulation,
    },
  };
}

function additionalResult(random: Random, isLeader: boolean): PlanResult {
  return {
    id: newId(),
    kind: 'additional',
    statement: random.pick(ADDITIONAL),
    serves: null,
    servesText: '',
    assignedBy: 'Sekretaris Daerah',
    perspective: isLeader ? 'proses-bisnis' : null,
    indicators: [
      planIndicator(['kuantitas', 'Kegiatan yang diselesaikan', 1, 'kegiatan', 'latest'], isLeader),
    ],
  };
}

function expectations(random: Random): PlanContent['expectations'] {
  const codes = ['berorientasi-pelayanan', 'akuntabel', 'kolaboratif', 'adaptif'] as const;
  const made: PlanContent['expectations'] = {};
  for (const code of codes) if (random.chance(0.5)) made[code] = random.pick(EXPECTATIONS[code] ?? ['']);
  return made;
}

function pickSome<Item>(random: Random, items: readonly Item[], count: number): Item[] {
  const rest = [...items];
  const picked: Item[] = [];
  while (picked.length < count && rest.length > 0)
    picked.push(...rest.splice(random.between(0, rest.length - 1), 1));
  return picked;
}
