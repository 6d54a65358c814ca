import { describe, expect, it } from 'vitest';
import { testApp } from '../../../../test/support/app.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { fairnessStage } from '../../../../test/support/fairness.ts';
import { giveLocalResult } from '../../../../test/support/local-result.ts';

const TITLE = 'Seberapa jauh hasil ini bergantung pada siapa yang menilai?';
/** The words of the card alone. */
const words = (html: string) =>
  (/<section[^>]* id="dependence"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('how far a result depends on who rated', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createCity(test.database, 'kota-bergantung');
  const stage = await fairnessStage(city);
  const [first, second] = stage.staff.get(stage.appraisers[3]?.id ?? '') ?? [];
  const alone = stage.staff.get(stage.island.id)?.[0];
  if (!first || !second || !alone) throw new Error('the stage has staff');
  const path = (participantId: string) => `/a/${city.code}/appraisals/${participantId}/result`;
  const read = async (account: string, participantId: string) =>
    (await app.get(account, path(participantId))).text();

  it('says that nothing can be said before the figures were computed', async () => {
    const text = words(await read(first.person.accountId, first.participantId));
    expect(text).toContain(TITLE);
    expect(text).toContain('Angka periode ini belum dihitung untuk hasil ini');
    expect(text).toContain('Hasil ini hanya bersumber dari penilaian satu orang');
  });

  it('is one sentence with a chance that is no finer than it is known', async () => {
    await stage.run();
    const text = words(await read(first.person.accountId, first.participantId));
    expect(text).toMatch(
      /kategorinya diperkirakan berbeda pada (sekitar \d dari \d+|kurang dari 1 dari 20|lebih dari 19 dari 20) kemungkinan/,
    );
    expect(text).toMatch(/\d+ dari 20/);
    expect(text).toContain('Angka ini tidak mengubah hasil');
    expect(text).toContain('penilai yang namanya diketahui');
  });

  it('says that it cannot be told apart where nobody else rated any of the appraiser’s people', async () => {
    const text = words(await read(alone.person.accountId, alone.participantId));
    expect(text).toContain('belum dapat diperkirakan');
    expect(text).toContain('angka apa pun hanya akan berupa anggapan');
    expect(text).not.toMatch(/berbeda pada sekitar/);
  });

  it('is seen by the person, the appraiser and the superior, and by nobody who only looks on', async () => {
    const appraiser = stage.appraisers[3];
    if (!appraiser) throw new Error('the stage has appraisers');
    for (const who of [first.person, appraiser, city.head])
      expect((await read(who.accountId, first.participantId)).includes(TITLE), who.name).toBe(true);
    for (const who of [city.officer, city.auditor, city.mayor]) {
      const response = await app.get(who.accountId, path(first.participantId));
      expect(response.status, who.name).toBe(200);
      expect((await response.text()).includes(TITLE), who.name).toBe(false);
    }
    for (const who of [second.person, city.stranger])
      expect((await app.get(who.accountId, path(first.participantId))).status, who.name).toBe(404);
    expect((await app.get(null, path(first.participantId))).status).toBe(303);
  });

  it('does not speak of a result that is newer than the figures', async () => {
    await test.owner.query(
      `update results set given_at = now() + interval '1 year' where participant_id = $1`,
      [second.participantId],
    );
    const text = words(await read(second.person.accountId, second.participantId));
    expect(text).toContain('Hasil ini lebih baru daripada angka terakhir');
  });

  it('explains its method to everybody in the agency', async () => {
    const response = await app.get(city.stranger.accountId, `/a/${city.code}/fairness-method/person`);
    expect(response.status).toBe(200);
    expect((await response.text()).includes('Suara tanpa nama hanya dikeluarkan seluruhnya')).toBe(true);
  });

  describe('where colleagues were heard', () => {
    const five = ['baik', 'cukup', 'kurang', 'baik', 'cukup'].map((melayani) => ({
      melayani,
      kerjasama: 'kurang',
    }));
    const shownTo = async (code: string, colleagues: typeof five) => {
      const own = await createCity(test.database, code);
      await giveLocalResult(own, colleagues);
      const address = `/a/${own.code}/appraisals/${own.participants.employee}/result`;
      return (await app.get(own.employee.accountId, address)).text();
    };

    it('shows the result without them as a whole, on the track of the score and as a table', async () => {
      const html = await shownTo('kota-rekan', five);
      const text = words(html);
      expect(text).toContain('Suara tanpa nama hanya dikeluarkan seluruhnya');
      expect(text).toMatch(/nilainya kebanyakan antara \d+ dan \d+/);
      // 80 × 50 % + 80 × 30 % + 100 × 20 %.
      expect(text).toMatch(/Rekan kerja Jumlah formulir 5 Nilai 84 Kategori Mantap/);
      expect(text).toMatch(
        /Pejabat penilai Jumlah formulir 1 Nilai – Kategori tidak ada hasil: suara ini wajib/,
      );
      expect(/<section[^>]* id="dependence"[\s\S]*?<svg/.test(html)).toBe(true);
    });

    it('hides what fewer colleagues than promised take part in, and says why', async () => {
      const text = words(await shownTo('kota-sedikit', five.slice(0, 4)));
      expect(text).toContain('disembunyikan untuk melindungi penilai tanpa nama');
      expect(text).not.toMatch(/Rekan kerja Jumlah formulir \d/);
      expect(text).not.toContain('84');
    });
  });
});
