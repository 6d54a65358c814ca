/** An officer's acts on certificates: recognise one from outside, revoke one with a reason. */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, isAgencyOfficer, notify, recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { formatDate } from '#platform/locale/format.ts';
import { findCertificate } from '../certificates.ts';
import { addMonths } from '../cycle.ts';
import { trainingEvents } from '../events.ts';
import { office } from '../text-office.ts';
import { CERTIFICATE, officerRoles } from '../transitions.ts';

export interface Recognised {
  /** Made when the form was drawn: the same form sent twice recognises once. */
  readonly id: string;
  readonly personId: string;
  readonly schemeId: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly validMonths: number;
  readonly fileId: string | null;
  readonly today: string;
}

export async function recogniseCertificate(tx: Tx, actor: Actor, given: Recognised): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  await requirePerson(tx, given.personId);
  if (given.issuedOn > given.today) throw new Refusal(office.dateLater(), 'issuedOn');
  const validUntil = addMonths(given.issuedOn, given.validMonths);
  if (validUntil <= given.today) throw new Refusal(office.dateTooOld(), 'issuedOn');
  const { numInsertedOrUpdatedRows: added } = await tx.db
    .insertInto('training_certificates')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      scheme_id: given.schemeId,
      person_id: given.personId,
      origin: 'recognised',
      number: given.number,
      issuer: given.issuer,
      valid_from: given.issuedOn,
      valid_until: validUntil,
      file_id: given.fileId,
      given_by: actor.personId,
      given_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  if (!added) return;
  await recordAct(
    tx,
    { process: 'training-certificate', subjectId: given.id, act: 'recognise', actorId: actor.personId },
    { ok: true, from: 'none', to: 'given' },
  );
  const until = addDays(validUntil, -1);
  await record(tx, trainingEvents.certificateRecognised, {
    actorId: actor.personId,
    subject: { kind: 'training-certificate', id: given.id },
    personId: given.personId,
    payload: {
      scheme: given.schemeId,
      number: given.number,
      from: given.issuedOn,
      until,
      issuer: given.issuer,
    },
  });
  await notify(tx, {
    personId: given.personId,
    kind: 'certificate-given',
    parameters: { what: given.number, date: formatDate(until) },
    path: `/training/certificates/${given.id}`,
  });
}

async function requirePerson(tx: Tx, id: string): Promise<void> {
  const row = isId(id)
    ? await tx.db
        .selectFrom('people')
        .select('id')
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound();
}

export async function revokeCertificate(
  tx: Tx,
  actor: Actor,
  given: { readonly id: string; readonly reason: string },
): Promise<void> {
  const certificate = await findCertificate(tx, given.id);
  if (!certificate) throw new NotFound();
  const locked = await tx.db
    .selectFrom('training_certificates')
    .select('revoked_at')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', certificate.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const decision = decide(CERTIFICATE, {
    state: locked.revoked_at ? 'revoked' : 'given',
    act: 'revoke',
    roles: officerRoles(actor),
    reason: given.reason,
  });
  if (!decision.ok && decision.why === 'wrong-state') throw new Conflict(office.alreadyRevoked());
  if (!decision.ok) throw refusalOf(decision.why);
  const reason = given.reason.trim();
  await tx.db
    .updateTable('training_certificates')
    .set({ revoked_at: tx.now, revoked_by: actor.personId, revoked_reason: reason })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', certificate.id)
    .execute();
  await recordAct(
    tx,
    {
      process: 'training-certificate',
      subjectId: certificate.id,
      act: 'revoke',
      actorId: actor.personId,
      reason,
    },
    decision,
  );
  await record(tx, trainingEvents.certificateRevoked, {
    actorId: actor.personId,
    subject: { kind: 'training-certificate', id: certificate.id },
    personId: certificate.personId,
    payload: { scheme: certificate.schemeId, number: certificate.number, reason },
  });
  await notify(tx, {
    personId: certificate.personId,
    kind: 'certificate-revoked',
    parameters: { what: certificate.number, person: actor.name },
    path: `/training/certificates/${certificate.id}`,
  });
}
