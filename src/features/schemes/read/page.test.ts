import { beforeAll, describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { newId } from '#platform/identifier.ts';
import { withLocale } from '#platform/locale/locale.ts';
import { testApp } from '../../../../test/support/app.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { describeComponents } from './describe.ts';
import { pictureOf } from './picture-model.ts';
import { summaryOf } from './summary.ts';

function shipped(id: string) {
  const found = schemeStore().shipped.find(({ scheme }) => scheme.id === id);
  if (!found) throw new Error(`${id} does not come with Tera`);
  return found.scheme;
}

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');

describe('a scheme in three sentences', () => {
  it('says weights of every case, limits and who is heard', () => {
    expect(summaryOf(shipped('pp-30-2019'))).toEqual([
      'Skema ini menilai 2 hal: nilai SKP (70/60 %) dan nilai perilaku kerja (30/40 %).',
      'Nilai akhir menentukan satu dari 5 kategori, dari Sangat Baik (mulai 110) sampai Sangat Kurang (di bawah 50).',
      'Masukan diberikan oleh data terukur, dan kategorinya adalah predikat kinerja resmi.',
    ]);
  });

  it('names what only adds, how many gates there are, and the official predicate beside a local category', () => {
    const [what, how, who] = summaryOf(shipped('sawahlunto-kinerja'));
    expect(what).toMatch(/hasil kerja \(50 %\).*selain itu inovasi menambah paling banyak 10 angka\.$/);
    expect(how).toContain('dan 2 syarat dapat membatasi kategori itu');
    expect(who).toContain('tidak pernah bertentangan dengannya');
  });

  it.each(schemeStore().shipped.map(({ scheme }) => [scheme.id, scheme] as const))(
    'is whole in both languages for %s',
    (_id, scheme) => {
      for (const locale of ['id', 'en'] as const)
        for (const sentence of withLocale(locale, () => summaryOf(scheme))) {
          expect(sentence).toMatch(/^[A-Z].{20,}\.$/s);
          expect(sentence).not.toMatch(/undefined|NaN|\{|\}/);
        }
    },
  );
});

describe('the picture of a scheme', () => {
  it.each(schemeStore().shipped.map(({ scheme }) => [scheme.id, scheme] as const))(
    'of %s shows every component and category, and shares that make a whole',
    (_id, scheme) => {
      const picture = pictureOf(scheme);
      expect(picture.inputs.map(({ code }) => code).sort()).toEqual(Object.keys(scheme.components).sort());
      expect(picture.categories.map(({ code }) => code).toReversed()).toEqual(
        scheme.categories.map(({ code }) => code),
      );
      expect(picture.gates).toHaveLength(scheme.gates?.length ?? 0);
      const whole = picture.inputs.reduce((sum, { share }) => sum + share, 0);
      expect(whole).toBeCloseTo(1, 6);
    },
  );

  it('says of every component what it is for', () => {
    const roles = Object.fromEntries(
      describeComponents(shipped('pp-30-2019')).map(({ code, roles: own }) => [
        code,
        own.map(({ kind }) => kind),
      ]),
    );
    expect(roles).toEqual({
      results: ['weight', 'weight'],
      behaviour: ['weight', 'weight'],
      opinions: ['chooses-weights'],
      newIdea: ['opens-category'],
    });
  });
});

describe('the page of a scheme', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');
  const drafts = { draft: newId(), discussion: newId() };
  const textOf = async (account: string, inside: string, headers = {}) =>
    plain(await (await app.get(account, `/a/${city.code}${inside}`, headers)).text());

  beforeAll(() =>
    city.db.write(async (tx) => {
      const source = (await schemeStore().source(tx, 'sawahlunto-kinerja', 1)) ?? '';
      for (const [state, id] of Object.entries(drafts))
        await tx.db
          .insertInto('scheme_drafts')
          .values({
            agency_id: tx.agencyId,
            id,
            scheme_id: 'sawahlunto-kinerja',
            version: 2,
            title: state,
            source,
            revision: 1,
            state,
            created_by: city.officer.id,
            created_at: tx.now,
            updated_by: city.officer.id,
            updated_at: tx.now,
          })
          .execute();
    }),
  );

  it('says weights, voices with their numbers, anchors, gates, steps, openness and basis in words', async () => {
    const page = await textOf(city.employee.accountId, '/schemes/sawahlunto-kinerja/1');
    for (const words of [
      'Rekan kerja 20 % paling sedikit 3, bila ada',
      'Pejabat penilai 50 % paling sedikit 1, wajib',
      'tidak pernah dianggap nol',
      'Kategori tertinggi memerlukan inovasi',
      'Berlaku bila: Inovasi di bawah 50 . Kategori paling tinggi: Unggul',
      'bawaan Tera, dapat diubah instansi',
      'Kriteria diumumkan paling sedikit 7 hari sebelum periode dibuka',
      'Satu hari tanpa keterangan −3',
      '97 ke atas',
      'Matriks nasional',
      'Contoh perhitungan',
    ])
      expect(page.replaceAll(' .', '.'), words).toContain(words.replaceAll(' .', '.'));
  });

  it('filters the catalogue of indicators by job family', async () => {
    const all = await textOf(city.employee.accountId, '/schemes/sawahlunto-kinerja/1');
    const [first, second] = shipped('sawahlunto-kinerja').indicators ?? [];
    if (!first || !second) throw new Error('the template has a catalogue');
    expect(all).toContain(first.label.id);
    expect(all).toContain(second.label.id);
    const family = encodeURIComponent(first.jobFamily.id);
    const some = await textOf(city.employee.accountId, `/schemes/sawahlunto-kinerja/1?family=${family}`);
    expect(some).toContain(first.label.id);
    expect(some).not.toContain(second.label.id);
  });

  it('of a template says that it is not in force, and offers it to whoever may adopt', async () => {
    const address = '/schemes/sawahlunto-kinerja/1';
    expect(await textOf(city.employee.accountId, address)).toContain('belum berlaku di instansi Anda');
    expect(await textOf(city.employee.accountId, address)).not.toContain('Tetapkan apa adanya');
    expect(await textOf(city.officer.accountId, address)).toContain('Tetapkan apa adanya');
    expect(await textOf(city.unitOfficer.accountId, address)).not.toContain('Tetapkan apa adanya');
  });

  it('of a draft is there for whoever may know of it', async () => {
    const status = async (account: string | null, id: string, code = city.code) =>
      (await app.get(account, `/a/${code}/scheme-drafts/${id}/page`)).status;
    for (const role of ['employee', 'colleague', 'appraiser', 'head', 'stranger'] as const) {
      expect(await status(city[role].accountId, drafts.draft), role).toBe(404);
      expect(await status(city[role].accountId, drafts.discussion), role).toBe(200);
    }
    for (const role of ['officer', 'unitOfficer', 'auditor', 'mayor'] as const)
      expect(await status(city[role].accountId, drafts.draft), role).toBe(200);
    expect(await status(null, drafts.discussion)).toBe(303);
    expect(await status(other.officer.accountId, drafts.discussion)).toBe(404);
    expect(await status(other.officer.accountId, drafts.discussion, other.code)).toBe(404);
    expect(await status(city.officer.accountId, 'omong-kosong')).toBe(404);
  });

  it('speaks English throughout', async () => {
    const page = await textOf(city.employee.accountId, '/schemes/alak-kompetensi/1', { cookie: 'locale=en' });
    expect(page).toContain('How the score arises');
    expect(page).not.toMatch(/\b(Bobot|Yang dinilai|Siapa yang memberi|Syarat pembatas|Tahapan)\b/);
  });
});
