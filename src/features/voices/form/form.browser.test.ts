/** A form on a phone: a colleague whose browser runs no script, a subordinate with one, an outsider with a link. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../../test/support/browser.ts';
import { formStage } from './form.fixture.ts';

const SLOW = { timeout: 300_000 };

describe('a form on a phone', async () => {
  const stage = await formStage('kota-kupang/kupang-evaluasi');
  const { city } = stage;
  const browser = await withBrowser(stage.app);
  const look = async (page: Page, name: string) => {
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await screenshot(page, name);
  };
  /** Chooses the level with this place on every question until the closing words. */
  const answer = async (page: Page, place: (question: number) => number) => {
    for (let question = 1; (await page.getByRole('radio').count()) > 0; question += 1) {
      await page.getByRole('radio').nth(place(question)).check();
      await next(page, question);
    }
  };
  const next = async (page: Page, question: number) => {
    await page.getByRole('button', { name: 'Lanjut', exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get('q') === String(question + 1));
  };

  it('is filled in by a colleague without a script', SLOW, async () => {
    const id = await stage.ask(city.colleague, city.participants.employee, 'colleague');
    const page = await browser.open(`/a/${city.code}`, {
      account: city.colleague.accountId,
      size: 'phone',
      script: false,
    });
    await page.getByRole('link', { name: 'Lihat formulir' }).click();
    await look(page, 'voices-list');
    await page.getByRole('link', { name: 'Mulai: formulir tentang Rina Novita' }).click();
    await look(page, 'voices-start');
    await page.getByRole('link', { name: 'Mulai', exact: true }).click();
    await look(page, 'voices-question');
    await page.getByText('Tambah catatan').click();
    await page.getByRole('textbox').fill('Dewi melihat antrean menjadi lebih pendek.');
    await answer(page, (question) => question % 3);
    await look(page, 'voices-closing');
    await page.getByRole('button', { name: 'Periksa sebelum kirim' }).click();
    await look(page, 'voices-review');
    await page.getByText('memuat nama Anda: “Dewi”').waitFor();
    await page.getByText('Jawaban Anda (13 dari 13)').click();
    await page.getByRole('link', { name: 'Ubah jawaban untuk Sikap: Akuntabel' }).click();
    await page.getByRole('radio', { name: 'Tidak dapat menilai' }).check();
    await page.goto(`/a/${city.code}/voices/${id}?all=1`);
    await look(page, 'voices-all');
    await page.getByRole('button', { name: 'Periksa sebelum kirim' }).click();
    await page.getByRole('button', { name: 'Kirim', exact: true }).click();
    await page.getByRole('heading', { name: 'Terima kasih, suara Anda sudah diterima' }).waitFor();
    await look(page, 'voices-thanks');
    expect(await stage.stateOf(id)).toBe('answered');
    await page.context().close();
  });

  it('saves itself for a colleague with a script, and goes on elsewhere', SLOW, async () => {
    const person = await stage.person('Perawat Lain');
    const id = await stage.ask(person, city.participants.employee, 'colleague');
    const account = person.accountId;
    const page = await browser.open(`/a/${city.code}/voices/${id}?q=1`, { account, size: 'phone' });
    // With the keyboard alone: into the group, down one level.
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.getByText('Tersimpan', { exact: true }).waitFor();
    const second = await browser.open(`/a/${city.code}/voices`, { account, size: 'phone' });
    await second.getByRole('link', { name: 'Lanjutkan: formulir tentang Rina Novita' }).click();
    await second.getByRole('link', { name: 'Lanjutkan', exact: true }).click();
    await second.waitForURL((url) => url.searchParams.get('q') === '2');
    await answerFrom(second, 2);
    await second.getByRole('button', { name: 'Periksa sebelum kirim' }).click();
    await second.getByRole('button', { name: 'Kirim', exact: true }).click();
    await second.getByText('Bolehkah kami meminta satu contoh?').waitFor();
    await look(second, 'voices-nudge');
    await second.getByRole('button', { name: 'Kirim tanpa contoh' }).click();
    await second.getByRole('heading', { name: 'Terima kasih' }).waitFor();
    // The first device is told: its page cannot send a second form.
    await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
    expect(await stage.stateOf(id)).toBe('answered');
    await Promise.all([page.context().close(), second.context().close()]);
  });
  const answerFrom = async (page: Page, first: number) => {
    for (let question = first; (await page.getByRole('radio').count()) > 0; question += 1) {
      await page.getByRole('radio').nth(1).check();
      await next(page, question);
      await page.getByText(question < 13 ? `${question + 1} dari 13` : 'Penutup', { exact: true }).waitFor();
    }
  };

  it('opens for an outsider by the link alone, in both themes and languages', SLOW, async () => {
    const { id, path } = await stage.askGuest('Ibu Sri Hartati');
    const page = await browser.open(path, { size: 'phone', theme: 'dark' });
    await look(page, 'voices-guest');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Your voice about Rina Novita' }).waitFor();
    await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
    await page.getByRole('link', { name: 'Mulai', exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get('q') === '1');
    for (let question = 1; (await page.getByRole('radio').count()) > 0; question += 1) {
      await page
        .getByRole('radio')
        .nth(question % 3)
        .check();
      await next(page, question);
      await page.getByText(question < 7 ? `${question + 1} dari 7` : 'Penutup', { exact: true }).waitFor();
    }
    await page.getByRole('textbox').fill('Petugas menjelaskan syaratnya dengan sabar.');
    await page.getByRole('button', { name: 'Periksa sebelum kirim' }).click();
    await page.getByText('Petugas menjelaskan syaratnya dengan sabar.').waitFor();
    await page.getByRole('button', { name: 'Kirim', exact: true }).click();
    await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
    await look(page, 'voices-guest-thanks');
    expect(await stage.stateOf(id)).toBe('answered');
    await page.goto(path);
    await page.getByRole('heading', { name: 'Tautan ini tidak berlaku' }).waitFor();
    await look(page, 'voices-gone');
    await page.context().close();
  });
});

