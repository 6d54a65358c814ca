import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { createCity } from '../../../test/support/city.ts';
import { TEST_NOW, testDatabase } from '../../../test/support/database.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { feedbackOf, progressOf } from './queries.ts';

describe('feedback', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const id = city.participants.employee;
  const plan = await givePlan(city.db, city, id);
  const indicator = plan.results[0]?.indicators[0];
  if (!indicator) throw new Error('the sample plan has indicators');
  const base = `/a/${city.code}/appraisals/${id}`;
  const give = (account: string, more: Record<string, string> = {}) => {
    const fields = { id: newId(), line: 'value:harmonis', body: 'Membantu rekan baru.', ...more };
    return app.post(account, `${base}/feedback`, fields);
  };
  const notified = (personId: string, kind: string) =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select(['path', 'parameters'])
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', personId)
        .where('kind', '=', kind)
        .execute(),
    );

  it('keeps the guiding parts, tells the person, and stands on the line it is about', async () => {
    const response = await give(city.appraiser.accountId, {
      line: `indicator:${indicator.id}`,
      observation: 'Rapat 3 Juni',
      impact: 'Data lengkap lebih cepat',
      nextStep: 'Teruskan',
    });
    expect(response.status).toBe(303);
    const [progress] = await city.db.read((tx) => progressOf(tx, id));
    expect(progress?.feedback).toMatchObject([
      {
        observation: 'Rapat 3 Juni',
        impact: 'Data lengkap lebih cepat',
        nextStep: 'Teruskan',
        author: { role: 'appraiser' },
      },
    ]);
    const told = await notified(city.employee.id, 'feedback-given');
    expect(told).toMatchObject([
      {
        path: `/appraisals/${id}/feedback`,
        parameters: { person: city.appraiser.name, what: indicator.statement },
      },
    ]);
    const html = await (await app.get(city.employee.accountId, `${base}/feedback`)).text();
    expect(html).toContain(city.appraiser.name);
    expect(html).toContain('pejabat penilai');
  });

  it('is given once however often the button is pressed', async () => {
    const before = await city.db.read((tx) => feedbackOf(tx, id));
    const fields = { id: newId() };
    await Promise.all([1, 2, 3].map(() => give(city.colleague.accountId, fields)));
    expect(await city.db.read((tx) => feedbackOf(tx, id))).toHaveLength(before.length + 1);
    expect(await notified(city.employee.id, 'feedback-given')).toHaveLength(before.length + 1);
  });

  it('needs words and a line of this very plan', async () => {
    const colleaguePlan = await givePlan(city.db, city, city.participants.colleague);
    const mistakes: Record<string, string>[] = [
      { body: ' ' },
      { line: '' },
      { line: 'value:ramah' },
      { line: `result:${colleaguePlan.results[0]?.id}` },
      { line: `result:${indicator.id}` },
    ];
    for (const wrong of mistakes) {
      const response = await give(city.appraiser.accountId, wrong);
      expect(response.status, JSON.stringify(wrong)).toBe(422);
      if (!('body' in wrong)) expect(await response.text()).toContain('Membantu rekan baru.');
    }
  });

  it('can be taken back within a day, and the record keeps it', async () => {
    const fields = { id: newId(), body: 'Terlalu cepat ditulis' };
    await give(city.head.accountId, fields);
    const address = `${base}/feedback/${fields.id}/withdrawal`;
    test.setNow(new Date(TEST_NOW.getTime() + 24 * 3_600_000));
    const late = await app.post(city.head.accountId, address);
    expect(late.status).toBe(422);
    test.setNow(new Date(TEST_NOW.getTime() + 24 * 3_600_000 - 1000));
    const answers = await Promise.all([
      app.post(city.head.accountId, address),
      app.post(city.head.accountId, address),
    ]);
    expect(answers.map((each) => each.status)).toEqual([303, 303]);
    test.setNow(TEST_NOW);
    const html = await (await app.get(city.employee.accountId, `${base}/feedback`)).text();
    expect(html).not.toContain('Terlalu cepat ditulis');
    expect(html).toContain('Ditarik oleh pemberinya');
    const kept = await city.db.read((tx) => feedbackOf(tx, id, { withWithdrawn: true }));
    expect(kept.find((each) => each.id === fields.id)?.withdrawnAt).toBeInstanceOf(Date);
    expect((await city.db.read((tx) => feedbackOf(tx, id))).some((each) => each.id === fields.id)).toBe(
      false,
    );
    const events = await city.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select('type')
        .where('agency_id', '=', tx.agencyId)
        .where('subject_id', '=', fields.id)
        .orderBy('type')
        .execute(),
    );
    expect(events.map((event) => event.type)).toEqual(['feedback.given', 'feedback.withdrawn']);
  });

  it('can be asked for; an open question is asked once and closed by the answer', async () => {
    const ask = () =>
      app.post(city.employee.accountId, `${base}/feedback-requests`, {
        id: newId(),
        askedId: city.colleague.id,
        message: 'Bagaimana penyuluhan saya?',
      });
    expect((await Promise.all([ask(), ask()])).map((each) => each.status)).toEqual([303, 303]);
    expect(await notified(city.colleague.id, 'feedback-asked')).toMatchObject([
      { path: `/appraisals/${id}/feedback` },
    ]);
    const page = async () => (await app.get(city.employee.accountId, `${base}/feedback`)).text();
    expect(await page()).toContain('menunggu jawaban');
    await give(city.colleague.accountId);
    expect(await page()).toContain('sudah dijawab');
    await ask();
    expect(await notified(city.colleague.id, 'feedback-asked')).toHaveLength(2);
  });

  it('reaches upwards: the appraiser hears from those they appraise', async () => {
    const upwards = `/a/${city.code}/appraisals/${city.participants.appraiser}/feedback`;
    const response = await app.post(city.employee.accountId, upwards, {
      id: newId(),
      line: 'value:kolaboratif',
      body: 'Rapat pagi membantu kami.',
    });
    expect(response.status).toBe(303);
    const [given] = await city.db.read((tx) => feedbackOf(tx, city.participants.appraiser));
    expect(given?.author.role).toBe('subordinate');
  });
});
