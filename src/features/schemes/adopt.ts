/** Adoption: the act by which a scheme text becomes a version that periods may use and that never changes again. */
import { parseScheme, type Scheme } from '#domain/schemes/index.ts';
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { schemeAdopted } from './events.ts';
import { text } from './text.ts';

export interface Adoption {
  /** The YAML as it is to be kept. */
  readonly source: string;
  /** Number of the decision by which the agency adopts it. */
  readonly decree: string;
  readonly decidedOn: string;
  readonly draftId: string | null;
}

/** Adopts the text under the id and version it names. Refused while it has problems or where that version exists. */
export async function adoptVersion(tx: Tx, actor: Actor, adoption: Adoption): Promise<Scheme> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const parsed = parseScheme(adoption.source, 'scheme.yaml');
  if (!parsed.ok) throw new Refusal(text.adoptionHasProblems({ count: parsed.problems.length }));
  const { scheme } = parsed;
  if (scheme.authority !== 'local') throw new Refusal(text.onlyLocalIsAdopted());
  const id = newId();
  const added = await tx.db
    .insertInto('scheme_versions')
    .values({
      agency_id: tx.agencyId,
      id,
      scheme_id: scheme.id,
      version: scheme.version,
      source: adoption.source,
      title: JSON.stringify(scheme.title),
      draft_id: adoption.draftId,
      decree: adoption.decree,
      decided_on: adoption.decidedOn,
      adopted_by: actor.personId,
      adopted_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'scheme_id', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst();
  if (!added) throw new Conflict(text.versionExists({ id: scheme.id, version: scheme.version }));
  await record(tx, schemeAdopted, {
    actorId: actor.personId,
    subject: { kind: 'scheme', id },
    payload: {
      title: scheme.title.id,
      scheme: scheme.id,
      version: scheme.version,
      decree: adoption.decree,
      decidedOn: adoption.decidedOn,
    },
  });
  return scheme;
}
