/** Figures by unit as they are read: what is said of a unit that is large enough, and that small counts change nothing. */
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { readSheets } from '#platform/spreadsheet/index.ts';
import { testApp } from '../../../../test/support/app.ts';
import { type City, createCity, createPerson } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { adoptAlak, allAt, competencyDesk, giveResult } from '../competencies.fixture.ts';

const NURSES = 12;

describe('figures of a unit', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const desk = competencyDesk(app);
  let city: City;
  const nurses: string[] = [];
  beforeAll(async () => {
    city = await createCity(test.database, 'kota-angka');
    await desk.adoptDictionary(city);
    await desk.adoptStandards(city, ['ahli-pertama']);
    await city.db.write(async (tx) => {
      for (let index = 0; index < NURSES; index += 1) {
        const post = { unitId: city.units.clinic, post: 'Perawat', kind: 'jf' };
        const made = await createPerson(tx, {
          account: `perawat-${index}`,
          name: `Perawat ${index}`,
          ...post,
        });
        nurses.push(made.id);
      }
    });
    // Seven of twelve are below the standard in integrity, three in communication.
    for (const [index, person] of nurses.entries())
      await assess(person, { integritas: index < 7 ? 1 : 2, komunikasi: index < 3 ? 1 : 2 });
  });

  const assess = (personId: string, levels: Readonly<Record<string, number>>) =>
    city.db.write((tx) =>
      tx.db
        .insertInto('competency_outcomes')
        .values({
          agency_id: tx.agencyId,
          id: newId(),
          person_id: personId,
          assessed_on: '2026-03-01',
          institution: 'Puspenkom',
          levels: JSON.stringify(
            Object.fromEntries(Object.entries(levels).map(([code, level]) => [code, { level, version: 1 }])),
          ),
          note: '',
          recorded_by: city.officer.id,
          recorded_at: tx.now,
        })
        .execute(),
    );
  const address = (path: string) => `${desk.base(city)}/${path}`;
  const exported = async () => {
    const answer = await app.get(city.officer.accountId, address('needs.xlsx'));
    const [sheet] = await readSheets(new Uint8Array(await answer.arrayBuffer()), 'x.xlsx');
    return (sheet?.rows ?? []).map((cells) => cells.map((cell) => cell.value));
  };

  it('say shares in steps, and counts from five up, on the page and in the file', async () => {
    const html = await desk.page(city.officer, address('units'));
    expect(html).toContain('Puskesmas Contoh');
    // (7 × 1 + 5 × 2) of 24 levels = 70.8 %; (3 × 1 + 9 × 2) of 24 = 87.5 %.
    expect(html).toContain('70 %');
    expect(html).toContain('85 %');
    expect(html).not.toContain('Kerja Sama');
    expect((await exported()).slice(1)).toEqual([
      ['Integritas', 'Puskesmas Contoh', 12, 7, '<5'],
      ['Komunikasi', 'Puskesmas Contoh', 12, '<5', '<5'],
    ]);
  });

  it('stand before those who oversee the unit, and nobody else', async () => {
    expect(await desk.page(city.unitOfficer, address('needs'))).toContain('Puskesmas Contoh');
    expect(await desk.page(city.mayor, address('needs'))).toContain('Puskesmas Contoh');
    expect((await app.get(city.appraiser.accountId, address('needs'))).status).toBe(404);
  });

  it('do not change when a small count does', async () => {
    const plain = (html: string) => html.replace(/<(script|meta)[^>]*>/g, '');
    const before = [plain(await desk.page(city.officer, address('needs'))), await exported()];
    // The third is assessed again and now meets the standard: two are left below it.
    await city.db.write((tx) =>
      tx.db
        .updateTable('competency_outcomes')
        .set({
          levels: JSON.stringify({
            integritas: { level: 1, version: 1 },
            komunikasi: { level: 2, version: 1 },
          }),
        })
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', nurses[2] ?? '')
        .execute(),
    );
    expect([plain(await desk.page(city.officer, address('needs'))), await exported()]).toEqual(before);
  });

  it('of a period count by the standard of its scheme; one person alone is not shown', async () => {
    await adoptAlak(city, [city.participants.employee]);
    await giveResult(city, {
      participantId: city.participants.employee,
      post: 'ahli-pertama',
      forms: { appraiser: [allAt(1)] },
    });
    const html = await desk.page(city.officer, address(`units?period=${city.periodId}`));
    expect(html).toContain('Penilaian 2026');
    expect(html).toContain('Belum ada angka yang dapat ditampilkan');
  });
});
