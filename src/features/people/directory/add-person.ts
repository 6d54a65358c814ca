/** One person entered by hand: the mayor, who stands in no staff file, or somebody the file forgot. */
import { z } from 'zod';
import { type Nip, parseNip } from '#domain/rules/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { civilDate, maybeText, someText } from '#platform/web/forms.ts';
import { type Actor, covers } from '../actor.ts';
import { peopleEvents } from '../events.ts';
import { LEVELS, PERSON_KINDS, POSITION_KINDS } from '../labels.ts';
import { requireOfficer } from '../scope.ts';
import { text } from '../text.ts';

export const newPersonSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(PERSON_KINDS),
    name: someText(200),
    titleBefore: maybeText(60),
    titleAfter: maybeText(120),
    nip: maybeText(40),
    email: z
      .union([z.literal(''), z.email()], { error: () => text.emailWrong() })
      .optional()
      .transform((value) => value || null),
    unitId: z.uuid({ error: () => text.chooseUnit() }),
    position: someText(300),
    positionKind: z.enum(POSITION_KINDS),
    positionLevel: z
      .enum(LEVELS)
      .or(z.literal(''))
      .optional()
      .transform((value) => value || null),
    isHead: z.literal('yes').optional(),
    from: civilDate(),
  })
  .superRefine((person, context) => {
    const problem = nipProblem(person.kind, person.nip);
    if (problem) context.addIssue({ code: 'custom', path: ['nip'], message: problem });
  });
export type NewPerson = z.output<typeof newPersonSchema>;

/** What is wrong with the number in words and how to mend it; nothing for a person who needs none. */
function nipProblem(kind: NewPerson['kind'], nip: string | null): string | undefined {
  if (kind === 'non-asn') return nip ? text.nipNotForNonAsn() : undefined;
  if (!nip) return text.nipNeeded();
  const parsed = parseNip(nip, kind);
  if (parsed.valid) return undefined;
  return parsed.problems.map(({ what, remedy }) => `${inLocale(what)} ${inLocale(remedy)}`).join(' ');
}

/** Adds the person with the first post. The same form sent twice adds one person. */
export async function addPerson(tx: Tx, actor: Actor, given: NewPerson): Promise<void> {
  requireOfficer(actor);
  await requireUnit(tx, actor, given.unitId);
  const nip = given.kind === 'non-asn' || !given.nip ? null : parseNip(given.nip, given.kind);
  const inserted = await tx.db
    .insertInto('people')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      kind: given.kind,
      ...factsOf(nip),
      // Without a number of the state, the row's own id keeps the person apart in later imports.
      external_id: null,
      name: given.name,
      title_before: given.titleBefore,
      title_after: given.titleAfter,
      email: given.email,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return refuseTakenNip(tx, given.id);
  await tx.db
    .insertInto('placements')
    .values({
      agency_id: tx.agencyId,
      // One person, one first post: the same id, so that both are written once.
      id: given.id,
      person_id: given.id,
      unit_id: given.unitId,
      kind: 'definitive',
      position_name: given.position,
      position_kind: given.positionKind,
      position_level: given.positionKind === 'jf' ? given.positionLevel : null,
      is_head: given.isHead === 'yes',
      valid_from: given.from,
    })
    .execute();
  await record(tx, peopleEvents.personAdded, {
    actorId: actor.personId,
    subject: { kind: 'person', id: given.id },
    personId: given.id,
    payload: { kind: given.kind, unitId: given.unitId },
  });
}

function factsOf(nip: Nip | null) {
  if (!nip?.valid) return { nip: null, birth_date: null, sex: null };
  return { nip: nip.nip, birth_date: nip.birthDate, sex: nip.sex };
}

async function requireUnit(tx: Tx, actor: Actor, unitId: string): Promise<void> {
  const unit = await tx.db
    .selectFrom('units')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', unitId)
    .where('active_until', 'is', null)
    .executeTakeFirst();
  if (!unit || !covers(actor.officer, unitId)) throw new Refusal(text.chooseUnit(), 'unitId');
}

/** Nothing was inserted: either this very form arrived before, or the number belongs to somebody. */
async function refuseTakenNip(tx: Tx, id: string): Promise<void> {
  const same = await tx.db
    .selectFrom('people')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!same) throw new Refusal(text.nipTaken(), 'nip');
}
