/** Certificates: giving one for a course that was passed, and reading them. */
import { fullName, notify, recordAct } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { isId, newId } from '#platform/identifier.ts';
import { formatDate } from '#platform/locale/format.ts';
import { addMonths } from './cycle.ts';
import { trainingEvents } from './events.ts';

export interface Certificate {
  readonly id: string;
  readonly schemeId: string;
  readonly personId: string;
  readonly personName: string;
  readonly nip: string | null;
  readonly origin: 'course' | 'recognised';
  readonly number: string;
  readonly issuer: string;
  readonly validFrom: string;
  /** The day after the last one. */
  readonly validUntil: string;
  readonly file: { readonly id: string; readonly name: string } | null;
  readonly givenAt: Date;
  readonly givenBy: string | null;
  readonly revoked: { readonly at: Date; readonly by: string | null; readonly reason: string } | null;
}

export type CertificateState = 'valid' | 'expired' | 'revoked' | 'coming';

export function certificateState(
  { validFrom, validUntil, revoked }: Pick<Certificate, 'validFrom' | 'validUntil' | 'revoked'>,
  on: string,
): CertificateState {
  if (revoked) return 'revoked';
  if (on < validFrom) return 'coming';
  return on < validUntil ? 'valid' : 'expired';
}

function rows(tx: Tx) {
  return tx.db
    .selectFrom('training_certificates as c')
    .innerJoin('people as p', (join) =>
      join.onRef('p.id', '=', 'c.person_id').on('p.agency_id', '=', tx.agencyId),
    )
    .leftJoin('files as f', (join) =>
      join.onRef('f.id', '=', 'c.file_id').on('f.agency_id', '=', tx.agencyId),
    )
    .leftJoin('people as g', (join) =>
      join.onRef('g.id', '=', 'c.given_by').on('g.agency_id', '=', tx.agencyId),
    )
    .leftJoin('people as r', (join) =>
      join.onRef('r.id', '=', 'c.revoked_by').on('r.agency_id', '=', tx.agencyId),
    )
    .selectAll('c')
    .select([
      'p.name',
      'p.title_before',
      'p.title_after',
      'p.nip',
      'f.name as file_name',
      'g.name as giver_name',
      'r.name as revoker_name',
    ])
    .where('c.agency_id', '=', tx.agencyId)
    .orderBy('c.valid_until', 'desc')
    .orderBy('c.id', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

function certificateOf(row: Row): Certificate {
  return {
    id: row.id,
    schemeId: row.scheme_id,
    personId: row.person_id,
    personName: fullName(row),
    nip: row.nip,
    origin: row.origin as Certificate['origin'],
    number: row.number,
    issuer: row.issuer,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    file: row.file_id && row.file_name ? { id: row.file_id, name: row.file_name } : null,
    givenAt: row.given_at,
    givenBy: row.giver_name,
    revoked: row.revoked_at
      ? { at: row.revoked_at, by: row.revoker_name, reason: row.revoked_reason ?? '' }
      : null,
  };
}

export async function certificatesOf(tx: Tx, personId: string): Promise<readonly Certificate[]> {
  return (await rows(tx).where('c.person_id', '=', personId).execute()).map(certificateOf);
}

export async function findCertificate(tx: Tx, id: string): Promise<Certificate | undefined> {
  if (!isId(id)) return undefined;
  const row = await rows(tx).where('c.id', '=', id).executeTakeFirst();
  return row && certificateOf(row);
}

export interface Earned {
  readonly personId: string;
  readonly courseId: string;
  readonly schemeId: string;
  readonly issuer: string;
  readonly today: string;
  readonly validMonths: number;
}

/** Gives the certificate of a course that was passed, with the next number of scheme and year. */
export async function giveCertificate(tx: Tx, earned: Earned): Promise<string> {
  await tx.db
    .selectFrom('training_courses')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', earned.courseId)
    .forUpdate()
    .execute();
  const id = newId();
  const number = await nextNumber(tx, earned);
  const validUntil = addMonths(earned.today, earned.validMonths);
  await tx.db
    .insertInto('training_certificates')
    .values({
      agency_id: tx.agencyId,
      id,
      scheme_id: earned.schemeId,
      person_id: earned.personId,
      origin: 'course',
      number,
      issuer: earned.issuer,
      valid_from: earned.today,
      valid_until: validUntil,
      given_at: tx.now,
    })
    .execute();
  await recordAct(
    tx,
    { process: 'training-certificate', subjectId: id, act: 'give', actorId: null },
    { ok: true, from: 'none', to: 'given' },
  );
  const until = addDays(validUntil, -1);
  await record(tx, trainingEvents.certificateGiven, {
    actorId: null,
    subject: { kind: 'training-certificate', id },
    personId: earned.personId,
    payload: { scheme: earned.schemeId, number, from: earned.today, until },
  });
  await notify(tx, {
    personId: earned.personId,
    kind: 'certificate-given',
    parameters: { what: number, date: formatDate(until) },
    path: `/training/certificates/${id}`,
  });
  return id;
}

async function nextNumber(tx: Tx, { schemeId, today }: Earned): Promise<string> {
  const year = today.slice(0, 4);
  const row = await tx.db
    .selectFrom('training_certificates')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('agency_id', '=', tx.agencyId)
    .where('scheme_id', '=', schemeId)
    .where('origin', '=', 'course')
    .where('valid_from', '>=', `${year}-01-01`)
    .where('valid_from', '<=', `${year}-12-31`)
    .executeTakeFirstOrThrow();
  return certificateNumber(row.count + 1, schemeId, year);
}

/** `007/JAMBI-ADIL-TERBUKA/2026` */
export function certificateNumber(serial: number, schemeId: string, year: string): string {
  return `${String(serial).padStart(3, '0')}/${schemeId.toUpperCase()}/${year}`;
}
