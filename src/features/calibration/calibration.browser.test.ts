import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { testApp } from '../../../test/support/app.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../test/support/browser.ts';
import { testDatabase } from '../../../test/support/database.ts';
import type { Fields } from '../../../test/support/evaluation.ts';
import { calibrationCity, done, itemIn, judge } from './calibration.fixture.ts';

describe('a calibration meeting in the browser', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await calibrationCity(test, app);
  const browser = await withBrowser(app);
  const look = async (page: Page, name: string) => {
    await screenshot(page, `calibration-${name}`);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  };

  it('is called, judged blind on a phone without a script, opened, returned, answered and closed', async () => {
    const mayor = await browser.open(city.at('/calibration'), { account: city.mayor.accountId });
    await look(mayor, 'list-desktop');
    await mayor.getByRole('link', { name: 'Panggil rapat' }).click();
    await mayor.getByLabel('Unit', { exact: true }).selectOption({ label: 'Dinas Kesehatan' });
    await mayor.getByLabel('Tempat').fill('Ruang rapat Sekda');
    await look(mayor, 'call-desktop');
    await mayor.getByRole('button', { name: 'Lanjut ke agenda' }).click();
    await mayor.getByText('Rapat dibuat.').waitFor();
    await mayor.getByRole('checkbox', { name: 'Rina Novita' }).check();
    await mayor.getByRole('checkbox', { name: 'Dewi Lestari' }).check();
    await look(mayor, 'agenda-desktop');
    await mayor.getByRole('button', { name: 'Masukkan ke agenda' }).click();
    await mayor.getByText('Agenda disimpan.').waitFor();
    const meeting = mayor.url().split('/').at(-1) ?? '';
    for (const person of city.judges.slice(0, 4))
      await done(
        await app.post(city.mayor.accountId, city.at(`/calibration/${meeting}/members`), {
          personId: person.id,
        }),
      );
    await mayor.reload();
    await look(mayor, 'prepared-desktop');
    await mayor.getByRole('button', { name: 'Kirim undangan' }).click();
    await mayor.getByText('Undangan dikirim.').waitFor();

    const [first] = city.judges;
    if (!first) throw new Error('a judge');
    const path = city.at(`/calibration/${meeting}`);
    const member = await browser.open(path, { account: first.accountId, size: 'phone', script: false });
    await look(member, 'invited-phone');
    await member.getByRole('button', { name: 'Terima undangan' }).click();
    await look(member, 'dossiers-phone');
    await member.getByRole('link', { name: 'Nilai berkas 1' }).click();
    await look(member, 'dossier-phone');
    await member.getByRole('group', { name: 'Rating hasil kerja' }).getByLabel('Sesuai ekspektasi').check();
    await member
      .getByRole('group', { name: 'Rating perilaku kerja' })
      .getByLabel('Sesuai ekspektasi')
      .check();
    await member.getByRole('button', { name: 'Kirim penilaian' }).click();
    await look(member, 'refused-phone');
    await member.getByLabel('Alasan dari bukti').fill('Target tercapai dengan bukti lengkap.');
    await member.getByRole('button', { name: 'Kirim penilaian' }).click();
    await member.getByText('Penilaian dikirim.').waitFor();
    await member.context().close();
    const item = await itemIn(city, meeting, city.participants.employee);
    for (const [index, person] of city.judges.slice(1, 4).entries()) {
      await done(await app.post(person.accountId, `${path}/invitation`, { answer: 'accept' }));
      const said: Fields =
        index === 0 ? { 'results-rating': 'above' } : index === 1 ? { 'behaviour-rating': 'below' } : {};
      await done(await judge(app, city, person, { meeting, item }, said));
    }

    await mayor.reload();
    await look(mayor, 'running-desktop');
    await mayor.getByRole('link', { name: /Butir 1/ }).click();
    await look(mayor, 'ready-desktop');
    await mayor.getByRole('button', { name: 'Buka butir' }).click();
    await mayor.getByText('Butir dibuka.').waitFor();
    await look(mayor, 'opened-desktop');
    const dark = await browser.open(`${path}/items/${item}`, {
      account: first.accountId,
      size: 'phone',
      theme: 'dark',
    });
    await look(dark, 'compared-phone-dark');
    await mayor.getByLabel('Pola distribusi').check();
    await mayor
      .getByLabel('Alasan untuk penilai dan pegawai')
      .fill('Enam dari tujuh di unit ini di atas ekspektasi.');
    await mayor.getByRole('button', { name: 'Kembalikan' }).click();
    await mayor.getByText('Dikembalikan; penilai diberi tahu.').waitFor();

    const author = await browser.open(city.at('/calibration'), {
      account: city.appraiser.accountId,
      size: 'phone',
    });
    await look(author, 'returns-phone');
    await author.getByRole('link', { name: 'Menunggu jawaban Anda' }).click();
    await look(author, 'return-phone');
    await author.goto(city.at(`/appraisals/${city.participants.employee}/result`));
    await author.locator('summary', { hasText: 'Tarik hasil ini' }).click();
    await look(author, 'take-back-phone');
    await author.goto(city.at(`/calibration-returns/${item}`));
    await author.getByLabel('Mengapa penilaian ini tetap').fill('Semua bukti sudah dihitung.');
    await author.getByRole('button', { name: 'Pertahankan penilaian' }).click();
    await author.getByText('Jawaban dicatat.').waitFor();
    await author.context().close();
    const own = await browser.open(city.at(`/appraisals/${city.participants.employee}/result`), {
      account: city.employee.accountId,
      size: 'phone',
      theme: 'dark',
    });
    await own.getByRole('heading', { name: 'Dibahas dalam rapat kalibrasi' }).waitFor();
    await look(own, 'own-phone-dark');
    await own.context().close();

    const other = await itemIn(city, meeting, city.participants.colleague);
    await done(
      await app.post(city.mayor.accountId, `${path}/dropped-items`, {
        itemId: other,
        'reason-dropped': 'Waktu rapat tidak cukup.',
      }),
    );
    await mayor.goto(path);
    await look(mayor, 'to-close-desktop');
    await mayor.getByRole('button', { name: 'Tutup rapat' }).click();
    await mayor.getByText('Rapat ditutup.').waitFor();
    await look(mayor, 'minutes-desktop');
    await mayor.context().close();
    await dark.goto(`${path}/minutes`);
    await look(dark, 'minutes-phone-dark');
    await dark.context().close();
  });
});
