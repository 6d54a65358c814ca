/** Invented people in every post, who appraises whom, and the accounts they sign in with. */
import type { Insertable } from 'kysely';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { DEGREES, LAST, MEN, WOMEN } from './names.ts';
import type { DemoOrganisation, DemoUnit } from './organisation.ts';
import type { Random } from './random.ts';
import { FAMILIES } from './work.ts';

export interface DemoPerson {
  readonly id: string;
  readonly placementId: string;
  readonly name: string;
  readonly nip: string | null;
  readonly unit: DemoUnit;
  readonly isHead: boolean;
  readonly positionName: string;
  readonly positionKind: string;
  readonly positionLevel: string | null;
  appraiser: DemoPerson | null;
  superior: DemoPerson | null;
}

export interface DemoPeople {
  readonly everyone: readonly DemoPerson[];
  readonly mayor: DemoPerson;
  readonly headOf: ReadonlyMap<string, DemoPerson>;
  readonly rows: {
    readonly people: Insertable<DB['people']>[];
    readonly placements: Insertable<DB['placements']>[];
    readonly assignments: Insertable<DB['appraiser_assignments']>[];
  };
}

interface Post {
  readonly unit: DemoUnit;
  readonly isHead: boolean;
  readonly name: string;
  readonly kind: string;
  readonly level: string | null;
}

const RANKS: Readonly<Record<string, readonly string[]>> = {
  'jpt-pratama': ['IV/c', 'IV/d'],
  administrator: ['IV/a', 'IV/b'],
  pengawas: ['III/c', 'III/d'],
  jf: ['III/a', 'III/b', 'III/c', 'III/d'],
  pelaksana: ['II/c', 'II/d', 'III/a', 'III/b'],
};

export function demoPeople(
  random: Random,
  organisation: DemoOrganisation,
  agencyId: string,
  now: Date,
  /** Where the serial numbers of NIP begin, so that no two cities invent the same one. */
  firstSerial: number,
): DemoPeople {
  const serials = new Map<string, number>();
  const rows: DemoPeople['rows'] = { people: [], placements: [], assignments: [] };
  const hire = (post: Post): DemoPerson => {
    const isMayor = post.unit === organisation.city;
    const made = invent(random, { serials, firstSerial }, post, isMayor);
    const [id, placementId] = [newId(), newId()];
    rows.people.push({
      ...made.row,
      agency_id: agencyId,
      id,
      account_id: `demo-${id}`,
      created_at: now,
      updated_at: now,
    });
    rows.placements.push({
      agency_id: agencyId,
      id: placementId,
      person_id: id,
      unit_id: post.unit.id,
      kind: 'definitive',
      position_name: post.name,
      position_kind: isMayor ? 'other' : post.kind,
      position_level: post.level,
      is_head: post.isHead,
      valid_from: `${random.between(2019, 2023)}-0${random.between(1, 9)}-01`,
    });
    const { name, nip } = made.row;
    return {
      id,
      placementId,
      name,
      nip: nip ?? null,
      unit: post.unit,
      isHead: post.isHead,
      positionName: post.name,
      positionKind: isMayor ? 'other' : post.kind,
      positionLevel: post.level,
      appraiser: null,
      superior: null,
    };
  };
  const everyone = organisation.units.flatMap((unit) => postsOf(random, unit).map(hire));
  const headOf = new Map(
    everyone.filter((person) => person.isHead).map((person) => [person.unit.id, person]),
  );
  const mayor = headOf.get(organisation.city.id) as DemoPerson;
  for (const person of everyone) {
    assign(person, { mayor, headOf });
    if (!person.appraiser) continue;
    rows.assignments.push({
      agency_id: agencyId,
      id: newId(),
      person_id: person.id,
      appraiser_id: person.appraiser.id,
      superior_id: person.superior?.id ?? null,
      source: 'hierarchy',
      valid_from: '2024-01-01',
      created_at: now,
    });
  }
  return { everyone, mayor, headOf, rows };
}

function postsOf(random: Random, unit: DemoUnit): Post[] {
  const level = unit.headKind === 'jf' ? 'ahli-madya' : null;
  const head: Post = { unit, isHead: true, name: unit.headTitle, kind: unit.headKind, level };
  const staff = Array.from({ length: unit.staff }, (): Post => {
    const [name, kind, postLevel] = random.pick(FAMILIES[unit.family].posts);
    return { unit, isHead: false, name, kind, level: postLevel };
  });
  return [head, ...staff];
}

/** As the hierarchy proposes: the head of one's unit, above a head the head of the unit above; at the top the mayor. */
function assign(
  person: DemoPerson,
  top: { mayor: DemoPerson; headOf: ReadonlyMap<string, DemoPerson> },
): void {
  if (person === top.mayor) return;
  const headAbove = (unit: DemoUnit | null): DemoPerson => (unit && top.headOf.get(unit.id)) ?? top.mayor;
  const appraiser = headAbove(person.isHead ? person.unit.parent : person.unit);
  person.appraiser = appraiser;
  person.superior = appraiser === top.mayor ? top.mayor : headAbove(appraiser.unit.parent);
}

function invent(
  random: Random,
  { serials, firstSerial }: { serials: Map<string, number>; firstSerial: number },
  post: Post,
  isMayor: boolean,
) {
  const isWoman = random.chance(0.52);
  const name = `${random.pick(isWoman ? WOMEN : MEN)} ${random.pick(LAST)}`;
  const common = {
    name,
    sex: isWoman ? 'female' : 'male',
    title_after: random.chance(0.55) ? random.pick(DEGREES) : null,
    education: 'S-1',
  } as const;
  if (isMayor) return { row: { ...common, kind: 'non-asn', nip: null, rank: null } };
  const isSenior = post.isHead && post.kind !== 'pengawas';
  const born = isSenior ? random.between(1968, 1980) : random.between(1972, 1999);
  const birthDate = `${born}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
  const isContract = !post.isHead && random.chance(0.35);
  const start = isContract
    ? `${random.between(2021, 2024)}21`
    : `${Math.min(2024, Math.max(born + 23, random.between(1998, 2022)))}${two(random.between(1, 12))}`;
  const stem = `${birthDate.replaceAll('-', '')}${start}${isWoman ? 2 : 1}`;
  const serial = serials.has(stem) ? (serials.get(stem) ?? 0) + 1 : firstSerial;
  serials.set(stem, serial);
  const rank = isContract ? random.pick(['V', 'VII', 'IX']) : random.pick(RANKS[post.kind] ?? ['III/a']);
  return {
    row: {
      ...common,
      kind: isContract ? 'pppk' : 'pns',
      nip: `${stem}${String(serial).padStart(3, '0')}`,
      birth_date: birthDate,
      rank,
    },
  };
}

const two = (value: number) => String(value).padStart(2, '0');
