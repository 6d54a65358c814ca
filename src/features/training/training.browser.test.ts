import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../test/support/browser.ts';
import { EXPERT_LEVELS, trainingStage } from './training.fixture.ts';

describe('training on a phone', async () => {
  const stage = await trainingStage();
  const given = await stage.course();
  const { city } = given;
  const browser = await withBrowser(stage.app);

  const looked = async (page: Page, name: string) => {
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await screenshot(page, `training-${name}`);
  };

  const rateAll = async (page: Page) => {
    for (const [item, level] of Object.entries(EXPERT_LEVELS))
      await page.check(`input[name="${item}.level"][value="${level}"]`);
  };

  it('an appraiser goes from the home page through lessons and cases to the certificate', async () => {
    const account = city.appraiser.accountId;
    const page = await browser.open(`/a/${city.code}`, { account, size: 'phone' });
    await page.click('text=Mulai pelatihan');
    await page.waitForSelector('h1:has-text("Pelatihan penilai")');
    await looked(page, 'course');
    await page.click('main >> text=Mulai belajar');
    for (const title of ['Bukti, bukan kesan', 'Empat jebakan']) {
      await page.waitForSelector(`h1:has-text("${title}")`);
      await looked(page, 'lesson');
      await page.click('text=Sudah saya baca, lanjutkan');
    }
    for (const number of [1, 2]) {
      await page.waitForSelector('text=Nilai kasus berikutnya');
      await page.click('text=Nilai kasus berikutnya');
      await page.waitForSelector(`h1:has-text("Kasus ${number}")`);
      await rateAll(page);
      await page.waitForSelector('[data-autosave-target="status"]:has-text("Tersimpan")');
      await looked(page, 'case');
      await page.click('text=Kirim dan bandingkan');
      await page.waitForSelector('text=Butir demi butir');
      await looked(page, 'comparison');
      if (number === 1) await page.click('main >> text=Lanjutkan');
    }
    await page.click('text=Lihat sertifikat');
    await page.waitForSelector('h1:has-text("Sertifikat penilai")');
    expect(await page.textContent('main')).toContain('001/JAMBI-ADIL-TERBUKA/2026');
    await looked(page, 'certificate');
  });

  it('goes the same way without a script, and keeps what was chosen when something lacks', async () => {
    const account = city.head.accountId;
    const page = await browser.open(`/a/${city.code}/training`, { account, size: 'phone', script: false });
    await page.click('main >> text=Mulai belajar');
    await page.click('main >> text=Mulai belajar');
    for (const _ of given.lessons) await page.click('text=Sudah saya baca, lanjutkan');
    await page.click('text=Nilai kasus berikutnya');
    const [[first, level]] = Object.entries(EXPERT_LEVELS) as [[string, string]];
    await page.check(`input[name="${first}.level"][value="${level}"]`);
    await page.click('text=Kirim dan bandingkan');
    expect(await page.textContent('[role="alert"]')).toContain('Pilih tingkat untuk Kegunaan.');
    expect(await page.isChecked(`input[name="${first}.level"][value="${level}"]`)).toBe(true);
    await looked(page, 'case-problems');
    await rateAll(page);
    await page.click('text=Kirim dan bandingkan');
    expect(await page.textContent('main')).toContain('Lulus: jarak Anda 0 %');
  });

  it('officers keep the course and its people on a phone as well', async () => {
    const page = await browser.open(`/a/${city.code}/training/appraisers`, {
      account: city.officer.accountId,
      size: 'phone',
    });
    await looked(page, 'appraisers');
    await page.goto(`/a/${city.code}/training/material`);
    await looked(page, 'material');
    await page.click('main >> text=Penilaian Adil dan Terbuka');
    await page.waitForSelector('text=Tulis kasus');
    await looked(page, 'course-material');
    await page.click('text=Tulis kasus');
    await page.waitForSelector('h1:has-text("Tulis kasus")');
    await looked(page, 'case-form');
    await page.fill('input[name="heading"]', 'Kasus dari ponsel');
    await page.fill('input[name="expert.0"]', 'Ahli rekaan');
    await page.click('text=Simpan dan isi penilaian ahli');
    await page.waitForSelector('h1:has-text("Penilaian ahli")');
    await looked(page, 'ratings-form');
    await page.goto(`/a/${city.code}/training/workshops`);
    await looked(page, 'workshops');
  });
});