describe('a form of competencies on a phone', async () => {
  const stage = await formStage('kota-kupang/alak-kompetensi', 'kota-alak');
  const { city } = stage;
  const browser = await withBrowser(stage.app);

  it('is filled in and sent, or declined, by a subordinate', SLOW, async () => {
    const person = await stage.person('Staf Puskesmas');
    const id = await stage.ask(person, city.participants.appraiser, 'subordinate');
    const page = await browser.open(`/a/${city.code}/voices/${id}`, {
      account: person.accountId,
      size: 'phone',
    });
    await page.getByRole('link', { name: 'Saya tidak dapat menjawab formulir ini' }).click();
    await page.getByRole('heading', { name: 'Anda tidak dapat menjawab?' }).waitFor();
    await expectNoAxeViolations(page);
    await screenshot(page, 'voices-refusal');
    await page.getByRole('link', { name: 'Kembali ke formulir' }).click();
    await page.getByRole('link', { name: 'Semua dalam satu halaman' }).click();
    await page.getByRole('heading', { name: 'Semua pertanyaan' }).waitFor();
    await expectNoAxeViolations(page);
    for (const [index, group] of (await page.locator('main fieldset').all()).entries())
      await group
        .getByRole('radio')
        .nth(1 + (index % 3))
        .check();
    await page.getByRole('button', { name: 'Periksa sebelum kirim' }).click();
    await page.getByRole('heading', { name: 'Periksa sebelum kirim' }).waitFor();
    await screenshot(page, 'voices-competencies-review');
    await page.getByRole('button', { name: 'Kirim', exact: true }).click();
    await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
    expect(await stage.stateOf(id)).toBe('answered');
    await page.context().close();
  });
});
