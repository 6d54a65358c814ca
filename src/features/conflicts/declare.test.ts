import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity, type TestPerson } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { declared } from './conflicts.fixture.ts';

describe('a declared relation', async () => {
  const test = await testDatabase();
  const { get, post } = await testApp(test);
  let serial = 0;
  const city = () => {
    serial += 1;
    return createCity(test.database, `kota-${serial}`);
  };
  const path = (made: City, inside: string) => `/a/${made.code}${inside}`;
  const FIELDS = { kind: 'family', relation: 'sibling', since: '2020-05-01', statement: 'Saudara kandung.' };

  const row = (made: City, id: string) =>
    made.db.read((tx) =>
      tx.db
        .selectFrom('conflict_declarations')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', id)
        .executeTakeFirst(),
    );
  const told = async (made: City, person: TestPerson) =>
    (
      await made.db.read((tx) =>
        tx.db
          .selectFrom('notifications')
          .select('kind')
          .where('agency_id', '=', tx.agencyId)
          .where('person_id', '=', person.id)
          .execute(),
      )
    ).map(({ kind }) => kind);
  const cases = (made: City) =>
    made.db.read((tx) =>
      tx.db
        .selectFrom('conflict_cases')
        .select(['kind', 'state', 'consequence'])
        .where('agency_id', '=', tx.agencyId)
        .where('participant_id', '=', made.participants.employee)
        .execute(),
    );

  it('by who rates holds at once, tells the other and waits for an officer where the scheme asks for more', async () => {
    const made = await city();
    const id = newId();
    const fields = { ...FIELDS, id, with: `rater:${made.employee.id}` };
    const answers = await Promise.all([
      post(made.appraiser.accountId, path(made, '/conflicts/mine'), fields),
      post(made.appraiser.accountId, path(made, '/conflicts/mine'), fields),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await row(made, id)).toMatchObject({
      state: 'confirmed',
      declared_as: 'rater',
      relation: 'sibling',
    });
    expect(await told(made, made.employee)).toEqual(['conflict-declared']);
    expect(await cases(made)).toEqual([{ kind: 'family', state: 'open', consequence: 'replace' }]);
  });

  it('by who is rated waits for an officer, who is told', async () => {
    const made = await city();
    const id = newId();
    const sent = await post(made.employee.accountId, path(made, '/conflicts/mine'), {
      ...FIELDS,
      kind: 'dispute',
      id,
      with: `ratee:${made.appraiser.id}`,
    });
    expect(sent.status).toBe(303);
    expect(await row(made, id)).toMatchObject({ state: 'declared', declared_as: 'ratee', relation: null });
    expect(await told(made, made.appraiser)).toEqual(['conflict-declared']);
    expect(await told(made, made.officer)).toEqual(['conflict-to-decide']);
    expect(await cases(made)).toEqual([]);
    const both = await Promise.all([
      post(made.officer.accountId, path(made, `/conflicts/${id}/confirmation`)),
      post(made.unitOfficer.accountId, path(made, `/conflicts/${id}/rejection`), {
        'reason-reject': 'Tidak benar',
      }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  });

  it('is about somebody whom one rates or is rated by, with a real day, and keeps what was typed', async () => {
    const made = await city();
    const wrong: [fields: Record<string, string>, says: RegExp][] = [
      [{ with: `rater:${made.stranger.id}` }, /tidak menilai orang ini/],
      [{ since: '2027-01-01' }, /belum tiba/],
      [{ since: '31-12-2020' }, /Tulis tanggal yang benar/],
      [{ relation: '' }, /Pilih hubungan keluarganya/],
      [{ statement: ' ' }, /belum diisi/],
      [{ kind: 'gossip' }, /Pilih salah satu/],
      [{ with: 'siapa' }, /Pilih/],
    ];
    for (const [fields, says] of wrong) {
      const answer = await post(made.appraiser.accountId, path(made, '/conflicts/mine'), {
        ...FIELDS,
        id: newId(),
        with: `rater:${made.employee.id}`,
        statement: 'Ketikan yang tetap ada.',
        ...fields,
      });
      const html = await answer.text();
      expect(answer.status, JSON.stringify(fields)).toBe(422);
      expect(html).toMatch(says);
      if (!fields.statement) expect(html).toContain('Ketikan yang tetap ada.');
    }
    const again = async (id: string) =>
      (
        await post(made.appraiser.accountId, path(made, '/conflicts/mine'), {
          ...FIELDS,
          id,
          with: `rater:${made.employee.id}`,
        })
      ).status;
    expect(await again(newId())).toBe(303);
    expect(await again(newId())).toBe(422);
  });

  const everybody = (made: City, other: City) =>
    ({
      nobody: null,
      employee: made.employee.accountId,
      colleague: made.colleague.accountId,
      appraiser: made.appraiser.accountId,
      superior: made.head.accountId,
      officer: made.officer.accountId,
      'unit officer': made.unitOfficer.accountId,
      auditor: made.auditor.accountId,
      leader: made.mayor.accountId,
      stranger: made.stranger.accountId,
      'other agency': other.officer.accountId,
    }) as const;
  type Who = keyof ReturnType<typeof everybody>;

  it('is acted on by those whose act it is', async () => {
    const other = await city();
    const acts: [
      noun: string,
      state: 'declared' | 'confirmed',
      fields: Record<string, string>,
      by: readonly Who[],
    ][] = [
      ['confirmation', 'declared', {}, ['officer', 'unit officer']],
      ['rejection', 'declared', { 'reason-reject': 'Tidak terbukti' }, ['officer', 'unit officer']],
      ['withdrawal', 'declared', { 'reason-withdraw': 'Keliru' }, ['employee']],
      ['end', 'confirmed', { 'reason-end': 'Cerai', until: '2026-11-01' }, ['officer', 'unit officer']],
      ['comment', 'declared', { body: 'Benar, kami bersaudara.' }, ['appraiser']],
    ];
    for (const [noun, state, fields, by] of acts) {
      const made = await city();
      const accounts = everybody(made, other);
      const answers: Record<string, number> = {};
      for (const [name, account] of Object.entries(accounts)) {
        const id = await made.db.write(async (tx) => {
          await tx.db
            .updateTable('conflict_declarations')
            .set({ state: 'ended' })
            .where('agency_id', '=', tx.agencyId)
            .execute();
          return declared(tx, { rater: made.appraiser, ratee: made.employee, state });
        });
        answers[name] = (await post(account, path(made, `/conflicts/${id}/${noun}`), fields)).status;
      }
      const expected: Record<string, number> = {
        nobody: 303,
        employee: 403,
        appraiser: 403,
        officer: 403,
        'unit officer': 403,
        auditor: 403,
        colleague: 404,
        superior: 404,
        leader: 404,
        stranger: 404,
        'other agency': 404,
      };
      for (const name of by) expected[name] = 303;
      expect(answers, noun).toEqual(expected);
    }
  });

  it('is read by the two, officers and auditors; nobody else knows of it', async () => {
    const [made, other] = [await city(), await city()];
    const id = await made.db.write((tx) => declared(tx, { rater: made.appraiser, ratee: made.employee }));
    const answers: Record<string, number> = {};
    for (const [name, account] of Object.entries(everybody(made, other)))
      answers[name] = (await get(account, path(made, `/conflicts/${id}`))).status;
    expect(answers).toEqual({
      nobody: 303,
      employee: 200,
      appraiser: 200,
      officer: 200,
      'unit officer': 200,
      auditor: 200,
      colleague: 404,
      superior: 404,
      leader: 404,
      stranger: 404,
      'other agency': 404,
    });
  });

  it('is never decided on by an officer whom it concerns', async () => {
    const made = await city();
    const id = await made.db.write((tx) =>
      declared(tx, { rater: made.officer, ratee: made.employee, state: 'declared' }),
    );
    expect((await post(made.officer.accountId, path(made, `/conflicts/${id}/confirmation`))).status).toBe(
      403,
    );
  });

  it('takes one comment from each, and no more', async () => {
    const made = await city();
    const id = await made.db.write((tx) =>
      declared(tx, { rater: made.appraiser, ratee: made.employee, as: 'officer', by: made.officer }),
    );
    const say = async (who: TestPerson, body: string) =>
      (await post(who.accountId, path(made, `/conflicts/${id}/comment`), { body })).status;
    expect(await say(made.appraiser, 'Benar.')).toBe(303);
    expect(await say(made.appraiser, 'Benar.')).toBe(303);
    expect(await say(made.appraiser, 'Tidak benar.')).toBe(409);
    expect(await say(made.employee, 'Saya setuju.')).toBe(303);
    expect(await say(made.employee, '')).toBe(422);
    expect(await row(made, id)).toMatchObject({ rater_comment: 'Benar.', ratee_comment: 'Saya setuju.' });
  });

  it('asks for the reason and keeps what was typed; what ended no longer counts', async () => {
    const made = await city();
    const id = await made.db.write((tx) => declared(tx, { rater: made.appraiser, ratee: made.employee }));
    await post(made.officer.accountId, path(made, '/conflicts/findings'), { periodId: made.periodId });
    expect(await cases(made)).toEqual([{ kind: 'family', state: 'open', consequence: 'replace' }]);
    const end = (fields: Record<string, string>) =>
      post(made.officer.accountId, path(made, `/conflicts/${id}/end`), fields);
    const silent = await end({ until: '2026-10-05', 'reason-end': '' });
    expect(silent.status).toBe(422);
    expect(await silent.text()).toContain('value="2026-10-05"');
    expect((await end({ until: '2019-10-05', 'reason-end': 'Cerai' })).status).toBe(422);
    expect((await end({ until: '2026-10-05', 'reason-end': 'Cerai' })).status).toBe(303);
    expect(await cases(made)).toEqual([{ kind: 'family', state: 'gone', consequence: 'replace' }]);
  });

  it('is recorded by an officer of the one who is rated', async () => {
    const made = await city();
    const send = async (who: TestPerson, rater: TestPerson, ratee: TestPerson) =>
      (
        await post(who.accountId, path(made, '/conflicts/declarations'), {
          ...FIELDS,
          kind: 'pending-case',
          id: newId(),
          raterId: rater.id,
          rateeId: ratee.id,
        })
      ).status;
    expect(await send(made.officer, made.head, made.stranger)).toBe(303);
    expect(await send(made.unitOfficer, made.head, made.employee)).toBe(303);
    expect(await send(made.unitOfficer, made.head, made.stranger)).toBe(404);
    expect(await send(made.officer, made.head, made.head)).toBe(422);
    expect(await send(made.employee, made.head, made.employee)).toBe(403);
    expect(await told(made, made.head)).toEqual(['conflict-declared', 'conflict-declared']);
  });
});
