/** Setting up: counters, people, rounds, tokens; who may, what is refused, what is kept of the typing. */
import { describe, expect, it } from 'vitest';
import { pdfText } from '#platform/documents/pdf-text.ts';
import { newId } from '#platform/identifier.ts';
import { qrSvg } from '#ui/qr-code.tsx';
import { createCity } from '../../../test/support/city.ts';
import { surveyStage, TODAY } from './surveys.fixture.ts';

describe('setting up surveys', async () => {
  const stage = await surveyStage();
  const { app, test, prepared, addCounter, addRound, tokens, post, send } = stage;
  const other = await createCity(test.database, 'kota-lain-survei');
  const events = async (city: typeof other) =>
    city.db.read(async (tx) =>
      (
        await tx.db
          .selectFrom('audit_events')
          .select('type')
          .where('agency_id', '=', tx.agencyId)
          .where('type', 'like', 'survey.%')
          .orderBy('at')
          .orderBy('id')
          .execute()
      ).map(({ type }) => type),
    );

  it('lets officers of the unit act, tells others that they may not, and strangers that there is nothing', async () => {
    const place = await prepared();
    const { city, desk, roundId } = place;
    const draft = await addRound(city, [desk], { startsOn: '2027-01-01', endsOn: '2027-01-31' });
    const counter = {
      name: 'Loket 9',
      service: 'KTP',
      unit: city.units.clinic,
      mode: 'token',
      activeFrom: TODAY,
    };
    const round = { name: 'SKM', unit: city.units.clinic, startsOn: TODAY, endsOn: TODAY, least: '5' };
    const acts: readonly (readonly [path: string, fields: Record<string, string>])[] = [
      ['/surveys/counters', counter],
      [`/surveys/counters/${desk}`, counter],
      [`/surveys/counters/${desk}/people`, { person: city.employee.id, from: TODAY }],
      ['/surveys/rounds', round],
      [`/surveys/rounds/${draft}`, round],
      [`/surveys/rounds/${draft}/opening`, {}],
      [`/surveys/rounds/${draft}/dropping`, {}],
      [`/surveys/rounds/${roundId}/closing`, { reason: 'x' }],
      [`/surveys/rounds/${roundId}/tokens/${desk}`, { count: '5' }],
      [`/surveys/rounds/${roundId}/tokens/${desk}/cases`, { case: '12/2026' }],
    ];
    const before = await events(city);
    for (const [path, fields] of acts) {
      const asked = async (account: string | null) =>
        (await app.post(account, `/a/${city.code}${path}`, fields)).status;
      expect([path, await asked(null)]).toEqual([path, 303]);
      expect([path, await asked(city.auditor.accountId)]).toEqual([path, 403]);
      expect([path, await asked(city.mayor.accountId)]).toEqual([path, 403]);
      const employee = await asked(city.employee.accountId);
      expect([path, [403, 404].includes(employee)]).toEqual([path, true]);
      expect([path, await asked(other.officer.accountId)]).toEqual([path, 404]);
      const elsewhere = await app.post(other.officer.accountId, `/a/${other.code}${path}`, fields);
      expect([path, [404, 422].includes(elsewhere.status)]).toEqual([path, true]);
    }
    expect(await events(city)).toEqual(before);
  });

  it('makes one counter of a double click, keeps what was typed, and reaches only own units', async () => {
    const place = await prepared();
    const { city } = place;
    const id = newId();
    const fields = {
      id,
      name: 'Loket 3',
      service: 'Akta',
      unit: city.units.clinic,
      mode: 'open',
      activeFrom: TODAY,
    };
    const both = await Promise.all([
      post(city, '/surveys/counters', fields),
      post(city, '/surveys/counters', fields),
    ]);
    expect(both.map((each) => each.status)).toEqual([303, 303]);
    const list = await (await app.get(city.officer.accountId, `/a/${city.code}/surveys/counters`)).text();
    expect([...list.matchAll(/Loket 3</g)]).toHaveLength(1);
    const schools = { ...fields, id: newId(), unit: city.units.schools };
    const refused = await post(city, '/surveys/counters', schools, city.unitOfficer.accountId);
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('Pilih unit dalam wewenang Anda');
    expect(html).toContain('value="Loket 3"');
    const empty = await (await post(city, '/surveys/counters', { ...fields, name: ' ' })).text();
    expect(empty).toContain('Isian ini belum diisi');
    const moved = await post(city, `/surveys/counters/${place.desk}`, {
      ...fields,
      unit: city.units.health,
    });
    expect(await moved.text()).toContain('unitnya tetap');
  });

  it('binds people for days that do not overlap, and ends it', async () => {
    const { city, desk } = await prepared();
    const path = `/surveys/counters/${desk}/people`;
    const fields = { id: newId(), person: city.employee.id, from: '2026-01-01' };
    expect((await post(city, path, fields)).status).toBe(303);
    expect((await post(city, path, fields)).status).toBe(303);
    const overlap = await post(city, path, { ...fields, id: newId(), from: '2026-06-01' });
    expect(overlap.status).toBe(422);
    expect(await overlap.text()).toContain('sudah dicatat di loket ini');
    expect((await post(city, path, { ...fields, id: newId(), person: city.stranger.id })).status).toBe(422);
    expect((await post(city, `${path}/${fields.id}/end`, {})).status).toBe(303);
    expect((await post(city, path, { ...fields, id: newId(), from: TODAY })).status).toBe(303);
    const own = await (
      await app.get(city.officer.accountId, `/a/${city.code}/surveys/counters/${desk}`)
    ).text();
    expect([...own.matchAll(/Rina Novita<\/span>/g)]).toHaveLength(2);
  });

  it('opens a round once, closes it once, and lets no counter stand in two at a time', async () => {
    const { city, desk, hall, roundId } = await prepared();
    const edited = await post(city, `/surveys/rounds/${roundId}`, { name: 'x' });
    expect(edited.status).toBe(422);
    const whole = { name: 'x', unit: '', startsOn: TODAY, endsOn: TODAY, least: '5' };
    expect((await post(city, `/surveys/rounds/${roundId}`, whole)).status).toBe(409);
    const second = await addRound(city, [desk], { startsOn: '2026-12-01' });
    const refused = await post(city, `/surveys/rounds/${second}/opening`, {});
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('sedang dipakai survei lain');
    const free = await addCounter(city, 'Loket Obat', 'open');
    const [a, b] = [await addRound(city, [free]), await addRound(city, [free])];
    const race = await Promise.all([
      post(city, `/surveys/rounds/${a}/opening`, {}),
      post(city, `/surveys/rounds/${b}/opening`, {}),
    ]);
    expect(race.map((each) => each.status).sort()).toEqual([303, 422]);
    const silent = await post(city, `/surveys/rounds/${roundId}/closing`, { reason: ' ' });
    expect(silent.status).toBe(422);
    const closing = await Promise.all([
      post(city, `/surveys/rounds/${roundId}/closing`, { reason: 'Loket pindah' }),
      post(city, `/surveys/rounds/${roundId}/closing`, { reason: 'Loket pindah' }),
    ]);
    expect(closing.map((each) => each.status).sort()).toEqual([303, 409]);
    expect(hall).toBeTruthy();
    const least = await post(city, '/surveys/rounds', { ...whole, id: newId(), least: '2' });
    expect(least.status).toBe(422);
    const backwards = await post(city, '/surveys/rounds', { ...whole, id: newId(), endsOn: '2026-01-01' });
    expect(await backwards.text()).toContain('Akhirnya mendahului awalnya');
  });

  it('numbers rolls on, prints them, and gives a case one token', async () => {
    const place = await prepared();
    const { city, desk, roundId } = place;
    await tokens(place, 30);
    const id = newId();
    const path = `/surveys/rounds/${roundId}/tokens/${desk}`;
    const both = await Promise.all([
      post(city, path, { id, count: '24' }),
      post(city, path, { id, count: '24' }),
    ]);
    expect(both.map((each) => each.status)).toEqual([303, 303]);
    const html = await (await app.get(city.officer.accountId, `/a/${city.code}${path}`)).text();
    expect(html).toContain('Nomor 1–30');
    expect(html).toContain('Nomor 31–54');
    for (const count of ['0', '501', 'x', ''])
      expect((await post(city, path, { id: newId(), count })).status).toBe(422);
    const sheet = await app.get(city.officer.accountId, `/a/${city.code}${path}/rolls/${id}/sheet.pdf`);
    expect(sheet.headers.get('content-type')).toBe('application/pdf');
    const printed = pdfText(Buffer.from(await sheet.arrayBuffer()));
    expect(JSON.stringify(printed)).toContain('No. 31');
    const first = await post(city, `${path}/cases`, { case: '12/2026' });
    const again = await post(city, `${path}/cases`, { case: ' 12/2026 ' });
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    const made = await (await app.get(city.officer.accountId, first.headers.get('location') ?? '')).text();
    const [, code = ''] = /\/s\/[\w-]+\/([0-9A-Z]{10})</.exec(made) ?? [];
    expect((await send(place, code)).status).toBe(303);
    expect((await post(city, `${path}/rolls/${id}/given`, { [`given-${id}`]: '25' })).status).toBe(422);
    expect((await post(city, `${path}/rolls/${id}/given`, { [`given-${id}`]: '10' })).status).toBe(303);
    const round = await (
      await app.get(city.officer.accountId, `/a/${city.code}/surveys/rounds/${roundId}`)
    ).text();
    // 30 of the first roll, 10 of the second, one for a case.
    expect(round).toMatch(/>41<\/td>|>41</);
    // A page of codes is for officers; nothing there or in the round says which were used.
    expect((await app.get(city.auditor.accountId, `/a/${city.code}${path}`)).status).toBe(403);
    expect(html).not.toMatch(/terpakai|dipakai pada/);
  });

  it('puts the address of the counter into the QR code of its poster', async () => {
    const { city, desk, codes } = await prepared();
    const address = `http://tera.test/s/${city.code}/${codes.desk}`;
    const poster = await (
      await app.get(city.officer.accountId, `/a/${city.code}/surveys/counters/${desk}/poster`)
    ).text();
    const [, path] = /<path d="([^"]+)"/.exec(qrSvg(address)) ?? [];
    expect(poster).toContain(`d="${path}"`);
    expect(poster).toContain(address.replace('http://', ''));
    const pdf = await app.get(city.officer.accountId, `/a/${city.code}/surveys/counters/${desk}/poster.pdf`);
    const words = JSON.stringify(pdfText(Buffer.from(await pdf.arrayBuffer())));
    expect(words).toContain('Bagaimana layanan kami?');
  });
});
