/**
 * Sending letters, some at a time. What the mail server took is noted in one statement a batch; a process that is
 * killed in between sends those of its last batch once more, under the same Message-ID.
 */
import { sql } from 'kysely';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { formatDate } from '#platform/locale/format.ts';
import { type Mailer, MailRefused } from '#platform/mail/mail.ts';
import { guestCodeOf, type VoiceKey } from '../sealed/index.ts';
import { letterText } from './text.ts';

const LETTERS_A_BATCH = 40;
const AT_ONCE = 4;
/** After so many failures that could pass, the letter is given up and shown to the officer. */
const ATTEMPTS = 6;

export interface Post {
  readonly mailer: Mailer;
  readonly baseUrl: string;
  readonly key: VoiceKey;
}

interface Letter {
  readonly id: string;
  readonly request_id: string;
  readonly kind: string;
  readonly address: string;
  readonly attempts: number;
  readonly rater_id: string | null;
  readonly guest_name: string | null;
  readonly rater_name: string | null;
  readonly about: string;
  readonly agency: string;
  readonly code: string;
  readonly closes_on: string;
}

type Outcome = {
  readonly letter: Letter;
  readonly state: 'sent' | 'refused' | 'waiting';
  readonly problem: string;
};

/** Sends everything that waits in a round; throws when something has to be tried again later. */
export async function sendLetters(db: AgencyDb, post: Post, roundId: string): Promise<void> {
  for (let after = ''; ; ) {
    const letters = await db.read((tx) => waitingLetters(tx, roundId, after));
    const last = letters.at(-1);
    if (!last) break;
    const outcomes: Outcome[] = [];
    for (let start = 0; start < letters.length; start += AT_ONCE)
      outcomes.push(
        ...(await Promise.all(letters.slice(start, start + AT_ONCE).map((letter) => sendOne(post, letter)))),
      );
    await db.write((tx) => settle(tx, roundId, outcomes));
    after = last.id;
  }
  const left = await db.read((tx) => waitingLetters(tx, roundId, ''));
  if (left.length > 0) throw new Error(`${left.length} letters or more could not be sent yet`);
}

async function waitingLetters(tx: Tx, roundId: string, after: string): Promise<readonly Letter[]> {
  const { rows } = await sql<Letter>`
    select l.id, l.request_id, l.kind, l.address, l.attempts, q.rater_id, q.guest_name,
      rater.name as rater_name, ratee.name as about, a.name as agency, a.code, r.closes_on
    from voice_letters l
    join voice_requests q on q.agency_id = ${tx.agencyId} and q.id = l.request_id
    join voice_pools o on o.agency_id = ${tx.agencyId} and o.id = q.pool_id
    join voice_rounds r on r.agency_id = ${tx.agencyId} and r.id = o.round_id
    join participants t on t.agency_id = ${tx.agencyId} and t.id = o.participant_id
    join people ratee on ratee.agency_id = ${tx.agencyId} and ratee.id = t.person_id
    left join people rater on rater.agency_id = ${tx.agencyId} and rater.id = q.rater_id
    join agencies a on a.id = ${tx.agencyId}
    where l.agency_id = ${tx.agencyId} and l.state = 'waiting' and r.id = ${roundId}
      and (r.state = 'asking' or l.kind = 'unsealing')
      and (${after} = '' or l.id > nullif(${after}, '')::uuid)
    order by l.id limit ${LETTERS_A_BATCH}`.execute(tx.db);
  return rows;
}

async function sendOne({ mailer, baseUrl, key }: Post, letter: Letter): Promise<Outcome> {
  const path =
    letter.rater_id === null
      ? `/voices/${letter.code}/${guestCodeOf(key, letter.request_id)}`
      : `/a/${letter.code}/voices`;
  const words = {
    name: letter.guest_name ?? letter.rater_name ?? '',
    agency: letter.agency,
    about: letter.about,
    link: `${baseUrl.replace(/\/$/, '')}${path}`,
    until: formatDate(letter.closes_on),
  };
  const { subject, body } = wordsOf(letter, words);
  try {
    await mailer.send({
      to: letter.address,
      subject,
      body,
      reference: letter.id,
    });
    return { letter, state: 'sent', problem: '' };
  } catch (error) {
    const problem = error instanceof Error ? error.message.slice(0, 300) : '';
    const isOver = error instanceof MailRefused || letter.attempts + 1 >= ATTEMPTS;
    return { letter, state: isOver ? 'refused' : 'waiting', problem };
  }
}

function wordsOf(
  { kind, rater_id: raterId }: Letter,
  words: Parameters<typeof letterText.guestBody>[0],
): { readonly subject: string; readonly body: string } {
  if (kind === 'unsealing')
    return { subject: letterText.unsealedSubject(words), body: letterText.unsealedBody(words) };
  return {
    subject: kind === 'reminder' ? letterText.reminderSubject(words) : letterText.subject(words),
    body: raterId === null ? letterText.guestBody(words) : letterText.raterBody(words),
  };
}

async function settle(tx: Tx, roundId: string, outcomes: readonly Outcome[]): Promise<void> {
  const values = outcomes.map(
    ({ letter, state, problem }) => sql`(${letter.id}::uuid, ${state}::text, ${problem}::text)`,
  );
  await sql`update voice_letters set attempts = voice_letters.attempts + 1, state = done.state,
      problem = nullif(done.problem, ''),
      settled_at = case when done.state = 'waiting' then null else ${tx.now}::timestamptz end
    from (values ${sql.join(values)}) as done (id, state, problem)
    where voice_letters.agency_id = ${tx.agencyId} and voice_letters.id = done.id
      and voice_letters.state = 'waiting'`.execute(tx.db);
  const { created_by: officer } = await tx.db
    .selectFrom('voice_rounds')
    .select('created_by')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', roundId)
    .executeTakeFirstOrThrow();
  tx.touch(officer);
}
