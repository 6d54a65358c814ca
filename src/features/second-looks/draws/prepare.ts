import { type Eligible, listText } from '#domain/lot/index.ts';
import { secondLookPercent } from '#domain/schemes/index.ts';
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { findPeriod, type Period } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { DIGESTS } from '../digests.ts';
import { drawPrepared } from '../events.ts';
import { PARTIES } from '../transitions.ts';
import { peopleOf, tell } from './lock.ts';
import { drawsOf, idsIn } from './queries.ts';
import { text } from './text.ts';

/** Fixes the list of everybody with a result in force who was in no draw yet. */
export async function prepareDraw(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  input: { readonly id: string; readonly periodId: string },
): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const period = await findPeriod(tx, input.periodId, { lock: true });
  if (!period) throw new NotFound();
  if (period.state === 'draft') throw new Conflict(text.periodNotOpen());
  const earlier = await drawsOf(tx, { periodId: period.id });
  if (earlier.some(({ id }) => id === input.id)) return;
  if (earlier.some(({ state }) => state === 'committing' || state === 'revealing'))
    throw new Conflict(text.drawOpen());
  const eligible = await eligibleIn(tx, schemes, period, idsIn(earlier));
  if (eligible.length === 0) throw new Refusal(text.nobodyEligible());
  const list = listText(eligible);
  const listSha256 = DIGESTS.sha256(list);
  const attempt = (earlier[0]?.attempt ?? 0) + 1;
  await tx.db
    .insertInto('second_look_draws')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      period_id: period.id,
      attempt,
      state: 'committing',
      list,
      list_sha256: listSha256,
      eligible: eligible.length,
      prepared_by: actor.personId,
      prepared_at: tx.now,
    })
    .execute();
  await record(tx, drawPrepared, {
    actorId: actor.personId,
    subject: { kind: 'second-look-draw', id: input.id },
    payload: { period: period.name, attempt, eligible: eligible.length, listSha256 },
  });
  await tell(tx, period, 'second-look-commit', await peopleOf(tx, PARTIES), input.id);
}

async function eligibleIn(
  tx: Tx,
  schemes: SchemeStore,
  period: Period,
  before: ReadonlySet<string>,
): Promise<readonly Eligible[]> {
  const rows = await tx.db
    .selectFrom('participants')
    .innerJoin('results', (join) =>
      join
        .onRef('results.participant_id', '=', 'participants.id')
        .on('results.agency_id', '=', tx.agencyId)
        .on('results.superseded_at', 'is', null),
    )
    .leftJoin('second_looks', (join) =>
      join
        .onRef('second_looks.participant_id', '=', 'participants.id')
        .on('second_looks.agency_id', '=', tx.agencyId)
        .on('second_looks.state', '<>', 'cancelled'),
    )
    .select(['participants.id', 'participants.scheme_id', 'participants.scheme_version'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.period_id', '=', period.id)
    .where('participants.state', '<>', 'excluded')
    .where('participants.appraiser_id', 'is not', null)
    .where('second_looks.id', 'is', null)
    .execute();
  const percents = new Map<string, number>();
  const eligible: Eligible[] = [];
  for (const row of rows) {
    if (before.has(row.id)) continue;
    const scheme = `${row.scheme_id}@${row.scheme_version}`;
    const known = percents.get(scheme);
    const percent =
      known ?? secondLookPercent((await schemes.load(tx, row.scheme_id, row.scheme_version)).scheme);
    percents.set(scheme, percent);
    if (percent > 0) eligible.push({ id: row.id, scheme, percent });
  }
  return eligible;
}
