import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { checkLinkTask, monitoringTasks } from './jobs.ts';

describe('links given as evidence', async () => {
  const server = http.createServer((request, response) => {
    if (request.url === '/private')
      response.writeHead(302, { location: 'https://accounts.google.com/x' }).end();
    else response.writeHead(request.url === '/open' ? 200 : 404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  afterAll(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const task = checkLinkTask({
    allowAddress: (address) => address === '127.0.0.1',
    allowPort: (each) => each === port,
    timeoutMilliseconds: 2000,
  });

  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const id = city.participants.employee;
  const plan = await givePlan(city.db, city, id);
  const indicatorId = plan.results[0]?.indicators[0]?.id ?? '';
  const base = `/a/${city.code}/appraisals/${id}`;
  const give = async (path: string) => {
    const linkId = newId();
    const response = await app.post(city.employee.accountId, `${base}/progress/entries`, {
      id: newId(),
      linkId,
      link: `http://127.0.0.1:${port}${path}`,
      linkTitle: `Laporan ${path}`,
      indicatorId,
      onDate: '2026-06-30',
      value: '80',
    });
    expect(response.status).toBe(303);
    return linkId;
  };
  const page = async () =>
    (await app.get(city.appraiser.accountId, `${base}/progress/${indicatorId}`)).text();
  const stateOf = async (linkId: string) =>
    (
      await city.db.read((tx) =>
        tx.db
          .selectFrom('evidence')
          .select('link_state')
          .where('agency_id', '=', tx.agencyId)
          .where('id', '=', linkId)
          .executeTakeFirst(),
      )
    )?.link_state;

  it('are looked at by a job, and the finding stands in words with advice', async () => {
    const [open, shut, gone] = [await give('/open'), await give('/private'), await give('/gone')];
    expect(await page()).toContain('Sedang diperiksa');
    for (const evidenceId of [open, shut, gone]) await task.run(city.db, { evidenceId });
    expect(await Promise.all([open, shut, gone].map(stateOf))).toEqual([
      'reachable',
      'needs-sign-in',
      'broken',
    ]);
    const html = await page();
    expect(html).toContain('Dapat dibuka');
    expect(html).toContain('Atur berbagi agar atasan dapat membuka');
    expect(html).toContain('Tautan mati');
  });

  it('wait in the queue from the moment they are given, and again when asked', async () => {
    const linkId = await give('/open');
    await task.run(city.db, { evidenceId: linkId });
    await app.post(city.appraiser.accountId, `${base}/evidence/${linkId}/check`);
    expect(await stateOf(linkId)).toBe('unchecked');
    expect((await app.post(city.appraiser.accountId, `${base}/evidence/${newId()}/check`)).status).toBe(404);
  });

  it('never lead the real task into a private network', async () => {
    const linkId = await give('/open');
    const [real] = monitoringTasks;
    await real?.run(city.db, { evidenceId: linkId });
    expect(await stateOf(linkId)).toBe('unreachable');
  });

  it('of another agency or none are no work', async () => {
    const other = await createCity(test.database, 'kota-lain');
    const linkId = await give('/open');
    await task.run(other.db, { evidenceId: linkId });
    await task.run(city.db, { evidenceId: newId() });
    expect(await stateOf(linkId)).toBe('unchecked');
  });
});
