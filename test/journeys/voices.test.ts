/**
 * Other voices from the first key to the last notification, as people meet them in real pages: auditor and officer make
 * their keys, the officer prepares a round, the employee looks at who is asked, colleagues and outsiders answer on
 * their phones, everything is released at one moment, and one seal is opened by two people.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../support/browser.ts';
import type { TestPerson } from '../support/city.ts';
import { AFTER_ROUND, CLOSES_ON } from '../support/voices.ts';
import { type Asked, LEAST, voicesStage } from './voices/stage.ts';

const SLOW = { timeout: 240_000 };
const INSULT = 'Malas dan tidak pantas bekerja di sini.';
const PRAISE = 'Membantu menenangkan keluarga pasien saat antrean panjang.';
const OUTSIDE = 'Penjelasannya mudah dipahami warga.';
const CASE = 'Catatan ini menghina dan perlu diketahui asalnya.';

describe('many voices, from the keys to the release', async () => {
  const stage = await voicesStage();
  const { city, base, appraisal, app } = stage;
  const browser = await withBrowser(app);
  const passphrases: Record<string, string> = {};
  let writer: Asked | undefined;

  const desk = (who: TestPerson, address: string, script = true) =>
    browser.open(address, { account: who.accountId, script });
  const phone = (account: string | null, address: string, script = true) =>
    browser.open(address, { account, size: 'phone', script });
  const look = async (page: Page, name: string) => {
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await screenshot(page, `voices-journey-${name}`);
  };
  const click = (page: Page, name: string, role: 'button' | 'link' = 'button') =>
    page.getByRole(role, { name, exact: true }).click();
  const read = async (who: TestPerson, address: string) => (await app.get(who.accountId, address)).text();

  it('two people make the two keys of the seal', SLOW, async () => {
    for (const [holder, who] of [
      ['auditor', city.auditor],
      ['officer', city.officer],
    ] as const) {
      const page = await desk(who, `${base}/seal-keys`);
      await look(page, `keys-${holder}`);
      await click(page, 'Buat kunci');
      await page.getByRole('heading', { name: 'Catat frasa sandi ini' }).waitFor();
      await look(page, `passphrase-${holder}`);
      passphrases[holder] = (await page.locator('[data-passphrase]').innerText()).trim();
      await click(page, 'Sudah saya catat', 'link');
      await page.getByText(`Dibuat oleh ${who.name}`).waitFor();
      await page.context().close();
    }
    expect(passphrases.auditor).not.toBe(passphrases.officer);
  });

  it('the officer prepares a round, the employee adjusts the own list, the officer opens', SLOW, async () => {
    const officer = await desk(city.officer, `${base}/periods/${city.periodId}`);
    await click(officer, 'Suara lain', 'link');
    await officer.getByRole('heading', { name: 'Rencanakan pengumpulan suara' }).waitFor();
    await look(officer, 'plan');
    await officer.getByLabel('Hari terakhir').fill(CLOSES_ON);
    await click(officer, 'Siapkan usulan');
    // The page follows the work by itself.
    await officer.getByText('Tidak ada hambatan: dapat dibuka.').waitFor({ timeout: 60_000 });
    await look(officer, 'prepared');

    await adjustOwnList();

    await officer.reload();
    await click(officer, 'Buka dan mintai semua orang');
    await officer.getByText(/Formulir dapat dikirim sampai 5 Desember 2026/).waitFor();
    await look(officer, 'asking');
    await officer.context().close();
    expect(new Set((await stage.asked('colleague')).map(({ state }) => state))).toEqual(new Set(['asked']));
    expect(await stage.asked('outsider')).toHaveLength(LEAST);
  });

  /** Withdraws one colleague, adds another and an outsider on the phone; the limits of the scheme hold. */
  async function adjustOwnList() {
    const proposed = await stage.asked('colleague');
    const [gone] = proposed;
    const others = [city.colleague, ...city.nurses].filter(({ id }) =>
      proposed.every((each) => each.raterId !== id),
    );
    const [added] = others;
    if (!gone || !added) throw new Error('the clinic has more people than are asked');
    const page = await phone(city.employee.accountId, `${appraisal}/plan`);
    await click(page, 'Suara lain', 'link');
    await page.getByRole('heading', { name: 'Siapa yang ditanya' }).waitFor();
    await look(page, 'list');
    const line = page.locator('li', { has: page.getByText(gone.name, { exact: true }) });
    await line.locator('summary').click();
    await line.getByLabel('Alasan').fill('Kami hampir tidak pernah satu giliran jaga.');
    await line.getByRole('button', { name: 'Tarik' }).click();
    await page.getByText('Ditarik.', { exact: true }).waitFor();
    await page.getByRole('searchbox').fill(added.name);
    await page.getByRole('button', { name: 'Cari', exact: true }).click();
    await page.getByRole('radio', { name: added.name }).check();
    await page.getByRole('button', { name: 'Tambahkan', exact: true }).first().click();
    await page.getByText('Ditambahkan.', { exact: true }).waitFor();
    for (let guest = 1; guest <= LEAST; guest += 1) {
      const form = page.locator('form', { has: page.locator('[name="guestName"]') });
      await form.getByLabel('Nama', { exact: true }).fill(`Mitra Nomor ${guest}`);
      await form.getByLabel('Lembaga atau pekerjaan').fill('Kader Posyandu Melati');
      await form.getByLabel('Alamat surel').fill(`mitra-${guest}@kader.example`);
      await form.getByRole('button', { name: 'Tambahkan' }).click();
      await page.getByText(`Mitra Nomor ${guest}`, { exact: true }).waitFor();
    }
    await page.getByText(`${city.employee.name} menambahkan ${added.name}`).waitFor();
    await look(page, 'list-adjusted');
    await page.context().close();
    await meetsTheLimit(others.slice(1));
  }

  /** Eight colleagues are the most: whoever would be the ninth is refused with the reason. */
  async function meetsTheLimit(others: readonly TestPerson[]) {
    const answers: string[] = [];
    for (const { id: rater } of others) {
      const fields = { id: crypto.randomUUID(), voice: 'colleague', rater };
      const response = await app.post(city.employee.accountId, `${appraisal}/voices`, fields);
      answers.push(response.status === 422 ? await response.text() : '');
    }
    expect(answers.at(-1)).toContain('Sudah 8 orang, sebanyak yang diizinkan skema.');
    expect(await stage.asked('colleague')).toHaveLength(8);
  }

  it('a colleague answers on a phone without a script', SLOW, async () => {
    [writer] = await stage.asked('colleague');
    if (!writer) throw new Error('colleagues are asked');
    const form = `${base}/voices/${writer.id}`;
    const steps = ['', '?q=1', '?q=14', '?all=1', '/review', '/refusal'].map((step) => `${form}${step}`);
    await stage.weigh(writer.account, [`${base}/voices`, ...steps]);
    const page = await phone(writer.account, base, false);
    await click(page, 'Lihat formulir', 'link');
    await look(page, 'asked-of-me');
    await click(page, `Mulai: formulir tentang ${city.employee.name}`, 'link');
    await look(page, 'form-start');
    await click(page, 'Mulai', 'link');
    await page.getByRole('radio').nth(3).check();
    await look(page, 'form-question');
    await click(page, 'Lanjut');
    await page.getByText('2 dari 13', { exact: true }).waitFor();
    await page.goto(`${form}?all=1`);
    const groups = await page.locator('main fieldset').all();
    expect(groups).toHaveLength(13);
    for (const group of groups.slice(1)) await group.getByRole('radio').nth(2).check();
    await page.locator('textarea').last().fill(INSULT);
    await click(page, 'Periksa sebelum kirim');
    // What the ratee will read, and how, before anything is sent.
    await page.getByText(INSULT, { exact: true }).waitFor();
    await look(page, 'form-review');
    await click(page, 'Kirim');
    await page.getByRole('heading', { name: 'Terima kasih, suara Anda sudah diterima' }).waitFor();
    await look(page, 'form-sent');
    await page.context().close();
  });

  it('an outsider answers by the link of the letter, without an account', SLOW, async () => {
    const [guest] = await stage.asked('outsider');
    if (!guest) throw new Error('outsiders are asked');
    const link = stage.linkOf(guest.id);
    await expect.poll(async () => (await app.get(null, link)).status, { timeout: 60_000 }).toBe(200);
    await stage.weigh(
      null,
      ['', '?q=1', '?q=8', '?all=1', '/review', '/refusal'].map((step) => link + step),
    );
    const page = await phone(null, link);
    await page.getByText('Anda menjawab sebagai pihak luar instansi').waitFor();
    await look(page, 'guest-start');
    await click(page, 'Semua dalam satu halaman', 'link');
    await page.getByRole('heading', { name: 'Semua pertanyaan' }).waitFor();
    for (const group of await page.locator('main fieldset').all())
      await group.getByRole('radio').nth(1).check();
    await page.locator('textarea').last().fill(OUTSIDE);
    await click(page, 'Periksa sebelum kirim');
    await page.getByText(OUTSIDE, { exact: true }).waitFor();
    await click(page, 'Kirim');
    await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
    await look(page, 'guest-sent');
    await stage.weigh(null, ['/voices/thanks']);
    expect((await app.get(null, link)).status).toBe(404);
    await page.context().close();
  });

  it('nobody sees anything before the last day is over, and no result is given', SLOW, async () => {
    for (const voice of ['colleague', 'outsider']) {
      const open = (await stage.asked(voice)).filter(({ state }) => state === 'asked');
      for (const [index, request] of open.slice(0, LEAST - 1).entries())
        await stage.give(request, index % 2, voice === 'outsider' ? OUTSIDE : PRAISE);
    }
    expect(await stage.release()).toBe(0);
    const page = await phone(city.employee.accountId, `${appraisal}/heard`);
    await page.getByText('Suara lain masih dikumpulkan sampai 5 Desember 2026.', { exact: false }).waitFor();
    await look(page, 'heard-before');
    await page.context().close();
    for (const who of [city.employee, city.appraiser, city.head, city.officer, city.auditor])
      for (const step of ['/heard', '/voices', '/result', '/measurements', '/evaluation']) {
        const html = await read(who, `${appraisal}${step}`);
        for (const said of [INSULT, PRAISE, OUTSIDE, `${LEAST} formulir`, 'Terlalu sedikit'])
          expect(html.includes(said), `${who.name} ${step}: ${said}`).toBe(false);
      }
    // Not even that a form has come back is told to those whom it concerns.
    for (const who of [city.employee, city.appraiser])
      expect(await read(who, `${appraisal}/voices`)).not.toContain('Sudah kembali');
    // The form can be filled in meanwhile, and is kept; a result cannot be given, not even past the page.
    expect((await stage.rate({})).status).toBe(303);
    const appraiser = await desk(city.appraiser, `${appraisal}/evaluation`);
    await appraiser.getByText('Suara lain masih dikumpulkan', { exact: true }).waitFor();
    await look(appraiser, 'waiting-appraiser');
    await appraiser.context().close();
    const forced = { resultId: crypto.randomUUID(), revision: '1' };
    expect((await app.post(city.appraiser.accountId, `${appraisal}/results`, forced)).status).toBe(422);
  });

  it('after the last day everything is there at once: means, numbers of forms, words', SLOW, async () => {
    stage.test.setNow(AFTER_ROUND);
    expect(await stage.release()).toBe(1);
    const page = await phone(city.employee.accountId, `${appraisal}/voices`);
    await click(page, 'Lihat suara yang didengar', 'link');
    for (const voice of ['Rekan kerja', 'Pihak luar instansi']) {
      const card = page.locator('section', { has: page.getByRole('heading', { name: voice }) }).first();
      await card.getByText(`${LEAST} formulir`, { exact: true }).waitFor();
      expect(await card.locator('td').first().innerText()).toMatch(/^\d+([.,]\d+)?$/);
    }
    const said = page.locator('li', { has: page.getByText(INSULT, { exact: true }) });
    expect(await page.getByText(PRAISE, { exact: true }).count()).toBe(LEAST - 1);
    await look(page, 'heard');
    const html = await page.content();
    for (const { name } of await stage.asked('colleague')) expect(html).not.toContain(name);
    await said.getByText('Laporkan catatan ini').first().click();
    await said.getByLabel('Alasan').fill('Menghina, tanpa satu contoh pun.');
    await said.getByRole('button', { name: 'Laporkan catatan ini' }).click();
    await page.getByText('Dilaporkan, menunggu keputusan petugas.').waitFor();
    await page.context().close();
  });

  it('the appraiser can give the result now', SLOW, async () => {
    expect((await stage.rate({ step: 'check' })).status).toBe(303);
    const page = await desk(city.appraiser, `${appraisal}/evaluation/check`);
    await look(page, 'check');
    await click(page, 'Berikan hasil');
    await page.getByRole('button', { name: 'Sahkan hasil ini' }).waitFor();
    await page.context().close();
    expect(await read(city.employee, `${appraisal}/result`)).toContain('Rekan kerja');
  });

  it('an officer hides the reported words', SLOW, async () => {
    const page = await desk(city.officer, `${base}/voice-reports`);
    await page.getByText('Menghina, tanpa satu contoh pun.').waitFor();
    await look(page, 'reports');
    await page.getByLabel('Alasan').first().fill('Merendahkan martabat pegawai.');
    await click(page, 'Sembunyikan');
    await page.getByText('Disembunyikan', { exact: true }).waitFor();
    await page.context().close();
    const heard = await read(city.employee, `${appraisal}/heard`);
    expect(heard).toContain('Catatan ini disembunyikan oleh petugas. Alasan: Merendahkan martabat pegawai.');
    expect(heard).not.toContain(INSULT);
  });

  it('auditor and officer together open one seal, and the writer is told', SLOW, async () => {
    const auditor = await desk(city.auditor, `${base}/record`);
    await click(auditor, 'Segel suara', 'link');
    await click(auditor, 'Catatan yang dilaporkan', 'link');
    await auditor.locator('summary', { hasText: 'Buka perkara' }).click();
    await auditor.locator('details').getByLabel('Alasan').fill(CASE);
    await click(auditor, 'Buka perkara');
    await auditor.getByLabel('Frasa sandi').fill(passphrases.auditor ?? '');
    await look(auditor, 'case');
    await click(auditor, 'Berikan kunci Inspektorat');
    await auditor.getByText(`sudah diberikan oleh ${city.auditor.name}`).waitFor();
    expect(await auditor.content()).not.toContain(writer?.name);
    const officer = await desk(city.officer, `${base}/unsealings`);
    await click(officer, CASE, 'link');
    await officer.getByLabel('Frasa sandi').fill(passphrases.officer ?? '');
    await click(officer, 'Berikan kunci petugas kepegawaian');
    await officer.getByText(writer?.name ?? '', { exact: true }).waitFor();
    await look(officer, 'case-opened');
    expect((await app.get(city.employee.accountId, new URL(officer.url()).pathname)).status).toBe(404);
    const told = await phone(writer?.account ?? '', `${base}/notifications`);
    await told.getByText('Segel sebuah suara yang Anda berikan dibuka', { exact: false }).waitFor();
    await told.getByText(CASE, { exact: false }).waitFor();
    await look(told, 'told');
    for (const page of [auditor, officer, told]) await page.context().close();
  });
});
