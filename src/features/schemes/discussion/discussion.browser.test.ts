import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../../test/support/browser.ts';
import { discussionStage } from './discussion.fixture.ts';

/** The example of one indicator says nothing of where it began. */
const SCHEME = readFileSync('schemes/kota-sawahlunto/sawahlunto-capaian/v1/scheme.yaml', 'utf8').replace(
  'Data awal 24, target 30',
  'Target 30',
);

describe('a discussion in a browser', async () => {
  const stage = await discussionStage();
  const browser = await withBrowser(stage);
  const { made, id, forum, say, vote, answer } = await stage.discussed();
  let [weight, indicator] = ['', ''];

  beforeAll(async () => {
    const { revision } = await stage.row(made, id);
    const own = SCHEME.replace(/^id: .*$/m, 'id: capaian-kota-contoh');
    await stage.save(made, id, own, revision);
    weight = await say(
      made.employee,
      'Turunkan bobot dampak program menjadi 20 % dan naikkan capaian kerja menjadi 60 %.\nDampak baru terlihat setelah beberapa tahun, sedangkan kami dinilai setiap tahun.',
      { criterion: 'combination.weights' },
    );
    indicator = await say(made.colleague, 'Tambahkan indikator angka kesembuhan untuk bidan.', {
      criterion: 'indicators.stunting',
    });
    await say(made.stranger, 'Apakah hasil tambahan juga dibicarakan dalam dialog kinerja?', {
      kind: 'comment',
      criterion: 'components.capaian',
    });
    await say(made.appraiser, 'Skala tingkat keteladanan sebaiknya memakai contoh dari puskesmas.', {
      criterion: 'components.perilaku.items.adaptif',
    });
    for (const person of [made.colleague, made.stranger, made.appraiser, made.officer])
      await vote(person, weight, 'for');
    await vote(made.head, weight, 'against', 'Tanpa dampak, pegawai kembali mengejar laporan saja.');
    await vote(made.auditor, weight, 'abstain');
    await stage.save(
      made,
      id,
      own.replace('capaian: 50, dampak: 30', 'capaian: 60, dampak: 20'),
      revision + 1,
    );
    await answer(weight, {
      outcome: 'taken',
      words:
        'Usulan diterima. Bobot diubah; dampak program tetap dihitung karena diminta Rencana Pembangunan Daerah.',
      revision: String(revision + 2),
    });
  });

  it.each([
    { name: 'discussion', inside: '', who: 'employee' },
    { name: 'discussion-criterion', inside: '?criterion=combination.weights', who: 'employee' },
    { name: 'discussion-indicator', inside: '?criterion=indicators.usaha-naik-kelas', who: 'officer' },
    { name: 'discussion-outcome', inside: '/outcome', who: 'employee' },
    { name: 'discussion-answer', inside: () => `/${indicator}`, who: 'officer' },
    { name: 'discussion-proposal', inside: () => `/${weight}`, who: 'employee' },
    { name: 'discussion-change', inside: '/changes/3', who: 'employee' },
    { name: 'draft-adoption', inside: '/../adoption', who: 'officer' },
    { name: 'draft-with-warnings', inside: '/..', who: 'officer' },
  ] as const)('$name is good on phone and desk, light and dark', async ({ name, inside, who }) => {
    const address = new URL(forum + (typeof inside === 'string' ? inside : inside()), 'http://x');
    for (const [size, theme] of [
      ['phone', 'light'],
      ['desktop', 'dark'],
      ['desktop', 'light'],
    ] as const) {
      const page = await browser.open(address.pathname.replace(/\/$/, '') + address.search, {
        account: made[who].accountId,
        size,
        theme,
      });
      expect(await page.locator('h1').count()).toBe(1);
      await screenshot(page, `${name}-${size}-${theme}`);
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
      await page.context().close();
    }
  });

  it('warns the officer of indicators that cannot be measured, on the draft and on the criterion', async () => {
    const { origin } = browser;
    const open = (address: string) => browser.open(address, { account: made.officer.accountId });
    const draft = await open(new URL(`${forum}/..`, origin).pathname.replace(/\/$/, ''));
    expect(await draft.getByText('indikator katalog belum memenuhi uji keterukuran').count()).toBe(1);
    await draft.getByRole('link', { name: 'Usaha mikro naik kelas' }).click();
    await draft.getByText('Indikator ini belum terukur').waitFor({ timeout: 15_000 });
    await draft.context().close();
  });

  it('shows new votes at once to the author, who does nothing', async () => {
    const page = await browser.open(`${forum}/${indicator}`, { account: made.colleague.accountId });
    await page.waitForTimeout(500);
    await vote(made.stranger, indicator, 'for');
    await page.getByText('1 setuju · 0 tidak setuju').waitFor({ timeout: 15_000 });
    await page.context().close();
  });

  it('is read, written, voted and answered without a script on a phone', async () => {
    const open = (person: { accountId: string }, inside = '') =>
      browser.open(forum + inside, { account: person.accountId, script: false, size: 'phone' });
    const page = await open(made.employee);
    await page
      .getByRole('navigation', { name: 'Kriteria' })
      .getByRole('link', { name: 'Inovasi dan pengaruhnya' })
      .click();
    await page.getByLabel('Isi').fill('Hitung juga inovasi kelompok.');
    await page.getByRole('button', { name: 'Kirim', exact: true }).click();
    expect(await page.getByText('Pendapat Anda tersimpan.').count()).toBe(1);
    const voter = await open(made.colleague, '?criterion=components.inovasi');
    await voter.getByText('Tidak setuju', { exact: true }).click();
    await voter.getByLabel('Alasan tidak setuju').fill('Sulit dibagi adil.');
    await voter.getByRole('button', { name: 'Kirim suara tidak setuju' }).click();
    expect(await voter.getByText('Suara Anda: tidak setuju.').count()).toBe(1);
    await voter.getByRole('button', { name: 'Setuju', exact: true }).click();
    expect(await voter.getByText('1 setuju · 0 tidak setuju').count()).toBe(1);
    const officer = await open(made.officer, '?criterion=components.inovasi');
    await officer.getByRole('link', { name: 'Jawab', exact: true }).click();
    await officer.getByLabel('Tidak diterima').check();
    await officer.getByLabel('Penjelasan').fill('Akan dibahas pada versi berikutnya.');
    await officer.getByRole('button', { name: 'Simpan jawaban' }).click();
    expect(await officer.getByText('Jawaban tersimpan').count()).toBe(1);
    await page.goto(`${forum}?show=mine&criterion=components.inovasi`);
    expect(await page.getByText('Akan dibahas pada versi berikutnya.').count()).toBe(1);
    for (const each of [page, voter, officer]) await each.context().close();
  });
});
