import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { givePlan } from '../../../test/support/plans.ts';

type Role =
  | 'employee'
  | 'colleague'
  | 'appraiser'
  | 'head'
  | 'officer'
  | 'unitOfficer'
  | 'auditor'
  | 'mayor'
  | 'stranger'
  | 'foreigner'
  | 'nobody';
const ROLES: readonly Role[] = [
  'employee',
  'colleague',
  'appraiser',
  'head',
  'officer',
  'unitOfficer',
  'auditor',
  'mayor',
  'stranger',
  'foreigner',
  'nobody',
];
type Expected = Readonly<Record<Role, number>>;

/** Everybody may know and nobody may do, but for those named. */
const READING: Expected = {
  employee: 200,
  colleague: 404,
  appraiser: 200,
  head: 200,
  officer: 200,
  unitOfficer: 200,
  auditor: 200,
  mayor: 200,
  stranger: 404,
  foreigner: 404,
  nobody: 303,
};
const EMPLOYEE_ONLY: Expected = {
  employee: 303,
  colleague: 404,
  appraiser: 403,
  head: 403,
  officer: 403,
  unitOfficer: 403,
  auditor: 403,
  mayor: 403,
  stranger: 404,
  foreigner: 404,
  nobody: 303,
};

describe('who may do what with progress', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');
  const app = await testApp(test);
  const id = city.participants.employee;
  const plan = await givePlan(city.db, city, id);
  const indicator = plan.results[1]?.indicators[0];
  if (!indicator) throw new Error('the sample plan has indicators');
  const base = `/a/${city.code}/appraisals/${id}`;
  const accountOf = (role: Role) =>
    role === 'nobody' ? null : role === 'foreigner' ? other.officer.accountId : city[role].accountId;

  const statuses = async (ask: (account: string | null, role: Role) => Promise<Response>) => {
    const found: Record<string, number | string> = {};
    for (const role of ROLES) {
      const response = await ask(accountOf(role), role);
      // Nobody is sent to sign in; the others come back from an act that was done.
      const place = response.headers.get('location') ?? '';
      found[role] = role === 'nobody' && !place.startsWith('/sign-in') ? `went to ${place}` : response.status;
    }
    return found;
  };
  const entry = (more: Record<string, string | Blob> = {}) => ({
    id: newId(),
    linkId: newId(),
    indicatorId: indicator.id,
    onDate: '2026-06-30',
    value: '10',
    ...more,
  });
  const employee = city.employee.accountId;
  const record = async (more: Record<string, string | Blob> = {}) => {
    const fields = entry(more);
    const response = await app.post(employee, `${base}/progress/entries`, fields);
    expect(response.status).toBe(303);
    return fields.id as string;
  };
  const evidenceOf = (entryId: string) =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('evidence')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .where('progress_entry_id', '=', entryId)
        .execute(),
    );

  it('shows progress to those who read the appraisal', async () => {
    for (const page of ['/progress', `/progress/${indicator.id}`, `/check-ins/${city.checkpointIds[0]}`]) {
      expect(await statuses((account) => app.get(account, base + page)), page).toEqual(READING);
    }
  });

  it('lets only the employee record, correct and take back', async () => {
    const forms = { ...EMPLOYEE_ONLY, employee: 200 };
    expect(await statuses((account) => app.get(account, `${base}/progress/new`))).toEqual(forms);
    expect(await statuses((account) => app.post(account, `${base}/progress/entries`, entry()))).toEqual(
      EMPLOYEE_ONLY,
    );
    const first = await record();
    for (const page of ['withdrawal', 'evidence']) {
      expect(
        await statuses((account) => app.get(account, `${base}/progress/entries/${first}/${page}`)),
        page,
      ).toEqual(forms);
    }
    expect(
      await statuses((account) =>
        app.post(account, `${base}/progress/entries/${first}/evidence`, {
          linkId: newId(),
          link: 'https://example.org/x',
        }),
      ),
    ).toEqual(EMPLOYEE_ONLY);
    expect(
      await statuses((account) =>
        app.post(account, `${base}/progress/entries/${first}/withdrawal`, { reason: 'Salah' }),
      ),
    ).toEqual(EMPLOYEE_ONLY);
  });

  it('serves and takes back evidence likewise', async () => {
    const first = await record({
      files: new File(['a;b\n'], 'angka.csv'),
      link: 'https://example.org/bukti',
    });
    const evidence = await evidenceOf(first);
    const file = evidence.find((each) => each.kind === 'file');
    const link = evidence.find((each) => each.kind === 'link');
    expect(await statuses((account) => app.get(account, `${base}/evidence/${file?.id}`))).toEqual(READING);
    const asking = { ...EMPLOYEE_ONLY, appraiser: 303, head: 303 };
    expect(await statuses((account) => app.post(account, `${base}/evidence/${link?.id}/check`))).toEqual(
      asking,
    );
    expect(await statuses((account) => app.get(account, `${base}/evidence/${file?.id}/withdrawal`))).toEqual({
      ...EMPLOYEE_ONLY,
      employee: 200,
    });
    expect(
      await statuses((account) =>
        app.post(account, `${base}/evidence/${file?.id}/withdrawal`, { reason: 'Ganti' }),
      ),
    ).toEqual(EMPLOYEE_ONLY);
  });

  it('takes feedback from above and beside, and shows others’ words only to those who read the appraisal', async () => {
    const asked = { ...READING, colleague: 200 };
    expect(await statuses((account) => app.get(account, `${base}/feedback`))).toEqual(asked);
    const given: Expected = { ...EMPLOYEE_ONLY, employee: 403, colleague: 303, appraiser: 303, head: 303 };
    const words = (role: Role) => ({ id: newId(), line: 'value:harmonis', body: `Dari ${role}` });
    // The mayor is a leader here and superior of others, not of this employee.
    expect(await statuses((account, role) => app.post(account, `${base}/feedback`, words(role)))).toEqual(
      given,
    );
    const seen = async (role: Role) => (await app.get(accountOf(role), `${base}/feedback`)).text();
    for (const role of ['employee', 'officer', 'auditor'] as const) {
      const html = await seen(role);
      expect(html).toContain('Dari colleague');
      expect(html).toContain('Dari appraiser');
    }
    const colleague = await seen('colleague');
    expect(colleague).toContain('Dari colleague');
    expect(colleague).not.toContain('Dari appraiser');
    expect(colleague).not.toContain('Jumlah pasien yang dilayani');
    expect(colleague).toContain(plan.results[0]?.statement);
  });

  it('lets only the author take feedback back, for a day', async () => {
    const feedbackId = newId();
    await app.post(accountOf('appraiser'), `${base}/feedback`, {
      id: feedbackId,
      line: 'value:loyal',
      body: 'Baik',
    });
    const address = `${base}/feedback/${feedbackId}/withdrawal`;
    expect(await statuses((account) => app.post(account, address))).toEqual({
      ...EMPLOYEE_ONLY,
      employee: 403,
      appraiser: 303,
    });
  });

  it('lets the employee ask for feedback', async () => {
    const ask = () => ({ id: newId(), askedId: city.colleague.id, message: '' });
    expect(await statuses((account) => app.post(account, `${base}/feedback-requests`, ask()))).toEqual(
      EMPLOYEE_ONLY,
    );
    const outside = await app.post(employee, `${base}/feedback-requests`, {
      id: newId(),
      askedId: city.stranger.id,
    });
    expect(outside.status).toBe(422);
  });

  it('walks a check-in by its table', async () => {
    const address = `${base}/check-ins/${city.checkpointIds[0]}`;
    const wording = () => ({
      versionId: newId(),
      heldOn: '2026-04-02',
      notes: 'Membahas capaian triwulan I.',
    });
    const recording: Expected = { ...EMPLOYEE_ONLY, employee: 403, appraiser: 303 };
    expect(await statuses((account) => app.post(account, address, wording()))).toEqual(recording);
    const [version] = await versions(city);
    const answer = { versionId: version?.id ?? '', act: 'agree', reply: '' };
    expect(await statuses((account) => app.post(account, `${address}/answer`, answer))).toEqual(
      EMPLOYEE_ONLY,
    );
  });

  it('shows a team to whoever leads it, and nothing of anybody else', async () => {
    const appraiser = await (await app.get(accountOf('appraiser'), `/a/${city.code}/team/progress`)).text();
    expect(appraiser).toContain('Rina Novita');
    expect(appraiser).not.toContain('Agus Salim');
    const colleague = await app.get(accountOf('colleague'), `/a/${city.code}/team/progress`);
    expect(colleague.status).toBe(200);
    expect(await colleague.text()).not.toContain('Rina Novita');
    expect((await app.get(null, `/a/${city.code}/team/progress`)).status).toBe(303);
  });
});

function versions(city: City) {
  return city.db.read((tx) =>
    tx.db
      .selectFrom('check_in_versions')
      .selectAll()
      .where('agency_id', '=', tx.agencyId)
      .orderBy('recorded_at')
      .execute(),
  );
}
