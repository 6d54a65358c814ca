import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import type { City } from '../../../../test/support/city.ts';
import { assignEverybody, periodStage } from '../../../../test/support/period-stage.ts';
import { adopt, localScheme } from '../../../../test/support/schemes.ts';

describe('schemes by unit and post', async () => {
  const { get, post, city, draft, participants } = await periodStage();

  const unitOf = async (made: City, personId: string) =>
    (
      await made.db.read((tx) =>
        tx.db
          .selectFrom('placements')
          .select('unit_id')
          .where('agency_id', '=', tx.agencyId)
          .where('person_id', '=', personId)
          .executeTakeFirstOrThrow(),
      )
    ).unit_id;

  it('gives each participant the version of the first rule that fits, and keeps it', async () => {
    const made = await city();
    await adopt(made, localScheme('skema-unit'));
    await adopt(made, localScheme('skema-pelaksana'));
    await made.db.write((tx) => assignEverybody(tx, made));
    const id = await draft(made);
    const base = `/a/${made.code}/periods/${id}`;
    const unit = await unitOf(made, made.employee.id);
    const add = (fields: Record<string, string>) =>
      post(made.officer.accountId, `${base}/schemes`, { unit: '', positionKind: '', ...fields });
    const ruleId = newId();
    const rule = { id: ruleId, unit, scheme: 'skema-unit@1' };
    expect((await Promise.all([add(rule), add(rule)])).map((each) => each.status)).toEqual([303, 303]);
    expect((await add({ unit, scheme: 'skema-pelaksana@1' })).status).toBe(422);
    expect((await add({ scheme: 'skema-unit@1' })).status).toBe(422);
    expect((await add({ positionKind: 'pelaksana', scheme: 'tidak-ada@1' })).status).toBe(422);
    expect((await add({ positionKind: 'pelaksana', scheme: 'skema-pelaksana@1' })).status).toBe(303);
    const html = await (await get(made.officer.accountId, `${base}/schemes`)).text();
    expect(html).toContain('dan unit di bawahnya');
    expect(html).toContain('Selain yang disebut di bawah');
    expect((await post(made.officer.accountId, `${base}/opening`)).status).toBe(303);
    const rows = await participants(made, id);
    const versions = new Map(rows.map((row) => [row.person_id, row.scheme_id]));
    expect(versions.get(made.employee.id)).toBe('skema-unit');
    expect(new Set(versions.values()).size).toBeGreaterThan(1);
    expect((await add({ positionKind: 'jf', scheme: 'skema-unit@1' })).status).toBe(409);
    expect((await post(made.officer.accountId, `${base}/schemes/${ruleId}`, { act: 'remove' })).status).toBe(
      409,
    );
  });

  it('changes the order and removes, each once for two who click together', async () => {
    const made = await city();
    await adopt(made, localScheme('skema-unit'));
    const id = await draft(made);
    const base = `/a/${made.code}/periods/${id}/schemes`;
    const [first, second] = [newId(), newId()];
    for (const [rule, positionKind] of [
      [first, 'jf'],
      [second, 'pelaksana'],
    ] as const)
      await post(made.officer.accountId, base, { id: rule, positionKind, scheme: 'skema-unit@1' });
    const act = (rule: string, name: string) =>
      post(made.officer.accountId, `${base}/${rule}`, { act: name });
    const order = async () =>
      (
        await made.db.read((tx) =>
          tx.db
            .selectFrom('period_schemes')
            .select('id')
            .where('agency_id', '=', tx.agencyId)
            .where('period_id', '=', id)
            .orderBy('ordinal')
            .execute(),
        )
      ).map((row) => row.id);
    expect((await act(second, 'raise')).status).toBe(303);
    expect(await order()).toEqual([second, first]);
    await Promise.all([act(second, 'remove'), act(second, 'remove'), act(first, 'raise')]);
    expect(await order()).toEqual([first]);
  });

  it('is an act of the agency’s officers alone', async () => {
    const made = await city();
    const other = await city();
    await adopt(made, localScheme('skema-unit'));
    const id = await draft(made);
    const path = `/a/${made.code}/periods/${id}/schemes`;
    const fields = { id: newId(), positionKind: 'jf', scheme: 'skema-unit@1' };
    const accounts: Record<string, [string | null, number, number]> = {
      nobody: [null, 303, 303],
      employee: [made.employee.accountId, 404, 404],
      appraiser: [made.appraiser.accountId, 404, 404],
      head: [made.head.accountId, 404, 404],
      'other agency': [other.officer.accountId, 404, 404],
      auditor: [made.auditor.accountId, 200, 403],
      mayor: [made.mayor.accountId, 200, 403],
      'unit officer': [made.unitOfficer.accountId, 200, 403],
      officer: [made.officer.accountId, 200, 303],
    };
    for (const [name, [account, read, write]] of Object.entries(accounts)) {
      expect((await get(account, path)).status, name).toBe(read);
      expect((await post(account, path, fields)).status, name).toBe(write);
    }
  });

  it('offers only versions that this agency adopted', async () => {
    const made = await city();
    const other = await city();
    await adopt(other, localScheme('skema-lain'));
    const id = await draft(made);
    const path = `/a/${made.code}/periods/${id}/schemes`;
    const fields = { id: newId(), positionKind: 'jf', scheme: 'skema-lain@1' };
    expect((await post(made.officer.accountId, path, fields)).status).toBe(422);
  });
});
