/**
 * Competencies of the demonstration: a dictionary in every city; where a scheme assesses competencies also standards of
 * posts, an assessment centre for one office, and needs in every state from the gaps of the half-year that is over.
 */
import type { Insertable } from 'kysely';
import { POST_LEVELS, type PostLevel } from '#domain/schemes/index.ts';
import {
  type Assessed,
  type AssessedLevel,
  assessedIn,
  PROPOSED_LEVEL,
  type ShippedCompetency,
  shippedCompetencies,
  targetKey,
} from '#features/competencies/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { schemeStore } from '../../scheme-store.ts';
import { insertAll } from '../insert.ts';
import type { DemoPeople, DemoPerson } from '../people.ts';
import type { Random } from '../random.ts';
import { moment } from '../year.ts';

interface City {
  readonly agencyId: string;
  readonly people: DemoPeople;
  readonly officer: DemoPerson;
  readonly today: string;
}

/** Unit whose people went to an assessment centre. */
const TESTED_OFFICE = 'Dinas Kesehatan';
const INSTITUTION = 'UPT Penilaian Kompetensi Pegawai (contoh)';
const DECREE = 'Keputusan Wali Kota (contoh) Nomor 140';

/** Technical competencies of posts, with the level that the post asks for. */
const OF_POSTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'Perawat Ahli Pertama': { 'pelayanan-kesehatan': 2 },
  'Bidan Terampil': { 'pelayanan-kesehatan': 2, 'surveilans-imunisasi': 2 },
  'Dokter Ahli Muda': { 'pelayanan-kesehatan': 3 },
  'Tenaga Promosi Kesehatan Ahli Pertama': { 'promosi-kesehatan': 2 },
  'Pengelola Layanan Kesehatan': { 'pelayanan-kesehatan': 1 },
  'Penata Layanan Operasional': { perizinan: 2, 'pengelolaan-pengaduan': 2 },
  'Administrator Database Kependudukan Ahli Pertama': { kependudukan: 3 },
  Bendahara: { 'penatausahaan-keuangan': 2 },
};

export async function insertDictionary(tx: Tx, { agencyId, officer, today }: City): Promise<void> {
  const recordedAt = moment(`${Number(today.slice(0, 4)) - 1}-01-02`);
  await insertAll(
    tx,
    'competency_versions',
    shippedCompetencies().map((each) => ({
      agency_id: agencyId,
      id: newId(),
      code: each.code,
      version: 1,
      kind: each.kind,
      family: each.family && JSON.stringify(each.family),
      name: JSON.stringify(each.name),
      definition: JSON.stringify(each.definition),
      levels: JSON.stringify(each.levels),
      is_active: true,
      origin: 'shipped',
      note: '',
      file_id: null,
      recorded_by: officer.id,
      recorded_at: recordedAt,
    })),
  );
}

export async function insertProfiles(tx: Tx, random: Random, city: City): Promise<void> {
  const behavioural = shippedCompetencies().filter(({ kind }) => kind !== 'technical');
  await insertStandards(tx, city, behavioural);
  await insertOutcomes(tx, random, city, behavioural);
  await insertNeeds(tx, city, await assessedIn(tx, schemeStore(), {}));
}

async function insertStandards(tx: Tx, city: City, behavioural: readonly ShippedCompetency[]): Promise<void> {
  const from = `${Number(city.today.slice(0, 4)) - 1}-01-02`;
  const standard = (
    target: { postLevel: PostLevel | null; positionName: string | null },
    levels: object,
  ) => ({
    agency_id: city.agencyId,
    id: newId(),
    target: targetKey({ ...target, unitId: null }),
    revision: 1,
    post_level: target.postLevel,
    position_name: target.positionName,
    unit_id: null,
    levels: JSON.stringify(levels),
    valid_from: from,
    basis: DECREE,
    recorded_by: city.officer.id,
    recorded_at: moment(from),
  });
  const held = new Set(city.people.everyone.map(({ positionName }) => positionName));
  await insertAll(tx, 'competency_standards', [
    ...POST_LEVELS.map((postLevel) =>
      standard(
        { postLevel, positionName: null },
        Object.fromEntries(behavioural.map(({ code }) => [code, PROPOSED_LEVEL[postLevel]])),
      ),
    ),
    ...Object.entries(OF_POSTS)
      .filter(([positionName]) => held.has(positionName))
      .map(([positionName, levels]) => standard({ postLevel: null, positionName }, levels)),
  ]);
}

