import { beforeAll, describe, expect, it } from 'vitest';
import { notify } from '#features/people/index.ts';
import { newId } from '#platform/identifier.ts';
import { withLocale } from '#platform/locale/locale.ts';
import { testApp } from '../../../test/support/app.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { NOTIFICATION_KINDS, notificationSentence } from './notification-text.ts';

describe('overview pages', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');
  const { get, post } = await testApp(test);
  const at = (path: string) => `/a/${city.code}${path}`;

  beforeAll(() =>
    city.db.write(async (tx) => {
      const plan = (participant_id: string, state: string, version: number) => ({
        agency_id: tx.agencyId,
        id: newId(),
        participant_id,
        state,
        content: '{}',
        revision: 1,
        version,
        updated_at: tx.now,
      });
      await tx.db
        .insertInto('plans')
        .values([
          plan(city.participants.employee, 'proposed', 0),
          plan(city.participants.colleague, 'agreed', 1),
        ])
        .execute();
    }),
  );

  const roles = {
    employee: city.employee,
    colleague: city.colleague,
    appraiser: city.appraiser,
    head: city.head,
    officer: city.officer,
    unitOfficer: city.unitOfficer,
    auditor: city.auditor,
    mayor: city.mayor,
    stranger: city.stranger,
  } as const;
  type Role = keyof typeof roles;
  const everybody = Object.keys(roles) as Role[];
  const lookAtOrganisation: readonly Role[] = ['officer', 'unitOfficer', 'mayor'];

  it.each([
    ['', everybody],
    ['/team', everybody],
    ['/mine/periods', everybody],
    ['/notifications', everybody],
    ['/organisation', lookAtOrganisation],
    ['/organisation/export.csv', lookAtOrganisation],
    ['/organisation/late', lookAtOrganisation],
    ['/organisation/late.csv', lookAtOrganisation],
  ] as const)('%s is open to whom it concerns', async (path, allowed) => {
    for (const role of everybody) {
      const { status } = await get(roles[role].accountId, at(path));
      expect(`${role} ${status}`).toBe(`${role} ${allowed.includes(role) ? 200 : 403}`);
    }
    expect((await get(null, at(path))).status).toBe(303);
    for (const person of [other.officer, other.mayor, other.employee]) {
      expect((await get(person.accountId, at(path))).status).toBe(404);
    }
  });

  it('leads everybody to their most useful page', async () => {
    const goes = async (account: string) => (await get(account, at('/mine'))).headers.get('location');
    expect(await goes(city.employee.accountId)).toBe(at(`/appraisals/${city.participants.employee}/plan`));
    expect(await goes(city.colleague.accountId)).toBe(
      at(`/appraisals/${city.participants.colleague}/evaluation`),
    );
    expect(await goes(city.officer.accountId)).toBe(at('/mine/periods'));
  });

  it('tells the superior who waits, and nobody else', async () => {
    const home = await (await get(city.appraiser.accountId, at(''))).text();
    expect(home).toContain('SKP menunggu persetujuan');
    expect(home).toContain(city.employee.name);
    expect(await (await get(city.head.accountId, at(''))).text()).not.toContain('SKP menunggu persetujuan');
  });

  it('shows the team with whoever waits first, searched and filtered', async () => {
    const team = await (await get(city.appraiser.accountId, at('/team'))).text();
    expect(team.indexOf(city.employee.name)).toBeGreaterThan(0);
    const found = await (await get(city.appraiser.accountId, at('/team?search=dewi'))).text();
    expect(found).toContain(city.colleague.name);
    expect(found).not.toContain(city.employee.name);
    const waiting = await (await get(city.appraiser.accountId, at('/team?waiting=yes&search=%25'))).text();
    expect(waiting).toContain('Tidak ada yang cocok');
  });

  it('keeps an officer of a unit within the unit', async () => {
    const inside = await get(city.unitOfficer.accountId, at(`/organisation?unit=${city.units.clinic}`));
    expect(inside.status).toBe(200);
    for (const unit of [city.units.schools, city.units.city, other.units.health, 'x']) {
      expect((await get(city.unitOfficer.accountId, at(`/organisation?unit=${unit}`))).status).toBe(404);
    }
    const late = await (await get(city.unitOfficer.accountId, at('/organisation/late.csv?step=plan'))).text();
    expect(late).toContain(city.employee.name);
    expect(late).not.toContain(city.stranger.name);
  });

  it('adds up units with everything below them and exports masked numbers', async () => {
    const csv = await (await get(city.officer.accountId, at('/organisation/export.csv'))).text();
    const row = csv.split('\n').find((line) => line.includes('Dinas Kesehatan'));
    // Head, appraiser, employee and colleague; only the colleague's plan is agreed.
    expect(row?.split(';').slice(1, 3)).toEqual(['4', '1']);
    const late = await (await get(city.officer.accountId, at('/organisation/late.csv?step=plan'))).text();
    expect(late).toContain('••••');
    expect(late).not.toMatch(/\d{18}/);
    expect(late).not.toContain(city.colleague.name);
  });

  it('marks one line or all as read, for the owner only, however often it is clicked', async () => {
    await city.db.write((tx) =>
      notify(
        tx,
        { personId: city.employee.id, kind: 'plan-returned', path: '/appraisals/x/plan' },
        { personId: city.employee.id, kind: 'result-given', path: '/appraisals/x/result' },
      ),
    );
    const lines = await city.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select(['id', 'path'])
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', city.employee.id)
        .orderBy('id')
        .execute(),
    );
    const [first] = lines;
    const address = at(`/notifications/${first?.id}/readings`);
    for (const account of [city.colleague.accountId, city.officer.accountId, other.employee.accountId]) {
      expect((await post(account, address)).status).toBe(404);
    }
    expect((await post(null, address)).headers.get('location')).toBe('/sign-in');
    expect((await post(city.employee.accountId, at('/notifications/x/readings'))).status).toBe(404);
    const clicks = await Promise.all([
      post(city.employee.accountId, address),
      post(city.employee.accountId, address),
    ]);
    for (const click of clicks) expect(click.headers.get('location')).toBe(at(first?.path ?? ''));
    expect(await (await get(city.employee.accountId, at('/notifications'))).text()).toContain(
      'Pemberitahuan: 1',
    );
    expect((await post(city.employee.accountId, at('/notifications/readings'))).status).toBe(303);
    expect(await (await get(city.employee.accountId, at('/notifications'))).text()).toContain(
      'Pemberitahuan: 0',
    );
  });

  it('says every kind in both languages, with and without its parameters', () => {
    const full = { person: 'Rina', period: 'Penilaian 2026', date: '1 Mei 2026', what: 'penilaian diri' };
    for (const kind of NOTIFICATION_KINDS) {
      for (const locale of ['id', 'en'] as const) {
        for (const parameters of [full, {}]) {
          const said = withLocale(locale, () => notificationSentence(kind, parameters));
          expect(said).toMatch(/^\p{Lu}.*\.$/u);
          expect(said).not.toMatch(/[[\]{}]|undefined/);
        }
      }
    }
  });
});
