import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { type City, createCity, createPerson, inventNip } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';

type Role =
  | 'employee'
  | 'colleague'
  | 'appraiser'
  | 'head'
  | 'mayor'
  | 'auditor'
  | 'stranger'
  | 'officer'
  | 'unitOfficer';
const ROLES: readonly Role[] = [
  'employee',
  'colleague',
  'appraiser',
  'head',
  'mayor',
  'auditor',
  'stranger',
  'officer',
  'unitOfficer',
];
const ORDINARY: readonly Role[] = [
  'employee',
  'colleague',
  'appraiser',
  'head',
  'mayor',
  'auditor',
  'stranger',
];

const test = await testDatabase();
const city: City = await createCity(test.database);
const other: City = await createCity(test.database, 'kota-lain');
const app: TestApp = await testApp(test);
const at = (path: string) => `/a/${city.code}${path}`;
const asOfficer = (path: string) => app.get(city.officer.accountId, at(path));
const words = async (response: Response | Promise<Response>) => (await response).text();

describe('who may do what with people', () => {
  const newPerson = () => ({
    id: newId(),
    kind: 'non-asn',
    name: 'Wakil Wali Kota',
    position: 'Wakil Wali Kota',
    positionKind: 'other',
    unitId: city.units.clinic,
    from: '2026-01-01',
  });
  const assignment = () => ({ appraiserId: city.head.id, superiorId: city.mayor.id, from: '2026-11-23' });
  const acting = () => ({ id: newId(), kind: 'plt', unitId: city.units.clinic, from: '2026-11-23' });
  const grant = () => ({
    id: newId(),
    role: 'leader',
    personId: city.head.id,
    scope: 'unit',
    unitId: city.units.health,
  });
  /** Path, form (none for a page), and what an officer of the agency and one of the health office get. */
  const acts: readonly [
    path: string,
    form: (() => Record<string, string>) | null,
    all: number,
    unit: number,
  ][] = [
    ['/people', null, 200, 200],
    ['/people/export', null, 200, 200],
    ['/people/new', null, 200, 200],
    ['/people/new', newPerson, 303, 303],
    [`/people/${city.employee.id}`, null, 200, 200],
    [`/people/${city.stranger.id}`, null, 200, 404],
    [`/people/${other.employee.id}`, null, 404, 404],
    [`/people/${city.employee.id}/appraiser`, null, 200, 200],
    [`/people/${city.stranger.id}/appraiser`, null, 200, 404],
    [`/people/${city.employee.id}/appraiser`, assignment, 303, 303],
    [`/people/${city.stranger.id}/appraiser`, assignment, 303, 404],
    [`/people/${other.employee.id}/appraiser`, assignment, 404, 404],
    [`/people/${city.colleague.id}/acting`, null, 200, 200],
    [`/people/${city.colleague.id}/acting`, acting, 303, 303],
    [`/people/${city.stranger.id}/acting`, acting, 303, 404],
    ['/people/appraisers', null, 200, 200],
    ['/people/appraisers/acceptances', () => ({ which: 'ready', from: '2026-11-23' }), 303, 303],
    [
      '/people/appraisers/acceptances',
      () => ({ which: 'chosen', person: city.stranger.id, from: '2026-11-23' }),
      303,
      404,
    ],
    [`/people/appraisers/assignment?person=${city.stranger.id}`, null, 200, 404],
    ['/people/appraisers/assignment', () => ({ ...assignment(), person: city.stranger.id }), 303, 404],
    [`/people/appraisers/flags/${newId()}/answer`, () => ({ resolution: 'Sudah' }), 404, 404],
    ['/roles', null, 200, 403],
    ['/roles', grant, 303, 403],
    [`/roles/${newId()}/revocation`, () => ({}), 404, 403],
  ];
  const ask = (account: string | null, [path, form]: (typeof acts)[number]) =>
    form ? app.post(account, at(path), form()) : app.get(account, at(path));

  it.each(acts)('%s', async (...act) => {
    const [path, form, all, unit] = act;
    const label = `${form ? 'POST' : 'GET'} ${path}`;
    for (const role of ORDINARY) {
      expect((await ask(city[role].accountId, act)).status, `${role} ${label}`).toBe(403);
    }
    expect((await ask(city.unitOfficer.accountId, act)).status, `unit officer ${label}`).toBe(unit);
    expect((await ask(city.officer.accountId, act)).status, `officer ${label}`).toBe(all);
    const nobody = await ask(null, act);
    expect(nobody.status).toBe(303);
    expect(nobody.headers.get('location')).toMatch(/^\/sign-in/);
    expect((await ask(other.officer.accountId, act)).status, `another agency ${label}`).toBe(404);
  });

  it('shows everybody their own appraiser, and units to those who lead or look after them', async () => {
    for (const role of ROLES)
      expect((await app.get(city[role].accountId, at('/appraiser'))).status).toBe(200);
    for (const role of ROLES) {
      const may = ['mayor', 'auditor', 'officer', 'unitOfficer'].includes(role) || role === 'head';
      // The head of the health office was made leader of it by an act above.
      expect((await app.get(city[role].accountId, at('/units'))).status, role).toBe(may ? 200 : 403);
    }
    const part = await words(app.get(city.unitOfficer.accountId, at('/units')));
    expect(part).toContain('Puskesmas Contoh');
    expect(part).not.toContain('Dinas Pendidikan');
    expect((await app.get(null, at('/appraiser'))).status).toBe(303);
    expect((await app.get(other.employee.accountId, at('/appraiser'))).status).toBe(404);
  });
});

