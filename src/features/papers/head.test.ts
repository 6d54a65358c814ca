import { describe, expect, it } from 'vitest';
import { pdfText } from '#platform/documents/pdf-text.ts';
import { testApp } from '../../../test/support/app.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { checkEmblem, EMBLEM_LIMIT_BYTES } from './check-emblem.ts';
import { placeIn } from './paper-head.ts';

/** One white pixel. */
const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const svg = (inside: string, before = '') =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inside}</svg>`;
const CIRCLE = svg(
  '<circle cx="5" cy="5" r="4" fill="#075985"/>',
  '<?xml version="1.0"?>\n<!-- lambang -->\n',
);
const file = (content: string | Uint8Array<ArrayBuffer>, name = 'lambang.svg') => new File([content], name);

describe('checking an emblem', () => {
  it('takes pictures', async () => {
    expect(await checkEmblem(file(PNG))).toMatchObject({ ok: true, format: 'png' });
    expect(await checkEmblem(file(CIRCLE))).toMatchObject({ ok: true, format: 'svg' });
    const shaded = svg('<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/><use href="#g"/>');
    expect(await checkEmblem(file(shaded))).toMatchObject({ ok: true, format: 'svg' });
  });

  const wide = new Uint8Array(PNG);
  new DataView(wide.buffer).setUint32(16, 60_000);
  it.each([
    ['nothing', '', 'empty'],
    ['a page', '<!doctype html><svg></svg>', 'kind'],
    ['words', 'lambang', 'kind'],
    ['a picture that fills the memory', wide, 'too-many-pixels'],
    ['a script', svg('<script>alert(1)</script>'), 'not-plain'],
    ['a handler', svg('<g onload="alert(1)"/>'), 'not-plain'],
    ['a page within', svg('<foreignObject><b/></foreignObject>'), 'not-plain'],
    ['something from elsewhere', svg('<use href="https://contoh.go.id/x.svg#a"/>'), 'not-plain'],
    ['a file of the server', svg('<image xlink:href="/etc/passwd"/>'), 'not-plain'],
    ['a style from elsewhere', svg('<rect style="fill:url(http://contoh.go.id/x)"/>'), 'not-plain'],
    ['entities', svg('', '<!DOCTYPE svg [<!ENTITY a "b">]>'), 'kind'],
    ['a drawing that multiplies', svg('<use href="#a"/>'.repeat(9)), 'not-plain'],
  ] as const)('refuses %s', async (_, content, problem) => {
    expect(await checkEmblem(file(content))).toEqual({ ok: false, problem });
  });

  it('refuses what is too large before reading it', async () => {
    const large = { size: EMBLEM_LIMIT_BYTES + 1, arrayBuffer: () => Promise.reject(new Error('read')) };
    expect(await checkEmblem(large)).toEqual({ ok: false, problem: 'too-large' });
  });
});

it.each([
  ['Pemerintah Kota Contoh', 'Kota Contoh'],
  ['Pemkab Contoh', 'Contoh'],
  ['Badan Kepegawaian', 'Badan Kepegawaian'],
])('papers of %s are signed in %s', (name, place) => {
  expect(placeIn(name)).toBe(place);
});

describe('the head of the papers', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');
  const app = await testApp(test);
  const address = `/a/${city.code}/papers/head`;
  const save = (fields: Record<string, string | Blob>, who = city.officer) =>
    app.post(who.accountId, address, fields);
  const skp = async () => {
    const path = `/a/${city.code}/appraisals/${city.participants.employee}/papers/skp.pdf`;
    return Buffer.from(await (await app.get(city.employee.accountId, path)).arrayBuffer());
  };

  it('is set by an officer of the agency and stands on its papers only', async () => {
    await givePlan(city.db, city, city.participants.employee);
    const before = await skp();
    expect((await save({ place: 'Ibu Kota', emblem: file(CIRCLE) })).status).toBe(303);
    const after = await skp();
    expect(pdfText(after).replace(/\s/g, '')).toContain('IbuKota,20Januari2026');
    expect(after.toString('latin1')).toContain('Lambang kota-contoh');
    expect(before.toString('latin1')).not.toContain('Lambang kota-contoh');
    const html = await (await app.get(city.officer.accountId, address)).text();
    expect(html).toContain(`${address}/emblem`);
    const picture = await app.get(city.officer.accountId, `${address}/emblem`);
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    expect(await picture.text()).toBe(CIRCLE);
    expect((await app.get(other.officer.accountId, `/a/${other.code}/papers/head/emblem`)).status).toBe(404);
  });

  it('keeps the emblem when only the place changes, and takes it away when asked', async () => {
    expect((await save({ place: 'Di Sana' })).status).toBe(303);
    expect((await app.get(city.officer.accountId, `${address}/emblem`)).status).toBe(200);
    expect((await save({ place: 'Di Sana', remove: 'yes' })).status).toBe(303);
    expect((await app.get(city.officer.accountId, `${address}/emblem`)).status).toBe(404);
  });

  it('says what is wrong with a picture and keeps what was typed', async () => {
    const broken = new Uint8Array(PNG.slice(0, 40));
    for (const [content, words] of [
      ['bukan gambar', 'Bukan PNG atau SVG'],
      [svg('<script/>'), 'memuat skrip'],
      [broken, 'rusak atau tidak dapat dibaca'],
    ] as const) {
      const response = await save({ place: 'Tetap di sini', emblem: file(content) });
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(html).toContain(words);
      expect(html).toContain('value="Tetap di sini"');
    }
  });

  it('leaves other settings of the agency alone', async () => {
    await test.owner.query(`update agencies set settings = '{"lain": 1}' where id = $1`, [city.agencyId]);
    await save({ place: 'Di Sana' });
    const { rows } = await test.owner.query(`select settings from agencies where id = $1`, [city.agencyId]);
    expect(rows[0].settings).toEqual({ lain: 1, papers: { place: 'Di Sana', emblem: null } });
  });

  it('is nobody else’s business', async () => {
    const { employee, appraiser, head, unitOfficer, auditor, mayor, colleague, stranger } = city;
    for (const who of [employee, appraiser, head, unitOfficer, auditor, mayor, colleague, stranger]) {
      expect((await app.get(who.accountId, address)).status, who.name).toBe(403);
      expect((await save({ place: 'X' }, who)).status, who.name).toBe(403);
    }
    expect((await save({ place: 'X' }, other.officer)).status).toBe(404);
    expect((await app.get(null, address)).status).toBe(303);
  });
});