async function insertOutcomes(
  tx: Tx,
  random: Random,
  { agencyId, people, officer, today }: City,
  behavioural: readonly ShippedCompetency[],
): Promise<void> {
  const on = addDays(today, -120);
  const rows = people.everyone.flatMap((person): Insertable<DB['competency_outcomes']>[] => {
    const level = POST_LEVELS.find((each) => each === person.positionLevel || each === person.positionKind);
    const isOfOffice = [person.unit.name, person.unit.parent?.name].includes(TESTED_OFFICE);
    if (!level || !isOfOffice) return [];
    const asked = {
      ...Object.fromEntries(behavioural.map(({ code }) => [code, PROPOSED_LEVEL[level]])),
      ...OF_POSTS[person.positionName],
    };
    const found = Object.entries(asked).map(([code, required]) => {
      const step = random.chance(0.3) ? -1 : random.chance(0.2) ? 1 : 0;
      return [code, { level: Math.min(5, Math.max(0, required + step)), version: 1 }] as const;
    });
    return [
      {
        agency_id: agencyId,
        id: newId(),
        person_id: person.id,
        assessed_on: on,
        institution: INSTITUTION,
        levels: JSON.stringify(Object.fromEntries(found)),
        note: 'Uji kompetensi berkala.',
        file_id: null,
        recorded_by: officer.id,
        recorded_at: moment(addDays(on, 14)),
        withdrawn_by: null,
        withdrawn_at: null,
        withdrawn_reason: null,
      },
    ];
  });
  await insertAll(tx, 'competency_outcomes', rows);
}

type State = 'open' | 'planned' | 'done' | 'dropped';
const STATES: readonly State[] = ['planned', 'open', 'done', 'dropped'];
const LEARNINGS = ['coaching', 'course', 'assignment', 'self-study'] as const;
const REASONS = {
  finish: 'Mengikuti pelatihan dan sudah diterapkan: rapat mingguan kini dipimpin bergantian.',
  drop: 'Diganti dengan kebutuhan lain yang lebih mendesak, disepakati dalam dialog kinerja.',
} as const;
/** Smaller ones come and go with a single form. */
const WORTH_A_NEED = 25;
const HUNDREDTHS = 100;

async function insertNeeds(tx: Tx, city: City, assessed: readonly Assessed[]): Promise<void> {
  const byId = new Map(city.people.everyone.map((person) => [person.id, person]));
  const needs: Insertable<DB['development_needs']>[] = [];
  const acts: Insertable<DB['acts']>[] = [];
  for (const [index, result] of assessed.entries()) {
    const person = byId.get(result.personId);
    const gap = widestGap(result);
    if (!person?.appraiser || !gap || index % 3 === 2) continue;
    const made = needOf(city, { person, appraiser: person.appraiser, result, gap, index: needs.length });
    needs.push(made.need);
    acts.push(...made.acts);
  }
  await insertAll(tx, 'development_needs', needs);
  await insertAll(tx, 'acts', acts);
}

type Gap = AssessedLevel & { readonly achieved: number };

function widestGap({ levels }: Assessed): Gap | undefined {
  const size = ({ required, achieved }: Gap) => required * HUNDREDTHS - achieved;
  return levels
    .filter((each): each is Gap => each.achieved !== null)
    .filter((each) => size(each) >= WORTH_A_NEED)
    .toSorted((a, b) => size(b) - size(a))[0];
}

interface Found {
  readonly person: DemoPerson;
  readonly appraiser: DemoPerson;
  readonly result: Assessed;
  readonly gap: Gap;
  readonly index: number;
}

function needOf({ agencyId, today }: City, { person, appraiser, result, gap, index }: Found) {
  const id = newId();
  const state = STATES[index % STATES.length] ?? 'open';
  const author = index % 2 === 0 ? person : appraiser;
  const latest = addDays(today, -3);
  const day = (after: number) => {
    const date = addDays(result.on, 50 + after);
    return moment(date < latest ? date : latest, 2 + (after % 6));
  };
  const isPlanned = state === 'planned' || state === 'done';
  const act = (name: string, from: State | 'none', to: State, at: Date, reason: string | null = null) => ({
    agency_id: agencyId,
    id: newId(),
    process: 'development-need',
    subject_id: id,
    participant_id: null,
    act: name,
    from_state: from,
    to_state: to,
    actor_id: author.id,
    reason,
    at,
  });
  const acts = [act('add', 'none', 'open', day(0))];
  if (isPlanned) acts.push(act('plan', 'open', 'planned', day(4)));
  if (state === 'done') acts.push(act('finish', 'planned', 'done', day(40), REASONS.finish));
  if (state === 'dropped') acts.push(act('drop', 'open', 'dropped', day(9), REASONS.drop));
  const need: Insertable<DB['development_needs']> = {
    agency_id: agencyId,
    id,
    person_id: person.id,
    code: gap.code,
    name: JSON.stringify(gap.name),
    required_hundredths: gap.required * HUNDREDTHS,
    achieved_hundredths: gap.achieved,
    assessed_by: JSON.stringify({ name: result.period, on: result.on }),
    priority: gap.required * HUNDREDTHS - gap.achieved >= HUNDREDTHS ? 'high' : 'medium',
    learning: isPlanned ? (LEARNINGS[index % LEARNINGS.length] ?? 'course') : null,
    target_on: isPlanned ? addDays(today, state === 'done' ? -10 : 60 + index) : null,
    note: 'Disepakati dalam dialog akhir semester.',
    state,
    revision: acts.length,
    created_by: author.id,
    created_at: day(0),
    updated_by: author.id,
    updated_at: acts.at(-1)?.at ?? day(0),
  };
  return { need, acts };
}
