import { describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import type { City, TestPerson } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { cancelRun } from './commands/cancel-run.ts';
import { computeRun } from './job.ts';
import { laboratoryBench } from './laboratory.fixture.ts';

const ROLES = [
  'employee',
  'appraiser',
  'head',
  'officer',
  'unitOfficer',
  'auditor',
  'mayor',
  'stranger',
] as const;
const OVERSEERS: readonly string[] = ['officer', 'unitOfficer', 'auditor', 'mayor'];

describe('who may use the laboratory, and what two do at once', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const { city, other, drafts, path, ask, stateOf, counts } = await laboratoryBench(test, app);
  const compute = (id: string) => computeRun(city.db, schemeStore(), id);
  /** A run that is computed, of the scheme named. */
  async function done(fields: Record<string, string> = {}): Promise<string> {
    const id = newId();
    expect((await ask({ id, ...fields })).status).toBe(303);
    await compute(id);
    expect((await stateOf(id)).state).toBe('done');
    return id;
  }

  it('starts once, however often the button is pressed', async () => {
    const [id, secondId] = [newId(), newId()];
    const before = await counts();
    const fields = { id, secondId, second: 'version:pp-30-2019@1' };
    const answers = await Promise.all([1, 2, 3].map(() => ask(fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const after = await counts();
    expect(after.runs - before.runs).toBe(2);
    expect(after.events - before.events).toBe(2);
    for (const each of [id, secondId]) await compute(each);
  });

  it('keeps what was typed where it cannot be used, and says what to do', async () => {
    const cases: readonly (readonly [Record<string, string>, string])[] = [
      [{ severity: 'banyak' }, 'Tulis bilangan bulat dari 0 sampai 300.'],
      [{ halo: '101' }, 'Tulis bilangan bulat dari 0 sampai 100.'],
      [{ people: '2001' }, 'Tulis bilangan bulat dari 20 sampai 2000.'],
      [{ 'missing-colleague': '-1' }, 'Tulis bilangan bulat dari 0 sampai 100.'],
      [{ periods: '4' }, 'Tulis bilangan bulat dari 5 sampai 20.'],
      [{ seed: '1.5' }, 'Tulis bilangan bulat'],
      [{ name: ' ' }, 'Beri nama simulasi ini.'],
      [{ subject: '' }, 'Pilih rancangan atau versi skema.'],
      [{ subject: 'version:tidak-ada@1' }, 'Pilih rancangan atau versi skema.'],
      [{ second: `draft:${newId()}` }, 'Pilih rancangan atau versi skema.'],
      [{ subject: `draft:${drafts.broken}` }, 'Rancangan ini masih memiliki'],
      [{ structure: 'lain' }, 'Pilih susunan pegawai.'],
      [{ structure: 'own' }, 'Belum ada periode dengan sekurang-kurangnya 20 pegawai'],
    ];
    const before = await counts();
    for (const [fields, words] of cases) {
      const answer = await ask({ name: 'Yang diketik', ...fields });
      const text = await answer.text();
      expect(answer.status, JSON.stringify(fields)).toBe(422);
      expect(text, JSON.stringify(fields)).toContain(words);
      if (fields.name === undefined) expect(text).toContain('value="Yang diketik"');
      const [[name, value] = []] = Object.entries(fields);
      if (name && /^(severity|halo|people|seed)$/.test(name)) expect(text).toContain(`value="${value}"`);
    }
    expect(await counts()).toEqual(before);
  });

  it('is open to whoever may read the scheme, and to nobody else', async () => {
    const open = await done({ subject: `draft:${drafts.discussion}` });
    const closed = await done({ subject: `draft:${drafts.draft}` });
    for (const role of ROLES) {
      const { accountId } = city[role];
      const sees = OVERSEERS.includes(role);
      for (const inside of ['', '/run.json', '/run.csv', `/compare?with=${closed}`])
        expect((await app.get(accountId, path(`/${closed}${inside}`))).status, role).toBe(sees ? 200 : 404);
      expect((await app.get(accountId, path(`/${open}`))).status, role).toBe(200);
      expect((await app.get(accountId, path(`/${open}/compare?with=${closed}`))).status).toBe(
        sees ? 200 : 404,
      );
      const list = await (await app.get(accountId, path())).text();
      expect(list.includes(`/laboratory/${closed}`), role).toBe(sees);
    }
    for (const inside of ['', '/new', `/${open}`, `/${open}/run.json`, `/${open}/compare?with=${open}`])
      expect((await app.get(null, path(inside))).status).toBe(303);
    expect((await ask({}, null)).status).toBe(303);
    expect((await ask({}, other.officer)).status).toBe(404);
    const foreign = `/a/${other.code}/laboratory/${open}`;
    expect((await app.get(other.officer.accountId, foreign)).status).toBe(404);
    expect((await app.post(other.officer.accountId, `${foreign}/cancellation`)).status).toBe(404);
    expect((await app.get(city.officer.accountId, path(`/${newId()}`))).status).toBe(404);
    expect((await app.get(city.officer.accountId, path('/bukan-id'))).status).toBe(404);
  });

  it('is run by officers, and on a draft under discussion by everybody, smaller and one at a time', async () => {
    const discussed = { subject: `draft:${drafts.discussion}` };
    for (const role of ROLES.filter((each) => each !== 'officer')) {
      const who = city[role];
      expect((await ask({ subject: `draft:${drafts.draft}` }, who)).status, role).toBe(422);
      const id = newId();
      expect((await ask({ id, ...discussed }, who)).status, role).toBe(303);
      const second = await ask(discussed, who);
      expect(second.status).toBe(422);
      expect(await second.text()).toContain('Anda masih memiliki 1 simulasi yang belum selesai');
      await compute(id);
      const large = await ask({ ...discussed, people: '500', periods: '10' }, who);
      expect(large.status).toBe(422);
      expect(await large.text()).toContain('paling banyak 3.000');
    }
    const pair = await Promise.all([ask(discussed, city.employee), ask(discussed, city.employee)]);
    expect(pair.map(({ status }) => status).toSorted(), 'two at once').toEqual([303, 422]);
    await test.owner.query(`update scheme_drafts set discussion_until = discussion_from where id = $1`, [
      drafts.discussion,
    ]);
    expect((await ask(discussed, city.employee)).status, 'the discussion is over').toBe(403);
    expect((await app.get(city.employee.accountId, path('/new'))).status).toBe(403);
    expect((await ask(discussed)).status, 'officers still may').toBe(303);
  });

  it('is cancelled by who asked or an officer, once, and ends what is being computed', async () => {
    const id = newId();
    await ask({ id, people: '200' });
    const cancel = (who: TestPerson | null) => app.post(who?.accountId ?? null, path(`/${id}/cancellation`));
    expect((await cancel(null)).status).toBe(303);
    expect((await cancel(city.employee)).status).toBe(403);
    expect((await stateOf(id)).state).toBe('waiting');
    const running = computeRun(city.db, schemeStore(), id, { sliceMs: 0, saveMs: 0 });
    const answers = await Promise.all([cancel(city.officer), cancel(city.officer)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    await running;
    expect(await stateOf(id)).toMatchObject({ state: 'cancelled', periods: [] });
    const text = await (await app.get(city.officer.accountId, path(`/${id}`))).text();
    expect(text).toContain('dihentikan sebelum selesai');
    expect((await app.get(city.officer.accountId, path(`/${id}/run.json`))).status).toBe(404);
    await compute(id);
    expect((await stateOf(id)).state, 'a cancelled run is not taken up again').toBe('cancelled');
  });

  it('has one outcome where it is cancelled while it finishes', async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = newId();
      await ask({ id, people: '20' });
      const cancelled = () =>
        city.db
          .write((tx) => cancelRun(tx, { ...officerOf(city) }, id))
          .then(
            () => true,
            () => false,
          );
      const wait = () => new Promise((resolve) => setTimeout(resolve, 8 * round));
      const [, won] = await Promise.all([compute(id), wait().then(cancelled)]);
      const { state, periods } = await stateOf(id);
      expect(state).toBe(won ? 'cancelled' : 'done');
      expect(periods).toHaveLength(won ? 0 : 5);
      const { rows } = await test.owner.query(
        `select count(*)::int as acts from acts where process = 'laboratory-run' and subject_id = $1`,
        [id],
      );
      expect(rows[0].acts).toBe(won ? 1 : 0);
    }
  });
});

function officerOf({ officer }: City) {
  return {
    personId: officer.id,
    accountId: officer.accountId,
    name: officer.name,
    officer: { kind: 'agency' },
    leader: { kind: 'none' },
    isAuditor: false,
  } as const;
}
