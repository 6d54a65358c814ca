/**
 * What others said in the half-year that is over: who was asked, how many answered, and words that were released. The
 * numbers are those of the invented evidence. The seal keys have passphrases that stand in docs/suara.md, so that
 * opening a seal can be tried.
 */
import type { Insertable } from 'kysely';
import { ANONYMOUS_VOICES, type CompiledScheme, leastAnswers } from '#domain/schemes/index.ts';
import { newKeyPair, splitOrigin } from '#features/voices/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { insertAll } from '../insert.ts';
import type { DemoPerson } from '../people.ts';
import type { Random } from '../random.ts';
import { moment } from '../year.ts';
import type { LocalCity } from './period.ts';
import type { Semester } from './semesters.ts';

export const DEMO_PASSPHRASES = {
  auditor: 'AUDTR-KUNCY-CXNTH-22334-45566',
  officer: 'PETGS-KUNCY-CXNTH-22334-45566',
} as const;

const WORDS: readonly string[] = [
  'Menjelaskan persyaratan dengan sabar, sehingga warga tidak perlu kembali. Terus pertahankan.',
  'Membantu menyusun laporan ketika saya berhalangan; unit tetap memenuhi tenggat.',
  'Dalam rapat sering memotong pembicaraan, sehingga usulan orang lain tidak terdengar. Beri kesempatan sampai selesai.',
  'Berkas yang diserahkan lengkap dan rapi, jadi pemeriksaan berikutnya cepat.',
  'Kadang terlambat membalas pesan tentang pekerjaan bersama; kabar singkat saja sudah membantu.',
  'Mengajari petugas baru tanpa diminta. Dua orang kini dapat melayani sendiri.',
  'Menolak titipan antrean dengan santun; warga lain merasa diperlakukan adil.',
  'Perubahan jadwal diberitahukan mendadak dan pelayanan sempat kosong. Sampaikan sehari sebelumnya.',
  'Mencatat keluhan warga dan menindaklanjutinya pada hari yang sama.',
  'Pembagian tugas dalam tim jelas; setiap orang tahu bagiannya.',
];
const GUESTS = ['Marwan', 'Lidia', 'Hasan', 'Ratih', 'Samuel', 'Nurul', 'Petrus', 'Aminah'] as const;

interface Rows {
  readonly pools: Insertable<DB['voice_pools']>[];
  readonly requests: Insertable<DB['voice_requests']>[];
  readonly statements: Insertable<DB['voice_statements']>[];
  readonly remarks: Insertable<DB['voice_remarks']>[];
}

type Keys = Parameters<typeof splitOrigin>[1];

/** Both keys, and the released round of the half-year. */
export async function insertHeard(
  tx: Tx,
  random: Random,
  city: LocalCity & { readonly auditor: DemoPerson },
  { startsOn, endsOn }: Semester,
): Promise<void> {
  const keys = await insertKeys(tx, city, addDays(startsOn, -30));
  const { agencyId, officer } = city;
  const participants = await participantsOf(tx, startsOn);
  const [first] = participants;
  if (!first) return;
  const roundId = newId();
  const [opensOn, closesOn] = [addDays(endsOn, -21), addDays(endsOn, 3)];
  await insertAll(tx, 'voice_rounds', [
    {
      agency_id: agencyId,
      id: roundId,
      period_id: first.period_id,
      state: 'released',
      opens_on: opensOn,
      closes_on: closesOn,
      created_by: officer.id,
      created_at: moment(addDays(opensOn, -7), 1),
      opened_at: moment(opensOn, 1),
      released_at: moment(addDays(closesOn, 1), 1),
    },
  ]);
  const rows: Rows = { pools: [], requests: [], statements: [], remarks: [] };
  const people = new Map(city.people.everyone.map((person) => [person.id, person]));
  for (const participant of participants) {
    const person = people.get(participant.person_id);
    const compiled = city.schemes.get(participant.scheme_id);
    if (!person || !compiled) continue;
    for (const [voice, forms] of heardIn(participant.values))
      addPool(
        rows,
        { random, city, roundId, keys, compiled, opensOn, closesOn },
        { participant, person, voice, forms },
      );
  }
  await insertAll(tx, 'voice_pools', rows.pools);
  await insertAll(tx, 'voice_requests', rows.requests);
  await insertAll(tx, 'voice_statements', rows.statements);
  await insertAll(tx, 'voice_remarks', rows.remarks);
}

async function insertKeys(
  tx: Tx,
  { agencyId, officer, auditor }: LocalCity & { readonly auditor: DemoPerson },
  on: string,
): Promise<Keys> {
  const make = (holder: 'auditor' | 'officer', maker: DemoPerson) => {
    const { publicKey, privateKey } = newKeyPair(DEMO_PASSPHRASES[holder]);
    const row = {
      agency_id: agencyId,
      id: newId(),
      holder,
      public_key: publicKey,
      private_key: privateKey,
      made_by: maker.id,
      made_at: moment(on, 2),
    };
    return { row, key: { id: row.id, publicKey } };
  };
  const [one, other] = [make('auditor', auditor), make('officer', officer)];
  await insertAll(tx, 'seal_keys', [one.row, other.row]);
  return { auditor: one.key, officer: other.key };
}

interface Participant {
  readonly id: string;
  readonly period_id: string;
  readonly person_id: string;
  readonly scheme_id: string;
  /** Measured evidence that holds forms of other voices. */
  readonly values: readonly Valued[];
}

interface Valued {
  readonly component: string;
  readonly value: unknown;
}

