import { describe, expect, it } from 'vitest';
import type { City } from '../../../test/support/city.ts';
import { type PlanCity, planStage } from '../../../test/support/plan-stage.ts';
import type { PlanState } from './transitions.ts';

type Fields = Record<string, string>;

describe('a plan and everyone who has a role', async () => {
  const { get, post, city, planIn } = await planStage();

  const everybody = (made: PlanCity, other: City) =>
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

  it('is done by employee and appraiser only, each act by the one whose it is', async () => {
    const other = await city();
    const acts: [path: string, by: 'employee' | 'appraiser', from: PlanState, fields: Fields][] = [
      ['proposal', 'employee', 'returned', {}],
      ['withdrawal', 'employee', 'proposed', {}],
      ['return', 'appraiser', 'proposed', { 'reason-return': 'Target kurang menantang' }],
      ['agreement', 'appraiser', 'revision-proposed', {}],
      ['revision', 'appraiser', 'agreed', { 'reason-open-revision': 'Mutasi program' }],
      ['edit', 'employee', 'draft', { section: 'annex', 'a.resources': 'Vaksin' }],
    ];
    for (const [path, by, from, fields] of acts) {
      const made = await city();
      await planIn(made, from);
      const answers: Record<string, number> = {};
      const accounts = everybody(made, other);
      // The one who may comes last, so that nobody before has changed anything.
      const order = Object.entries(accounts).toSorted(([a], [b]) => Number(a === by) - Number(b === by));
      for (const [name, account] of order)
        answers[name] = (await post(account, `${made.plan}/${path}`, { ...fields, revision: '1' })).status;
      expect(answers, path).toEqual({
        nobody: 303,
        colleague: 404,
        stranger: 404,
        'other agency': 404,
        employee: 403,
        appraiser: 403,
        superior: 403,
        officer: 403,
        'unit officer': 403,
        auditor: 403,
        leader: 403,
        [by]: 303,
      });
    }
  });

  it('is read by those concerned, and reading is recorded', async () => {
    const [made, other] = [await city(), await city()];
    await planIn(made, 'agreed');
    for (const page of ['', '/matrix', '/compare?from=1&to=1']) {
      const answers: Record<string, number> = {};
      for (const [name, account] of Object.entries(everybody(made, other)))
        answers[name] = (await get(account, made.plan + page)).status;
      expect(answers, page).toEqual({
        nobody: 303,
        colleague: 404,
        stranger: 404,
        'other agency': 404,
        employee: 200,
        appraiser: 200,
        superior: 200,
        officer: 200,
        'unit officer': 200,
        auditor: 200,
        leader: 200,
      });
    }
    const log = await made.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select('actor_id')
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', made.employee.id)
        .execute(),
    );
    expect(new Set(log.map((row) => row.actor_id))).toEqual(
      new Set(
        [made.appraiser, made.head, made.officer, made.unitOfficer, made.auditor, made.mayor].map(
          (p) => p.id,
        ),
      ),
    );
  });
});
