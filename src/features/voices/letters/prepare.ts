/** Letters that are owed: one to each person of the agency with an address, one for each request of an outsider. */
import { sql } from 'kysely';
import { hashCode } from '#features/accounts/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { guestCodeOf, type VoiceKey } from '../sealed/index.ts';

export type LetterKind = 'invitation' | 'reminder';

const LETTERS_A_STATEMENT = 500;
/** Nobody is reminded more often, whoever presses the button. */
const REMINDER_DAYS = 3;

interface Owed {
  readonly request_id: string;
  readonly address: string;
  readonly is_guest: boolean;
}

/** Writes the rows of what is owed and not written yet; returns how many. Safe to run twice. */
export async function prepareLetters(
  tx: Tx,
  key: VoiceKey,
  input: { readonly roundId: string; readonly kind: LetterKind },
): Promise<number> {
  await tx.db
    .selectFrom('voice_rounds')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.roundId)
    .forUpdate()
    .execute();
  const owed = await owedLetters(tx, input);
  for (let start = 0; start < owed.length; start += LETTERS_A_STATEMENT) {
    const some = owed.slice(start, start + LETTERS_A_STATEMENT);
    await keepCodes(tx, key, some);
    await tx.db
      .insertInto('voice_letters')
      .values(
        some.map((each) => ({
          agency_id: tx.agencyId,
          id: newId(),
          request_id: each.request_id,
          kind: input.kind,
          address: each.address,
          state: 'waiting',
          created_at: tx.now,
        })),
      )
      .execute();
  }
  return owed.length;
}

/** Whoever still has a form to give: people of the agency once each, with their first request. */
async function owedLetters(
  tx: Tx,
  { roundId, kind }: { readonly roundId: string; readonly kind: LetterKind },
): Promise<readonly Owed[]> {
  const since = new Date(tx.now.getTime() - REMINDER_DAYS * 86_400_000);
  const from = kind === 'invitation' ? new Date(0) : since;
  const { rows } = await sql<Owed>`
    with asked as (
      select coalesce(q.rater_id, q.id) as who, min(q.id::text)::uuid as request_id,
        max(coalesce(q.guest_email, p.email)) as address, bool_or(q.rater_id is null) as is_guest
      from voice_requests q
      join voice_pools o on o.agency_id = ${tx.agencyId} and o.id = q.pool_id and o.round_id = ${roundId}
      left join people p on p.agency_id = ${tx.agencyId} and p.id = q.rater_id and p.ended_on is null
      where q.agency_id = ${tx.agencyId} and q.state = 'asked'
      group by 1
    ), written as (
      select distinct coalesce(q.rater_id, q.id) as who
      from voice_letters l
      join voice_requests q on q.agency_id = ${tx.agencyId} and q.id = l.request_id
      join voice_pools o on o.agency_id = ${tx.agencyId} and o.id = q.pool_id and o.round_id = ${roundId}
      where l.agency_id = ${tx.agencyId} and l.created_at > ${from} and l.state <> 'replaced'
    )
    select asked.request_id, asked.address, asked.is_guest from asked
    where asked.address is not null and asked.address <> ''
      and not exists (select 1 from written where written.who = asked.who)
    order by asked.request_id`.execute(tx.db);
  return rows;
}

async function keepCodes(tx: Tx, key: VoiceKey, owed: readonly Owed[]): Promise<void> {
  const guests = owed.filter((each) => each.is_guest);
  if (guests.length === 0) return;
  const values = guests.map(
    (each) => sql`(${each.request_id}::uuid, ${hashCode(guestCodeOf(key, each.request_id))}::text)`,
  );
  await sql`update voice_requests set token_hash = made.hash
    from (values ${sql.join(values)}) as made (id, hash)
    where voice_requests.agency_id = ${tx.agencyId} and voice_requests.id = made.id`.execute(tx.db);
}
