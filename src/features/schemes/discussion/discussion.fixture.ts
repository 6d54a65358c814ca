/** A draft in discussion in a fresh city, for tests of what people say about it. */
import { expect } from 'vitest';
import { addDays, todayIn } from '#platform/clock/clock.ts';
import { newId } from '#platform/identifier.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import type { TestDatabase } from '../../../../test/support/database.ts';
import { DECREE, draftStage } from '../drafts/drafts.fixture.ts';

/** A draft that has to be discussed for that many days. */
export const opennessOf = (draftingDays: number) => `openness:
  noticeDays: 7
  draftingDays: ${draftingDays}
  shown:
    - { what: { id: Kriteria, en: Criteria }, to: [everyone], when: { id: sebelum periode, en: before } }
  basis:
    - { regulation: p6, confidence: default }
`;

export type Person = { readonly id: string; readonly accountId: string; readonly name: string };

export async function discussionStage(given?: TestDatabase) {
  const stage = await draftStage(given);
  const { test, get, post } = stage;
  const today = todayIn('Asia/Jakarta', test.database.clock());

  /** A draft put before everyone, in a city of its own. */
  async function discussed(options: { more?: string; days?: number; from?: string; city?: City } = {}) {
    const made = options.city ?? (await stage.city());
    const id = await stage.start(made);
    const { source, revision } = await stage.row(made, id);
    if (options.more)
      expect((await stage.save(made, id, `${source}\n${options.more}`, revision)).status).toBe(303);
    const draft = `/a/${made.code}/scheme-drafts/${id}`;
    const from = options.from ?? today;
    const until = addDays(from, options.days ?? 14);
    expect((await post(made.officer.accountId, `${draft}/discussion-opening`, { from, until })).status).toBe(
      303,
    );
    const forum = `${draft}/discussion`;

    /** What somebody writes; the id of it. */
    async function say(
      person: Person,
      body = 'Naikkan bobot perilaku.',
      more: { kind?: string; criterion?: string } = {},
    ): Promise<string> {
      const said = newId();
      const fields = { id: said, kind: 'proposal', criterion: '', body, ...more };
      expect((await post(person.accountId, forum, fields)).status).toBe(303);
      return said;
    }
    const vote = (person: Person, proposal: string, choice: string, reason = '') =>
      post(person.accountId, `${forum}/${proposal}/votes`, { vote: choice, [`reason-${proposal}`]: reason });
    const answer = (
      proposal: string,
      fields: { outcome?: string; words?: string; revision?: string; seen?: string } = {},
      account = made.officer.accountId,
    ) =>
      post(account, `${forum}/${proposal}/answers`, {
        outcome: 'declined',
        words: 'Sudah dihitung.',
        ...fields,
      });
    const withdraw = (person: Person, proposal: string) =>
      post(person.accountId, `${forum}/${proposal}/withdrawal`);
    const close = () => post(made.officer.accountId, `${draft}/discussion-closing`, { reason: '' });
    const adopt = async () => {
      const { revision } = await stage.row(made, id);
      return post(made.officer.accountId, `${draft}/adoption`, { ...DECREE, revision: String(revision) });
    };
    const textOf = async (person: Person, inside = '') =>
      (await get(person.accountId, forum + inside)).text();
    const votesOf = (proposal: string) =>
      made.db.read((tx) =>
        tx.db
          .selectFrom('scheme_votes')
          .select(['person_id', 'vote', 'reason'])
          .where('agency_id', '=', tx.agencyId)
          .where('proposal_id', '=', proposal)
          .execute(),
      );
    const proposalOf = (proposal: string) =>
      made.db.read((tx) =>
        tx.db
          .selectFrom('scheme_proposals')
          .selectAll()
          .where('agency_id', '=', tx.agencyId)
          .where('id', '=', proposal)
          .executeTakeFirstOrThrow(),
      );
    const events = (type: string) =>
      made.db.read((tx) =>
        tx.db
          .selectFrom('audit_events')
          .select(['actor_id', 'person_id', 'payload'])
          .where('agency_id', '=', tx.agencyId)
          .where('type', '=', type)
          .execute(),
      );
    /** Moves the whole discussion into the past, as if those days had gone by; the record of it too. */
    async function daysGoBy(days: number): Promise<void> {
      await test.owner.query(
        `update scheme_drafts set discussion_from = discussion_from - $2::int, discussion_until = discussion_until - $2::int
         where id = $1`,
        [id, days],
      );
      await test.owner.query(
        `update audit_events set at = at - make_interval(days => $2), payload = payload || jsonb_build_object(
           'from', ((payload->>'from')::date - $2)::text, 'until', ((payload->>'until')::date - $2)::text)
         where subject_id = $1 and type = 'scheme-discussion-opened'`,
        [id, days],
      );
      await test.owner.query(`update acts set at = at - make_interval(days => $2) where subject_id = $1`, [
        id,
        days,
      ]);
    }
    return {
      made,
      id,
      draft,
      forum,
      say,
      vote,
      answer,
      withdraw,
      close,
      adopt,
      textOf,
      votesOf,
      proposalOf,
      events,
      daysGoBy,
    };
  }

  const otherCity = () => createCity(test.database, `kota-lain-${newId().slice(-8)}`);
  return { ...stage, today, discussed, otherCity };
}
