/** The stranger's part: from the link on the console to an open period (steps 1 to 5 of the README). */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Somebody, told } from '../people.ts';
import { APPRAISER, button, type Cast, EMPLOYEE, link, PASSWORD, SUPERIOR, UNIT } from './cast.ts';

const staffFile = (name: string) => fileURLToPath(new URL(`../../data/siasn/${name}`, import.meta.url));

/** 1 opens the link of the console and names the agency and themself */
export async function startInstallation(cast: Cast): Promise<void> {
  const { tera, officer } = cast;
  const { page } = officer;
  await page.goto(tera.setupLink);
  await page.getByLabel('Nama instansi').fill('Pemerintah Kota Sawahlunto');
  await page.getByLabel('Nama lengkap').fill('Maya Putri');
  await page.getByRole('textbox', { name: 'NIP' }).fill('198609262015052001');
  await page.getByLabel('Kata sandi baru').fill(PASSWORD);
  await page.getByLabel('Ulangi kata sandi').fill(PASSWORD);
  await button(page, 'Buat instansi').click();
  await page.waitForURL('**/a/kota-sawahlunto');
  cast.home = new URL(page.url()).pathname;
}

/** 2 imports units and people: a dry run, the refused rows, then the commit */
export async function importStaff(cast: Cast): Promise<void> {
  const { officer, home } = cast;
  const { page } = officer;
  await page.goto(`${home}/people`);
  await link(page, 'Impor').click();
  await page.getByLabel('Berkas unit kerja').setInputFiles(staffFile('siasn-hierarki-unor.xlsx'));
  await page.getByLabel('Berkas pegawai').setInputFiles(staffFile('siasn-pegawai.xlsx'));
  await button(page, 'Unggah dan periksa').click();
  await page.getByRole('heading', { name: 'Hasil pemeriksaan', level: 1 }).waitFor({ timeout: 60_000 });
  // siasn-faults.json: row 168 of the staff file has a NIP with a birth date that cannot be.
  expect(await told(page)).toContain('198402302006111001');
  await button(page, 'Terapkan').click();
  await page.getByRole('heading', { name: 'Impor selesai', level: 1 }).waitFor({ timeout: 60_000 });
  await page.goto(`${home}/people?q=${APPRAISER.nip}`);
  await link(page, APPRAISER.name).waitFor();
}

/** 3a adds the mayor, who is no civil servant */
export async function addMayor(cast: Cast): Promise<void> {
  const { officer, home } = cast;
  const { page } = officer;
  await page.goto(`${home}/people`);
  await link(page, 'Tambah orang').click();
  await page.getByLabel('Nama tanpa gelar').fill('Hasan Basri');
  await page.getByRole('searchbox').fill('Pemerintah Kota');
  await button(page, 'Cari').click();
  await page
    .getByRole('radio', { name: /^Pemerintah Kota Contoh/ })
    .first()
    .check();
  expect(await page.getByLabel('Nama tanpa gelar').inputValue(), 'kept while searching').toBe('Hasan Basri');
  await page.getByRole('textbox', { name: 'Jabatan', exact: true }).fill('Wali Kota');
  await page.getByLabel('Memimpin unit ini').check();
  await page.getByLabel('Menjabat sejak').fill('2025-02-20');
  await button(page, 'Simpan').click();
  await page.getByText('Hasan Basri ditambahkan.').waitFor();
}

