/** Every act by every role, in the state in which it is open; and the same for whoever may only read, or not even that. */
import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk, type Fields, ratingFields, selfFields } from '../../../test/support/evaluation.ts';
import { givePlan } from '../../../test/support/plans.ts';

type Role = 'employee' | 'appraiser' | 'head';
const READERS = ['employee', 'appraiser', 'head', 'officer', 'unitOfficer', 'auditor', 'mayor'] as const;
const UNRELATED = ['colleague', 'stranger'] as const;

const WORDS: Fields = { reason: 'Alasan yang tertulis.' };
const TAKE_BACK: Fields = { ...WORDS, ground: 'correction' };

type Stage = 'nothing' | 'self' | 'rated' | 'given' | 'ratified' | 'objected' | 'explained';

interface Case {
  readonly act: string;
  readonly by: Role;
  readonly stage: Stage;
  readonly fields: (walked: { plan: Parameters<typeof ratingFields>[0] }) => Fields;
  readonly address: string;
}

const CASES: readonly Case[] = [
  {
    act: 'save self-assessment',
    by: 'employee',
    stage: 'nothing',
    address: 'evaluation/self',
    fields: ({ plan }) => selfFields(plan),
  },
  {
    act: 'submit self-assessment',
    by: 'employee',
    stage: 'nothing',
    address: 'evaluation/self',
    fields: ({ plan }) => ({ ...selfFields(plan), step: 'submit' }),
  },
  {
    act: 'reopen self-assessment',
    by: 'employee',
    stage: 'self',
    address: 'evaluation/self/reopening',
    fields: () => ({}),
  },
  {
    act: 'save rating',
    by: 'appraiser',
    stage: 'nothing',
    address: 'evaluation/rating',
    fields: ({ plan }) => ratingFields(plan),
  },
  {
    act: 'give',
    by: 'appraiser',
    stage: 'rated',
    address: 'results',
    fields: () => ({ resultId: newId(), revision: '1' }),
  },
  { act: 'ratify', by: 'appraiser', stage: 'given', address: 'result/ratification', fields: () => ({}) },
  { act: 'withdraw', by: 'appraiser', stage: 'given', address: 'result/withdrawal', fields: () => TAKE_BACK },
  { act: 'accept', by: 'employee', stage: 'ratified', address: 'result/acceptance', fields: () => ({}) },
  { act: 'object', by: 'employee', stage: 'ratified', address: 'result/objection', fields: () => WORDS },
  { act: 'revoke', by: 'head', stage: 'ratified', address: 'result/revocation', fields: () => TAKE_BACK },
  { act: 'explain', by: 'appraiser', stage: 'objected', address: 'result/explanation', fields: () => WORDS },
  {
    act: 'uphold',
    by: 'head',
    stage: 'explained',
    address: 'result/decision',
    fields: () => ({ ...WORDS, decision: 'upheld', newResultId: newId() }),
  },
  {
    act: 'change',
    by: 'head',
    stage: 'explained',
    address: 'result/decision',
    fields: () => ({
      ...WORDS,
      decision: 'changed',
      newResultId: newId(),
      'results-rating': 'above',
      'behaviour-rating': 'above',
    }),
  },
];

describe('acts of the evaluation', async () => {
  const test = await testDatabase();
  const other = await createCity(test.database, 'kota-lain');
  const app = await testApp(test);

  const prepare = async (code: string, stage: Stage) => {
    const city: City = await createCity(test.database, code);
    const plan = await givePlan(city.db, city, city.participants.employee);
    const walk = evaluationWalk(app, city);
    if (stage === 'self') {
      await app.post(city.employee.accountId, `${walk.path}/evaluation/self`, {
        ...selfFields(plan),
        step: 'submit',
      });
    } else if (stage === 'rated') await walk.rate(plan);
    else if (stage !== 'nothing') await walk[stage](plan);
    return { city, plan, walk };
  };

  for (const [index, each] of CASES.entries()) {
    it(`${each.act}: by the ${each.by} and nobody else`, async () => {
      const { city, plan, walk } = await prepare(`kota-${index}`, each.stage);
      const resultId = (await walk.current())?.id;
      const fields = { ...(resultId ? { resultId } : {}), ...each.fields({ plan }) };
      const send = (account: string | null) => app.post(account, `${walk.path}/${each.address}`, fields);
      const before = await city.db.read((tx) => stateOf(tx, city.participants.employee));
      for (const role of READERS) {
        if (role === each.by) continue;
        expect((await send(city[role].accountId)).status, role).toBe(403);
      }
      for (const role of UNRELATED) expect((await send(city[role].accountId)).status, role).toBe(404);
      for (const role of ['officer', 'appraiser', 'employee'] as const)
        expect((await send(other[role].accountId)).status, `other agency's ${role}`).toBe(404);
      const nobody = await send(null);
      expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/sign-in']);
      expect(await city.db.read((tx) => stateOf(tx, city.participants.employee))).toEqual(before);
      const done = await send(city[each.by].accountId);
      expect([done.status, done.headers.get('location')?.startsWith(walk.path)]).toEqual([303, true]);
      expect(await city.db.read((tx) => stateOf(tx, city.participants.employee))).not.toEqual(before);
    });
  }

  it('shows its pages to those concerned and to nobody else', async () => {
    const { city, walk } = await prepare('kota-halaman', 'given');
    for (const address of ['evaluation', 'result']) {
      const get = (account: string | null) => app.get(account, `${walk.path}/${address}`);
      for (const role of READERS) expect((await get(city[role].accountId)).status, role).toBe(200);
      for (const role of UNRELATED) expect((await get(city[role].accountId)).status, role).toBe(404);
      expect((await get(other.officer.accountId)).status).toBe(404);
      expect((await get(null)).status).toBe(303);
    }
  });

  it("keeps the appraiser's draft to the appraiser", async () => {
    const { city, plan, walk } = await prepare('kota-draf', 'rated');
    const secret = plan.results[0]?.id.slice(-4) ?? '';
    for (const role of READERS) {
      for (const address of ['evaluation', 'result', 'evaluation/check', 'evaluation/suggestion']) {
        const response = await app.get(city[role].accountId, `${walk.path}/${address}`);
        const seen = (await response.text()).includes(`bukti yang jelas (${secret})`);
        expect(seen, `${role} ${address}`).toBe(
          role === 'appraiser' && /evaluation(\/check)?$/.test(address),
        );
        if (/check|suggestion/.test(address))
          expect(response.status, `${role} ${address}`).toBe(role === 'appraiser' ? 200 : 403);
      }
    }
  });

  it('records who read a result that is not their own', async () => {
    const { city, walk } = await prepare('kota-akses', 'given');
    await app.get(city.employee.accountId, `${walk.path}/result`);
    await app.get(city.auditor.accountId, `${walk.path}/result`);
    const rows = await city.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select(['actor_id', 'what'])
        .where('agency_id', '=', tx.agencyId)
        .execute(),
    );
    expect(rows).toEqual([{ actor_id: city.auditor.id, what: 'result' }]);
  });
});

async function stateOf(tx: Parameters<Parameters<City['db']['read']>[0]>[0], participantId: string) {
  const assessments = await tx.db
    .selectFrom('assessments')
    .select(['voice', 'state', 'revision'])
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .orderBy('voice')
    .execute();
  const results = await tx.db
    .selectFrom('results')
    .select(['id', 'state'])
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .orderBy('version')
    .execute();
  return { assessments, results };
}
