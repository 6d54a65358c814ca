import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { discussionStage } from './discussion.fixture.ts';

/** Who reads, writes, votes, answers another's proposal, and withdraws another's. */
const MATRIX = {
  employee: [200, 303, 303, 403, 403],
  colleague: [200, 303, 303, 403, 403],
  appraiser: [200, 303, 303, 403, 403],
  head: [200, 303, 303, 403, 403],
  stranger: [200, 303, 303, 403, 403],
  unitOfficer: [200, 303, 303, 403, 403],
  auditor: [200, 303, 303, 403, 403],
  officer: [200, 303, 303, 303, 403],
  // The mayor is not appraised: reads and speaks, and has no vote.
  mayor: [200, 303, 403, 403, 403],
} as const;

describe('in a discussion', async () => {
  const { get, post, discussed, otherCity } = await discussionStage();

  it.each(Object.entries(MATRIX))('the %s does what their part is', async (role, expected) => {
    const { made, forum, say, vote, answer, withdraw } = await discussed();
    const person = made[role as keyof typeof MATRIX];
    const author = role === 'employee' ? made.colleague : made.employee;
    const proposal = await say(author);
    const write = { id: newId(), kind: 'comment', criterion: '', body: 'Saya setuju.' };
    const statuses = [
      (await get(person.accountId, forum)).status,
      (await post(person.accountId, forum, write)).status,
      (await vote(person, proposal, 'for')).status,
      (await answer(proposal, {}, person.accountId)).status,
      (await withdraw(person, await say(author, 'Lainnya'))).status,
    ];
    expect(statuses).toEqual(expected);
    for (const inside of [`/${proposal}`, '/outcome'])
      expect((await get(person.accountId, forum + inside)).status, inside).toBe(200);
  });

  it('nobody is sent to sign in, and another agency finds nothing', async () => {
    const { made, forum, say } = await discussed();
    const other = await otherCity();
    const proposal = await say(made.employee);
    const addresses = ['', `/${proposal}`, '/outcome', '/changes/2'];
    for (const inside of addresses) {
      expect((await get(null, forum + inside)).status).toBe(303);
      expect((await get(other.officer.accountId, forum + inside)).status).toBe(404);
      const theirs = forum.replace(made.code, other.code);
      expect((await get(other.officer.accountId, theirs + inside)).status).toBe(404);
    }
    for (const inside of ['', `/${proposal}/votes`, `/${proposal}/answers`, `/${proposal}/withdrawal`]) {
      const fields = { vote: 'for', outcome: 'noted', words: 'x', kind: 'comment', body: 'x', criterion: '' };
      expect((await post(null, forum + inside, fields)).status).toBe(303);
      const theirs = forum.replace(made.code, other.code);
      expect((await post(other.officer.accountId, theirs + inside, fields)).status).toBe(404);
    }
  });

  it('whoever holds no post any more has no vote', async () => {
    const { made, say, vote } = await discussed();
    const proposal = await say(made.employee);
    await made.db.write((tx) =>
      tx.db
        .updateTable('placements')
        .set({ valid_until: '2025-01-01' })
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', made.stranger.id)
        .execute(),
    );
    expect((await vote(made.stranger, proposal, 'for')).status).toBe(403);
  });

  it('a proposal of one draft is not there in another', async () => {
    const first = await discussed();
    const second = await discussed({ city: first.made });
    const proposal = await first.say(first.made.employee);
    expect((await second.vote(first.made.colleague, proposal, 'for')).status).toBe(404);
    expect((await second.answer(proposal)).status).toBe(404);
    expect((await get(first.made.employee.accountId, `${second.forum}/${proposal}`)).status).toBe(404);
    expect((await get(first.made.employee.accountId, `${second.forum}/bukan-id`)).status).toBe(404);
    expect((await get(first.made.employee.accountId, `${second.forum}?criterion=tiada`)).status).toBe(404);
  });
});