/** 5a makes a period of one unit and sees what stands in the way of it */
export async function planPeriod(cast: Cast): Promise<void> {
  const { officer, home } = cast;
  const { page } = officer;
  const year = new Date().getFullYear();
  await page.goto(`${home}/periods`);
  await link(page, 'Periode baru').click();
  await page.getByLabel('Nama', { exact: true }).fill(`Penilaian ${UNIT} ${year}`);
  await page.getByLabel('Hari pertama').fill(`${year}-01-01`);
  await page.getByLabel('Hari terakhir').fill(`${year}-12-31`);
  for (const name of ['SKP disepakati', 'Penilaian mandiri', 'Penilaian oleh pejabat', 'Pengesahan'])
    await page.getByLabel(new RegExp(`^${name}.* paling lambat`)).fill('');
  await page.getByLabel(UNIT).check();
  await button(page, 'Simpan rancangan').click();
  await link(page, 'Periksa kesiapan').click();
  await page.getByText(/hal menghambat pembukaan/).waitFor();
  expect(await button(page, 'Buka periode').count()).toBe(0);
  await link(page, /^Perbaiki: /).waitFor();
}

/** 3b mends it: accepts the appraisers that the hierarchy proposes */
export async function acceptAppraisers(cast: Cast): Promise<void> {
  const { officer, home } = cast;
  const { page } = officer;
  await page.goto(`${home}/people/appraisers?tab=ready`);
  await button(page, /^Terima semua \d.* usul yang siap/).click();
  await page.getByText(/pejabat penilai ditetapkan/).waitFor();
  for (const name of ['Bakti Rayhan', 'Ulya Megantara']) {
    await page.goto(`${home}/people/appraisers?tab=all&q=${encodeURIComponent(name)}`);
    expect(await told(page)).toMatch(new RegExp(name, 'i'));
  }
}

/** 4 prints letters, and three people come in with theirs */
export async function invitePeople(cast: Cast): Promise<void> {
  const { officer, employee, appraiser, superior, home } = cast;
  const { page } = officer;
  const invite = async ({ name, nip }: { name: RegExp; nip: string }, who: Somebody) => {
    await page.goto(`${home}/people/invitations?q=${nip}`);
    await page.getByRole('checkbox', { name }).check();
    await button(page, 'Cetak surat untuk yang dipilih').click();
    const letter = (await page.locator('article .font-mono').first().textContent()) ?? '';
    const code = /\/invitations\/[\w-]+/.exec(letter)?.[0] ?? '';
    await who.page.goto(code);
    await who.page.getByText(name).first().waitFor();
    await who.page.getByLabel('Kata sandi baru').fill(PASSWORD);
    await who.page.getByLabel('Ulangi kata sandi').fill(PASSWORD);
    await button(who.page, 'Simpan dan masuk').click();
    await who.page.waitForURL(`**${home}`);
  };
  await invite(EMPLOYEE, employee);
  await invite(APPRAISER, appraiser);
  await invite(SUPERIOR, superior);
}

/** 5b opens the period */
export async function openPeriod(cast: Cast): Promise<void> {
  const { officer, home } = cast;
  const { page } = officer;
  await page.goto(`${home}/periods`);
  await link(page, new RegExp(`Penilaian ${UNIT}`)).click();
  await link(page, 'Periksa kesiapan').click();
  // The head of the office stands below two heads of the city: the hierarchy cannot tell, so the officer does.
  await link(page, /^Perbaiki: Ulya Megantara/i).click();
  await choose(page, 'Pejabat penilai', 'Elma Zahrah');
  await choose(page, 'Atasan pejabat penilai', 'Hasan Basri');
  await button(page, 'Simpan').click();
  await page.getByText('Pejabat penilai ditetapkan.').waitFor();
  await page.goto(`${home}/periods`);
  await link(page, new RegExp(`Penilaian ${UNIT}`)).click();
  await link(page, 'Periksa kesiapan').click();
  await button(page, 'Buka periode').click();
  await page.getByText(/Periode dibuka\. \d+ peserta diberi tahu/).waitFor();
}

/** Searches in one group of the form and takes the only answer. */
async function choose(page: Page, group: string, name: string): Promise<void> {
  const fields = page.getByRole('group', { name: group, exact: true });
  await fields.getByRole('searchbox').fill(name);
  await button(fields, 'Cari').click();
  await fields.getByRole('radio', { name }).check();
}
