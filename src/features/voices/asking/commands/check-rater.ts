/** Whether somebody may be asked about a participant in a voice; says in words why not. */
import { sql } from 'kysely';
import { consequenceOf } from '#domain/schemes/index.ts';
import { conflictInWords, pairKey, strictest } from '#features/conflicts/index.ts';
import { agencyToday, fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';

import { conflictsAsked } from '../conflicts.ts';
import { listText as text } from '../text-list.ts';
import type { VoiceRules } from '../world.ts';
import type { NewRater } from './add-request.ts';
import type { Place } from './list-place.ts';

interface Candidate {
  readonly place: Place;
  readonly rules: VoiceRules;
  readonly rater: NewRater;
}

export async function checkRater(tx: Tx, { place, rules, rater }: Candidate): Promise<void> {
  if (rater.kind === 'guest') await checkGuest(tx, place, rater);
  else await checkPerson(tx, place, rules, rater.personId);
}

async function checkGuest(
  tx: Tx,
  { view }: Place,
  rater: Extract<NewRater, { kind: 'guest' }>,
): Promise<void> {
  const { rows } = await sql<{ guest_name: string }>`
    select q.guest_name from voice_requests q
    join voice_pools o on o.agency_id = ${tx.agencyId} and o.id = q.pool_id
    where q.agency_id = ${tx.agencyId} and o.participant_id = ${view.participation.id}
      and q.state not in ('withdrawn', 'declined') and q.guest_name is not null
      and (lower(q.guest_email) = lower(${rater.email}) or (lower(q.guest_name) = lower(${rater.name})
        and lower(q.guest_organisation) = lower(${rater.organisation})))`.execute(tx.db);
  if (rows.length > 0) throw new Refusal(text.guestAlready(), 'guestName');
  if (!rater.email) return;
  const insider = await tx.db
    .selectFrom('people')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where(sql<boolean>`lower(email) = lower(${rater.email})`)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  if (insider) throw new Refusal(text.guestIsInsider(), 'email');
}

async function checkPerson(tx: Tx, place: Place, rules: VoiceRules, personId: string): Promise<void> {
  const { participation } = place.view;
  const on = await agencyToday(tx);
  const person = await tx.db
    .selectFrom('people')
    .select(['id', 'name', 'title_before', 'title_after', 'ended_on'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) throw new Refusal(text.choosePerson(), 'rater');
  const name = fullName(person);
  if (person.ended_on !== null && person.ended_on <= on) throw new Refusal(text.hasLeft({ name }), 'rater');
  if (personId === participation.person.id) throw new Refusal(text.notSelf(), 'rater');
  if (personId === participation.appraiser?.id) throw new Refusal(text.isAppraiser({ name }), 'rater');
  if (rules.voice !== 'appraiser-superior' && personId === participation.superior?.id)
    throw new Refusal(text.isSuperior({ name }), 'rater');
  await checkStanding(tx, place, rules, { id: personId, name });
  await checkConflict(tx, place, rules, { id: personId, name, on });
}

/** Asked about the same person already, or about as many others as the scheme allows. */
async function checkStanding(
  tx: Tx,
  { view, round, asking }: Place,
  rules: VoiceRules,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  const { participation } = view;
  const { rows } = await sql<{ same: number; answers_to: number; movable: number }>`
    select count(*) filter (where o.participant_id = ${participation.id}) as same,
      count(*) filter (where o.voice not in ('appraiser-superior', 'team-lead')) as movable,
      (select count(*) from participants t where t.agency_id = ${tx.agencyId} and t.period_id = ${participation.period.id}
        and t.person_id = ${id} and t.appraiser_id = ${participation.person.id} and t.state <> 'excluded') as answers_to
    from voice_requests q join voice_pools o on o.agency_id = ${tx.agencyId} and o.id = q.pool_id
    where q.agency_id = ${tx.agencyId} and q.rater_id = ${id} and o.round_id = ${round.id}
      and q.state in ('proposed', 'asked', 'answered')`.execute(tx.db);
  const found = rows[0];
  if (!found) return;
  if (found.same > 0) throw new Refusal(text.alreadyAsked({ name }), 'rater');
  if (rules.voice !== 'subordinate' && found.answers_to > 0)
    throw new Refusal(text.isSubordinate({ name }), 'rater');
  const { perRaterAtMost } = asking.rules;
  const isNamed = !rules.isAnonymous;
  if (!isNamed && found.movable >= perRaterAtMost)
    throw new Refusal(text.tooBusy({ name, count: found.movable }), 'rater');
}

async function checkConflict(
  tx: Tx,
  { view, asking }: Place,
  rules: VoiceRules,
  { id, name, on }: { readonly id: string; readonly name: string; readonly on: string },
): Promise<void> {
  const { participation } = view;
  const pair = { raterId: id, rateeId: participation.person.id, as: rules.voice };
  const found = await conflictsAsked(tx, [pair], {
    on,
    contactMonths: asking.rules.contactMonths,
    periodId: participation.period.id,
  });
  const own = found.get(pairKey(pair.raterId, pair.rateeId)) ?? [];
  if (strictest(asking.scheme, own) !== 'replace') return;
  const ruling = own.find(({ kind }) => consequenceOf(asking.scheme, kind) === 'replace');
  throw new Refusal(
    text.ruledOut({ name, why: ruling ? conflictInWords(asking.scheme, ruling) : '' }),
    'rater',
  );
}
