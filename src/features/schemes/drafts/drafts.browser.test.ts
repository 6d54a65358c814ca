import { describe, expect, it } from 'vitest';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../../test/support/browser.ts';
import { createCity } from '../../../../test/support/city.ts';
import { DECREE, draftStage } from './drafts.fixture.ts';

describe('drafts of schemes in a browser', async () => {
  const stage = await draftStage();
  const city = await createCity(stage.test.database);
  const browser = await withBrowser(stage);
  const account = city.officer.accountId;
  const home = `/a/${city.code}/scheme-drafts`;
  const jambi = { base: 'jambi-adil-terbuka@1', kind: 'next' };
  const draft = await stage.start(city, jambi);
  const { source } = await stage.row(city, draft);
  const faulty = source
    .replace(/(weights:\n\s+- percent:\n\s+\w+: )\d+/, '$1 77')
    .replace('from: 0 }', 'from: x }')
    .replace('noticeDays: ', 'noticeDays: empat belas #');
  await stage.save(city, draft, faulty, 1);
  const whole = await stage.start(city, jambi);
  const dropped = await stage.start(city);
  await stage.post(account, `${home}/${dropped}/dropping`, { dropReason: 'Digabung dengan rancangan lain' });

  it.each([
    { name: 'draft-list', path: '' },
    { name: 'draft-new', path: '/new?from=jambi-adil-terbuka@1' },
    { name: 'draft-faulty', path: `/${draft}` },
    { name: 'draft-whole', path: `/${whole}` },
    { name: 'draft-dropped', path: `/${dropped}` },
    { name: 'guided', path: `/${draft}/guided` },
    { name: 'guided-weights', path: `/${draft}/guided/weights` },
    { name: 'guided-components', path: `/${draft}/guided/components` },
    { name: 'guided-component', path: `/${draft}/guided/component.perilaku` },
    { name: 'guided-scale', path: `/${draft}/guided/scale.tingkat` },
    { name: 'guided-gates', path: `/${draft}/guided/gates` },
    { name: 'guided-steps', path: `/${draft}/guided/steps` },
    { name: 'guided-voices', path: `/${draft}/guided/voices` },
    { name: 'guided-thresholds', path: `/${draft}/guided/thresholds` },
    { name: 'guided-title', path: `/${draft}/guided/title` },
    { name: 'guided-openness', path: `/${draft}/guided/openness` },
    { name: 'guided-indicators', path: `/${draft}/guided/indicators` },
    { name: 'yaml', path: `/${draft}/yaml` },
    { name: 'revisions', path: `/${draft}/revisions` },
    { name: 'difference', path: `/${draft}/revisions/2` },
    { name: 'adoption-faulty', path: `/${draft}/adoption` },
    { name: 'adoption', path: `/${whole}/adoption` },
  ])('$name is good on phone and desk, light and dark', async ({ name, path }) => {
    for (const [size, theme] of [
      ['phone', 'light'],
      ['desktop', 'dark'],
    ] as const) {
      const page = await browser.open(home + path, { account, size, theme });
      expect(await page.locator('h1').count()).toBe(1);
      await screenshot(page, `${name}-${size}`);
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
      await page.context().close();
    }
  });

  it('edits the text with its numbers, and follows a problem to its line, without a script', async () => {
    const id = await stage.start(city, jambi);
    const page = await browser.open(`${home}/${id}/yaml`, { account, script: false });
    const text = page.getByLabel('Naskah skema');
    const typed = (await text.inputValue()).replace('language: 1', 'language: 2');
    await text.fill(typed);
    await page.getByRole('button', { name: 'Simpan naskah' }).click();
    const line = typed.split('\n').indexOf('language: 2') + 1;
    await page
      .getByRole('link', { name: `Perbaiki di baris ${line}` })
      .first()
      .click();
    expect(page.url()).toContain(`#L${line}`);
    expect(await page.locator(`#L${line}`).isVisible()).toBe(true);
    expect(await text.inputValue()).toBe(typed);
    await page.context().close();
  });

  it('adds the weights up while they are typed', async () => {
    const page = await browser.open(`${home}/${whole}/guided/weights`, { account });
    const group = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Bobot komponen' }) });
    expect(await group.locator('output').textContent()).toBe('100 %');
    await page.getByLabel('Kehadiran: Bobot (%)').first().fill('15,25');
    expect(await group.locator('output').textContent()).toBe('100,25 %');
    expect(await group.getByText('harus 100 %').isVisible()).toBe(true);
    await page.context().close();
  });

  it('changes weights wrongly, sees the problems, mends them and adopts, on a phone without a script', async () => {
    const page = await browser.open(`${home}/new?from=jambi-adil-terbuka@1`, {
      account,
      script: false,
      size: 'phone',
    });
    const save = page.getByRole('button', { name: 'Simpan bagian ini' });
    await page.getByRole('button', { name: 'Mulai rancangan' }).click();
    await page.getByRole('link', { name: 'Ubah per bagian' }).click();
    await page.getByRole('link', { name: 'Bobot', exact: true }).click();
    const weight = page.getByLabel('Kehadiran: Bobot (%)').first();
    const before = await weight.inputValue();
    await weight.fill('51,5');
    await save.click();
    expect(await page.getByText('perlu diperbaiki sebelum ditetapkan').count()).toBe(1);
    expect(await page.getByText('harus 100 %').first().isVisible()).toBe(true);
    await expectNoAxeViolations(page);
    await page.getByRole('link', { name: 'Perbaiki di bagian Bobot' }).first().click();
    expect(page.url()).toContain('/guided/weights#list-combination.weights[0].percent');
    await page.getByLabel('Kehadiran: Bobot (%)').first().fill(before);
    await page.getByLabel('Hasil kerja: Bobot (%)').first().fill('29');
    await page.getByLabel('Mutu kerja: Bobot (%)').first().fill('21');
    await page.getByLabel('Catatan tentang perubahan ini').fill('Mutu lebih menentukan');
    await save.click();
    expect(await page.getByText('tidak ada masalah').count()).toBe(1);
    await page.getByRole('link', { name: 'Penilaian Adil dan Terbuka Kota Jambi' }).click();
    // This scheme asks for a drafting round of 21 days before it may be adopted.
    await page.getByLabel('Hari terakhir').fill('2026-12-15');
    await page.getByRole('button', { name: 'Buka pembahasan' }).click();
    stage.test.setNow(new Date('2026-12-16T02:00:00Z'));
    await page.getByRole('link', { name: 'Penetapan' }).click();
    expect(await page.getByText('Sesudah: 29').count()).toBe(1);
    await page.getByLabel('Nomor keputusan').fill(DECREE.decree);
    await page.getByLabel('Tanggal keputusan').fill(DECREE.decidedOn);
    await page.getByRole('button', { name: 'Tetapkan versi 2' }).click();
    expect(await page.getByText('Beri tanda bahwa naskah sudah diperiksa.').count()).toBe(2);
    await page.getByLabel('Saya sudah memeriksa').check();
    await page.getByRole('button', { name: 'Tetapkan versi 2' }).click();
    expect(await page.getByText('versi 2 ditetapkan').count()).toBe(1);
    expect(await page.getByText('Rancangan ini sudah ditetapkan').count()).toBe(1);
    await page.goto(`/a/${city.code}/periods/new`);
    await page.getByLabel('Nama').fill('Penilaian 2027');
    await page.getByLabel('Hari pertama').fill('2027-01-01');
    await page.getByLabel('Hari terakhir').fill('2027-12-31');
    await page.getByLabel('Skema penilaian').selectOption('jambi-adil-terbuka@2');
    await page.getByRole('button', { name: 'Simpan rancangan' }).click();
    expect(await page.getByText('Penilaian Adil dan Terbuka Kota Jambi').first().isVisible()).toBe(true);
    await page.context().close();
  });
});
