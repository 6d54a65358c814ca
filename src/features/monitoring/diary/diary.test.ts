import { describe, expect, it } from 'vitest';
import { diagram } from '#domain/workflow/workflow.ts';
import { ownData } from '#features/transparency/own-data.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { createCity } from '../../../../test/support/city.ts';
import { TEST_NOW, testDatabase } from '../../../../test/support/database.ts';
import { givePlan } from '../../../../test/support/plans.ts';
import { observationsFor } from './queries.ts';
import { remindOfDiary } from './reminders.ts';
import { OBSERVATION } from './transitions.ts';

const SEEN = 'Menggantikan rekan di loket pendaftaran seharian tanpa diminta.';

describe('the diary of observations', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');
  const app = await testApp(test);
  const participantId = city.participants.employee;
  const plan = await givePlan(city.db, city, participantId);
  const base = `/a/${city.code}/appraisals/${participantId}/diary`;
  const words = (more: Record<string, string> = {}) => ({
    id: newId(),
    onDate: '2026-05-12',
    line: 'value:kolaboratif',
    seen: SEEN,
    ...more,
  });
  const seenBy = (personId: string) => city.db.read((tx) => observationsFor(tx, participantId, personId));
  const write = async (fields: Record<string, string>, who = city.appraiser) => {
    const response = await app.post(who.accountId, base, fields);
    expect(response.status, await response.clone().text()).toBe(303);
    return fields.id ?? '';
  };
  const eventsOf = (subjectId: string) =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select(['type', 'person_id'])
        .where('agency_id', '=', tx.agencyId)
        .where('subject_id', '=', subjectId)
        .orderBy('at')
        .orderBy('id')
        .execute(),
    );

  it('is its author’s own until it is shared', async () => {
    const id = await write(words({ effect: 'Antrean selesai pukul 12.' }));
    expect(await seenBy(city.appraiser.id)).toMatchObject([
      { id, seen: SEEN, effect: 'Antrean selesai pukul 12.', target: 'value', lineId: 'kolaboratif' },
    ]);
    for (const who of [city.employee, city.head, city.officer, city.auditor]) {
      expect(await seenBy(who.id)).toEqual([]);
      const html = await (await app.get(who.accountId, base)).text();
      expect(html).not.toContain(SEEN);
      expect((await app.get(who.accountId, `${base}/${id}`)).status).toBe(404);
    }
    // The record says that there was an act and does not tell the person what the diary does not.
    expect(await eventsOf(id)).toEqual([{ type: 'observation.written', person_id: null }]);
    const held = await city.db.read((tx) => ownData(tx, city.employee.id));
    expect(held.observations).toEqual([]);
    expect(JSON.stringify(held)).not.toContain(id);

    expect((await app.post(city.appraiser.accountId, `${base}/${id}/sharing`)).status).toBe(303);
    for (const who of [city.employee, city.head, city.officer]) {
      expect(await seenBy(who.id)).toMatchObject([{ id }]);
      expect(await (await app.get(who.accountId, base)).text()).toContain(SEEN);
    }
    expect(await eventsOf(id)).toEqual([
      { type: 'observation.written', person_id: null },
      { type: 'observation.shared', person_id: city.employee.id },
    ]);
    const told = await city.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select('path')
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', city.employee.id)
        .where('kind', '=', 'observation-shared')
        .execute(),
    );
    expect(told).toEqual([{ path: `/appraisals/${participantId}/diary` }]);
    expect((await city.db.read((tx) => ownData(tx, city.employee.id))).observations).toHaveLength(1);
    // What was read stays as it was read.
    const change = { ...words(), revision: '1', seen: 'Lain.' };
    expect((await app.post(city.appraiser.accountId, `${base}/${id}`, change)).status).toBe(409);
    expect((await app.post(city.appraiser.accountId, `${base}/${id}/removal`)).status).toBe(409);
    expect((await app.post(city.head.accountId, `${base}/${id}`, change)).status).toBe(403);
  });

  it('is kept by appraiser and superior, each for themselves, and by nobody else', async () => {
    const post = (account: string | null, address = base) => app.post(account, address, words());
    expect((await post(null)).headers.get('location')).toMatch(/^\/sign-in/);
    for (const [who, status] of [
      [city.employee, 403],
      [city.officer, 403],
      [city.auditor, 403],
      [city.colleague, 404],
      [city.stranger, 404],
    ] as const)
      expect([who.name, (await post(who.accountId)).status]).toEqual([who.name, status]);
    expect((await post(other.appraiser.accountId)).status).toBe(404);
    const id = await write(words({ seen: 'Menyampaikan usul perbaikan pada rapat dinas.' }), city.head);
    expect((await seenBy(city.head.id)).map((each) => each.id)).toContain(id);
    expect((await seenBy(city.appraiser.id)).map((each) => each.id)).not.toContain(id);
    expect((await app.get(city.appraiser.accountId, `${base}/${id}`)).status).toBe(404);
    expect((await app.post(city.appraiser.accountId, `${base}/${id}/sharing`)).status).toBe(404);
  });

  it('keeps every wording, once however often the button was pressed', async () => {
    const first = words({ seen: 'Datang terlambat ke apel.' });
    const both = await Promise.all([
      app.post(city.appraiser.accountId, base, first),
      app.post(city.appraiser.accountId, base, first),
    ]);
    expect(both.map((each) => each.status)).toEqual([303, 303]);
    const mine = (await seenBy(city.appraiser.id)).filter((each) => each.id === first.id);
    expect(mine).toHaveLength(1);
    const change = (seen: string, revision = '1') =>
      app.post(city.appraiser.accountId, `${base}/${first.id}`, { ...words(), seen, revision });
    const raced = await Promise.all([change('Datang pukul 8.10.'), change('Datang pukul 8.20.')]);
    expect(raced.map((each) => each.status).sort()).toEqual([303, 409]);
    const html = await (await app.get(city.appraiser.accountId, `${base}/${first.id}`)).text();
    expect(html).toContain('Datang terlambat ke apel.');
    expect((await change('Basi.')).status).toBe(409);
    expect((await app.post(city.appraiser.accountId, `${base}/${first.id}/removal`)).status).toBe(303);
    expect((await seenBy(city.appraiser.id)).map((each) => each.id)).not.toContain(first.id);
  });

  it('says what is wrong at the field and keeps what was typed', async () => {
    const refused = async (more: Record<string, string>, field: string) => {
      const response = await app.post(city.appraiser.accountId, base, words(more));
      const html = await response.text();
      expect([response.status, html.includes(`id="${field}-error"`)]).toEqual([422, true]);
      if (more.seen !== '') expect(html).toContain(SEEN);
    };
    await refused({ onDate: '2027-01-01' }, 'onDate');
    await refused({ onDate: '2025-12-31' }, 'onDate');
    await refused({ line: `result:${newId()}` }, 'line');
    await refused({ line: 'nonsense' }, 'line');
    await refused({ link: 'javascript:alert(1)' }, 'link');
    await refused({ seen: '' }, 'seen');
    await write(words({ line: `result:${plan.results[0]?.id}` }));
    await write(words({ line: 'whole' }));
  });

  it('keeps a file that only readers of the note can open', async () => {
    const id = newId();
    const file = new File(['%PDF-1.4\n%%EOF'], 'Foto loket.pdf');
    await app.post(city.appraiser.accountId, base, { ...words({ id }), files: file });
    const open = (account: string) => app.get(account, `${base}/${id}/file`);
    expect((await open(city.appraiser.accountId)).status).toBe(200);
    expect((await open(city.employee.accountId)).status).toBe(404);
    expect((await open(city.head.accountId)).status).toBe(404);
  });

  it('reminds once a month of people about whom nothing was written', async () => {
    const remind = (today: string) => city.db.write((tx) => remindOfDiary(tx, today));
    const countFor = (personId: string) =>
      city.db.read((tx) =>
        tx.db
          .selectFrom('notifications')
          .select('parameters')
          .where('agency_id', '=', tx.agencyId)
          .where('person_id', '=', personId)
          .where('kind', '=', 'diary-reminder')
          .execute(),
      );
    expect(await remind('2026-06-09')).toBe(0);
    await remind('2026-06-10');
    await remind('2026-06-11');
    // The appraiser has noted something about the employee and nothing about the colleague.
    expect(await countFor(city.appraiser.id)).toEqual([{ parameters: { count: '1' } }]);
    await remind('2026-07-10');
    expect(await countFor(city.appraiser.id)).toHaveLength(2);
  });

  it('has its life in the table', () => {
    expect(TEST_NOW).toBeDefined();
    expect(diagram(OBSERVATION, 'kept')).toContain('kept --> open: share (author)');
  });
});
