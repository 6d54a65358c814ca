import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { needsAttention, periodsLed, teamProgress } from './queries-team.ts';

describe('the team at a glance', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const team = () =>
    city.db.read((tx) =>
      teamProgress(tx, { personId: city.appraiser.id, periodId: city.periodId, today: '2026-11-23' }),
    );

  it('puts first who needs attention most', async () => {
    await givePlan(city.db, city, city.participants.employee);
    const before = await team();
    expect(before.map((member) => [member.name, member.hasPlan])).toEqual([
      ['Dewi Lestari', false],
      ['Rina Novita', true],
    ]);
    expect(before[1]).toMatchObject({
      tracks: { missing: 5, behind: 0 },
      lastEntryOn: null,
      overdueCheckIns: 3,
    });
    expect(before.every(needsAttention)).toBe(true);
  });

  it('counts what is behind, on track and missing', async () => {
    const plan = await givePlan(city.db, city, city.participants.colleague);
    const [latest, average] = plan.results[0]?.indicators ?? [];
    const [sum] = plan.results[1]?.indicators ?? [];
    const record = (indicatorId: string | undefined, value: string, onDate: string) =>
      app.post(
        city.colleague.accountId,
        `/a/${city.code}/appraisals/${city.participants.colleague}/progress/entries`,
        {
          id: newId(),
          linkId: newId(),
          indicatorId: indicatorId ?? '',
          onDate,
          value,
        },
      );
    await record(latest?.id, '95', '2026-06-30');
    await record(average?.id, '3', '2026-03-31');
    await record(sum?.id, '600', '2026-09-30');
    const [first, second] = await team();
    expect(first?.name).toBe('Rina Novita');
    expect(second).toMatchObject({
      lastEntryOn: '2026-09-30',
      tracks: { reached: 1, 'not-yet': 1, behind: 1, missing: 2, 'on-track': 0 },
    });
  });

  it('can be searched and names the period led', async () => {
    expect(await city.db.read((tx) => periodsLed(tx, city.appraiser.id))).toMatchObject([
      { id: city.periodId },
    ]);
    expect(await city.db.read((tx) => periodsLed(tx, city.stranger.id))).toEqual([]);
    const html = await (
      await app.get(city.appraiser.accountId, `/a/${city.code}/team/progress?q=bidan`)
    ).text();
    expect(html).toContain('Dewi Lestari');
    expect(html).not.toContain('Rina Novita');
  });
});