async function participantsOf(tx: Tx, startsOn: string): Promise<readonly Participant[]> {
  const rows = await tx.db
    .selectFrom('participants')
    .innerJoin('measurements', (join) =>
      join
        .onRef('measurements.participant_id', '=', 'participants.id')
        .on('measurements.agency_id', '=', tx.agencyId),
    )
    .select(['participants.id', 'participants.period_id', 'participants.person_id', 'participants.scheme_id'])
    .select(['measurements.component', 'measurements.value'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.starts_on', '=', startsOn)
    .where('measurements.origin', '=', 'voices')
    .orderBy('participants.id')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => {
    const [row] = own;
    return row ? [{ ...row, values: own.map(({ component, value }) => ({ component, value })) }] : [];
  });
}

/** Forms of each voice: the most that any component has. */
function heardIn(values: readonly Valued[]): ReadonlyMap<string, number> {
  const heard = new Map<string, number>();
  for (const { value } of values) {
    const { forms = {} } = value as { readonly forms?: Readonly<Record<string, readonly unknown[]>> };
    for (const [voice, list] of Object.entries(forms))
      heard.set(voice, Math.max(heard.get(voice) ?? 0, list.length));
  }
  return heard;
}

interface Scene {
  readonly random: Random;
  readonly city: LocalCity;
  readonly roundId: string;
  readonly keys: Keys;
  readonly compiled: CompiledScheme;
  readonly opensOn: string;
  readonly closesOn: string;
}

interface About {
  readonly participant: Participant;
  readonly person: DemoPerson;
  readonly voice: string;
  readonly forms: number;
}

function addPool(rows: Rows, scene: Scene, about: About): void {
  const { random, city, roundId, compiled, opensOn } = scene;
  const { participant, voice, forms } = about;
  const { agencyId } = city;
  const isAnonymous = ANONYMOUS_VOICES.some((each) => each === voice);
  const poolId = newId();
  rows.pools.push({
    agency_id: agencyId,
    id: poolId,
    round_id: roundId,
    participant_id: participant.id,
    voice,
    is_anonymous: isAnonymous,
    least: leastAnswers(compiled.scheme, voice),
    state: 'released',
    released_forms: forms,
  });
  const silent = isAnonymous ? random.between(0, 2) : 0;
  const asked = ratersOf(scene, about, forms + silent);
  const requests = asked.map((rater, index) => ({
    agency_id: agencyId,
    id: newId(),
    pool_id: poolId,
    rater_id: rater?.id ?? null,
    guest_name: rater ? null : `${GUESTS[index % GUESTS.length]} (contoh)`,
    guest_organisation: rater ? null : 'Mitra kerja (contoh)',
    source: rater ? 'proposal' : 'employee',
    state: index < forms ? 'answered' : 'asked',
    created_at: moment(addDays(opensOn, -5), 2),
    asked_at: moment(opensOn, 1),
  }));
  rows.requests.push(...requests);
  if (isAnonymous) addRemarks(rows, scene, { poolId, requestIds: requests.map(({ id }) => id), forms });
  else addStatements(rows, scene, requests, about);
}

/** People who could be asked in this voice; null stands for somebody outside the agency. */
function ratersOf({ random, city }: Scene, { person, voice }: About, count: number): (DemoPerson | null)[] {
  const { everyone, mayor } = city.people;
  const others = everyone.filter((each) => each !== person && each !== mayor);
  const near = {
    colleague: others.filter(({ appraiser }) => appraiser === person.appraiser),
    subordinate: others.filter(({ appraiser }) => appraiser === person),
    'appraiser-superior': person.superior ? [person.superior] : [],
    'team-lead': others.filter(({ isHead, unit }) => isHead && unit !== person.unit),
    'service-user': others.filter(({ unit }) => unit !== person.unit),
  }[voice];
  if (!near) return Array.from({ length: count }, () => null);
  const from = random.between(0, Math.max(0, near.length - 1));
  const list = [...near.slice(from), ...near.slice(0, from)];
  const more = others.filter((each) => !list.includes(each) && each.unit.family === person.unit.family);
  return [...list, ...more].slice(0, count);
}

function addRemarks(
  rows: Rows,
  { random, city, keys }: Scene,
  said: { readonly poolId: string; readonly requestIds: readonly string[]; readonly forms: number },
): void {
  const from = random.between(0, WORDS.length - 1);
  for (const [ordinal, requestId] of said.requestIds.slice(0, Math.min(said.forms, 3)).entries()) {
    if (!random.chance(0.55)) continue;
    const origin = splitOrigin(requestId, keys);
    rows.remarks.push({
      agency_id: city.agencyId,
      id: crypto.randomUUID(),
      pool_id: said.poolId,
      ordinal,
      item: '',
      body: WORDS[(from + ordinal) % WORDS.length] ?? '',
      origin_auditor: origin.auditor,
      origin_officer: origin.officer,
    });
  }
}

function addStatements(
  rows: Rows,
  { city, closesOn }: Scene,
  requests: readonly Insertable<DB['voice_requests']>[],
  { participant, voice }: About,
): void {
  for (const [index, { id }] of requests.entries())
    rows.statements.push({
      agency_id: city.agencyId,
      request_id: id,
      content: JSON.stringify({ components: formsBy(participant.values, voice, index), remarks: [] }),
      answered_at: moment(addDays(closesOn, -2), 4),
    });
}

/** What this named rater gave, by component: the same form that stands in the evidence. */
function formsBy(values: readonly Valued[], voice: string, index: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    values.flatMap(({ component, value }) => {
      const { forms = {} } = value as { readonly forms?: Readonly<Record<string, readonly unknown[]>> };
      const own = forms[voice]?.[index];
      return own === undefined ? [] : [[component, own]];
    }),
  );
}