describe('the list', () => {
  it('searches, filters, masks numbers and stays in the scope', async () => {
    const found = await words(asOfficer('/people?q=novita'));
    expect(found).toContain('Rina Novita');
    expect(found).not.toContain('Dewi Lestari');
    expect(found).not.toMatch(/\d{18}/);
    expect(await words(asOfficer(`/people?unit=${city.units.health}`))).not.toContain('Agus Salim');
    expect(await words(asOfficer('/people?q=%25'))).toContain('Tidak ada yang cocok');
    expect(await words(asOfficer('/people?kind=non-asn'))).toContain('Walikota Contoh');
    expect(await words(asOfficer('/people?status=no-appraiser'))).not.toContain('Walikota Contoh');
    const part = await words(app.get(city.unitOfficer.accountId, at('/people')));
    expect(part).toContain('Rina Novita');
    expect(part).not.toContain('Agus Salim');
  });

  it('gives a file in which nothing becomes a formula and no number is whole', async () => {
    await city.db.write((tx) =>
      createPerson(tx, {
        account: 'rumus',
        name: '=HYPERLINK("http://x")',
        unitId: city.units.schools,
        post: '+62',
        kind: 'pelaksana',
      }),
    );
    const csv = await words(asOfficer('/people/export'));
    expect(csv).toContain("'=HYPERLINK");
    expect(csv).toContain("'+62");
    expect(csv).not.toMatch(/\d{18}/);
    const part = await words(app.get(city.unitOfficer.accountId, at('/people/export?q=rumus')));
    expect(part).not.toContain('HYPERLINK');
  });
});

describe('one person', () => {
  it('shows the whole number and records who looked', async () => {
    expect(await words(asOfficer(`/people/${city.colleague.id}`))).toMatch(/\d{18}/);
    const looks = await city.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select(['actor_id', 'what'])
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', city.colleague.id)
        .where('actor_id', '=', city.officer.id)
        .execute(),
    );
    expect(looks).toContainEqual({ actor_id: city.officer.id, what: 'person' });
  });

  it('is added once however often the form arrives, with a number that is checked', async () => {
    const id = newId();
    const nip = inventNip();
    const form = {
      id,
      kind: 'pns',
      nip,
      name: 'Baru Sekali',
      position: 'Arsiparis Terampil',
      positionKind: 'jf',
      positionLevel: 'terampil',
      unitId: city.units.schools,
      from: '2026-10-01',
    };
    const save = (fields: Record<string, string>) =>
      app.post(city.officer.accountId, at('/people/new'), fields);
    const wrong = await save({ ...form, nip: '198513012010011001' });
    expect(wrong.status).toBe(422);
    const again = await wrong.text();
    expect(again).toContain('value="198513012010011001"');
    expect(again).toContain('value="Baru Sekali"');
    const clicks = await Promise.all([save(form), save(form)]);
    expect(clicks.map((each) => each.status)).toEqual([303, 303]);
    expect((await save({ ...form, id: newId() })).status).toBe(422);
    const page = await words(asOfficer(`/people/${id}`));
    expect(page).toContain('Arsiparis Terampil');
    expect(page).toContain('1 Januari 1985');
    const outside = await app.post(city.unitOfficer.accountId, at('/people/new'), {
      ...form,
      id: newId(),
      nip: inventNip(),
    });
    expect(outside.status, 'a unit officer adds people only to their own units').toBe(422);
  });

  it('leads another unit for a time, and proposals follow', async () => {
    const form = {
      id: newId(),
      kind: 'plh',
      unitId: city.units.schools,
      from: '2026-11-20',
      lastDay: '2026-11-30',
    };
    const path = at(`/people/${city.head.id}/acting`);
    const back = { ...form, id: newId(), lastDay: '2026-11-01' };
    expect((await app.post(city.officer.accountId, path, back)).status).toBe(422);
    await Promise.all([1, 2].map(() => app.post(city.officer.accountId, path, form)));
    const page = await words(asOfficer(`/people/${city.head.id}`));
    expect(page.match(/Plh\. Kepala Dinas Pendidikan/g)?.length).toBe(2);
    expect(page).toContain('30 Nov 2026');
    expect(await words(asOfficer('/people/appraisers?tab=all&q=agus'))).toContain(
      'Kepala unit adalah Plt/Plh',
    );
    expect((await app.post(city.officer.accountId, `${path}/${form.id}/end`)).status).toBe(303);
    expect((await app.post(city.officer.accountId, `${path}/${form.id}/end`)).status).toBe(303);
    expect((await app.post(city.officer.accountId, `${path}/${newId()}/end`)).status).toBe(404);
    expect(await words(asOfficer(`/people/${city.head.id}`))).toContain('22 Nov 2026');
  });
});
