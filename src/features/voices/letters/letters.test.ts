import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run as takeReport } from '#app/cli/mail-report.ts';
import { newId } from '#platform/identifier.ts';
import { openMailer } from '#platform/mail/mail.ts';
import { TEST_VOICE_KEY, testApp } from '../../../../test/support/app.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import { TEST_NOW, testDatabase } from '../../../../test/support/database.ts';
import { type VoiceStage, voiceStage } from '../../../../test/support/voices.ts';
import { prepareLetters } from './prepare.ts';
import { letterCounts } from './queries.ts';
import { sendLetters } from './send.ts';

const PEOPLE = 10_000;
const WRONG = 'tidak-ada@contoh.go.id';

/** A real mail server that speaks SMTP, refuses one address for good and can be told to ask for patience. */
async function mailServer() {
  const received: { readonly to: string; readonly text: string }[] = [];
  const state = { isBusy: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(address, _session, done) {
      if (state.isBusy) return done(Object.assign(new Error('try later'), { responseCode: 451 }));
      if (address.address === WRONG)
        return done(Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 }));
      done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString().replace(/=\r\n/g, '').replaceAll('=3D', '=');
        received.push({ to: session.envelope.rcptTo.map((each) => each.address).join(), text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { received, state, url: `smtp://127.0.0.1:${port}` };
}

describe('letters', async () => {
  const test = await testDatabase();
  const post = await mailServer();
  const mailer = openMailer({ url: post.url, from: 'Tera <tera@contoh.go.id>' });
  afterAll(() => mailer.end());
  const baseUrl = 'https://kinerja.contoh.go.id/';
  const app = await testApp(test, { mailer, baseUrl });
  let serial = 0;

  /** A round that asks outsiders about the employee. */
  async function stage(addresses: readonly (string | null)[]): Promise<{ city: City; voices: VoiceStage }> {
    serial += 1;
    test.setNow(TEST_NOW);
    const city = await createCity(test.database, `kota-surat-${serial}`);
    const voices = await voiceStage(city);
    await voices.ask(city.participants.employee, 'outsider', [city.stranger]);
    const { rows } = await test.owner.query<{ id: string }>(
      'select id from voice_pools where agency_id = $1',
      [city.agencyId],
    );
    for (let start = 0; start < addresses.length; start += 1000)
      await city.db.write((tx) =>
        tx.db
          .insertInto('voice_requests')
          .values(
            addresses.slice(start, start + 1000).map((guest_email, index) => ({
              agency_id: tx.agencyId,
              id: newId(),
              pool_id: rows[0]?.id ?? '',
              guest_name: `Tamu ${start + index}`,
              guest_email,
              source: 'officer',
              state: 'asked',
              created_at: tx.now,
              asked_at: tx.now,
            })),
          )
          .execute(),
      );
    return { city, voices };
  }

  const prepare = (city: City, roundId: string, kind: 'invitation' | 'reminder' = 'invitation') =>
    city.db.write((tx) => prepareLetters(tx, TEST_VOICE_KEY, { roundId, kind }));
  const send = (city: City, roundId: string) =>
    sendLetters(city.db, { mailer, baseUrl, key: TEST_VOICE_KEY }, roundId);
  const counts = (city: City, roundId: string) => city.db.read((tx) => letterCounts(tx, roundId));

  describe('ten thousand', () => {
    let made: Awaited<ReturnType<typeof stage>>;
    beforeAll(async () => {
      const addresses = Array.from({ length: PEOPLE }, (_, index) =>
        index === 4711 ? WRONG : `tamu-${index}@contoh.go.id`,
      );
      made = await stage(addresses);
    });

    it('are prepared once and all sent over SMTP, with progress; one comes back, is seen and mended', async () => {
      const { city, voices } = made;
      expect(await prepare(city, voices.roundId)).toBe(PEOPLE);
      expect(await prepare(city, voices.roundId)).toBe(0);
      const path = `/a/${city.code}/periods/${city.periodId}/voices/letters`;
      const read = async () => (await app.get(city.officer.accountId, path)).text();
      expect(await read()).toContain('0 dari 10.000 surat sudah diproses');
      await send(city, voices.roundId);
      expect(await counts(city, voices.roundId)).toMatchObject({
        byState: { waiting: 0, sent: PEOPLE - 1, refused: 1, bounced: 0 },
        total: PEOPLE,
      });
      expect(new Set(post.received.map(({ to }) => to)).size).toBe(PEOPLE - 1);
      const page = await read();
      expect(page).toContain('10.000 dari 10.000 surat sudah diproses');
      expect(page).toContain('Tamu 4711');
      expect(page).toContain('no such user');
      const [letter] = /voices\/letters\/[0-9a-f-]{36}/.exec(page) ?? [];
      const mend = (who: { accountId: string }, address: string) =>
        app.post(who.accountId, `/a/${city.code}/periods/${city.periodId}/${letter}`, { address });
      expect((await mend(city.employee, 'benar@contoh.go.id')).status).toBe(404);
      const wrong = await mend(city.officer, 'bukan alamat');
      expect(wrong.status).toBe(422);
      expect(await wrong.text()).toContain('bukan alamat');
      const both = await Promise.all([
        mend(city.officer, 'benar@contoh.go.id'),
        mend(city.officer, 'benar@contoh.go.id'),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
      await send(city, voices.roundId);
      expect(post.received.filter(({ to }) => to === 'benar@contoh.go.id')).toHaveLength(1);
      expect((await counts(city, voices.roundId)).byState.refused).toBe(0);
    }, 180_000);
  });

  it('carry a link of their own, the same in the reminder, and say nothing of anybody else', async () => {
    const { city, voices } = await stage(['satu@contoh.go.id', 'dua@contoh.go.id']);
    const links = (address: string) =>
      post.received
        .filter(({ to }) => to === address)
        .map(({ text }) => /https:\/\/kinerja\.contoh\.go\.id\/voices\/[\w-]+\/\w{16}/.exec(text)?.[0]);
    await prepare(city, voices.roundId);
    await send(city, voices.roundId);
    expect(await prepare(city, voices.roundId, 'reminder')).toBe(0);
    test.setNow(new Date(TEST_NOW.getTime() + 4 * 86_400_000));
    expect(await prepare(city, voices.roundId, 'reminder')).toBe(2);
    await send(city, voices.roundId);
    const [first, reminder] = links('satu@contoh.go.id');
    expect(first).toBeTruthy();
    expect(reminder).toBe(first);
    expect(links('dua@contoh.go.id')).not.toContain(first);
    const page = await app.get(null, (first ?? '').replace(baseUrl.replace(/\/$/, ''), ''));
    expect(page.status).toBe(200);
  });

  it('about an opened seal go out after the round is over, others do not', async () => {
    const { city, voices } = await stage(['lewat@contoh.go.id', 'segel@contoh.go.id']);
    await prepare(city, voices.roundId);
    await test.owner.query(
      `update voice_letters set kind = 'unsealing' where agency_id = $1 and address = 'segel@contoh.go.id'`,
      [city.agencyId],
    );
    await test.owner.query(`update voice_rounds set state = 'released' where agency_id = $1`, [
      city.agencyId,
    ]);
    await send(city, voices.roundId);
    expect(post.received.filter(({ to }) => to === 'lewat@contoh.go.id')).toEqual([]);
    const [letter] = post.received.filter(({ to }) => to === 'segel@contoh.go.id');
    expect(letter?.text).toContain('Segel sebuah catatan yang Anda berikan tentang Rina Novita dibuka');
    expect(letter?.text).not.toContain('/voices/');
  });

  it('wait where the server asks for patience, and go out later', async () => {
    const { city, voices } = await stage(['sabar@contoh.go.id']);
    await prepare(city, voices.roundId);
    post.state.isBusy = true;
    await expect(send(city, voices.roundId)).rejects.toThrow('could not be sent yet');
    post.state.isBusy = false;
    expect((await counts(city, voices.roundId)).byState).toMatchObject({ waiting: 1, refused: 0 });
    await send(city, voices.roundId);
    expect((await counts(city, voices.roundId)).byState).toMatchObject({ waiting: 0, sent: 1 });
  });

  it('that come back later are taken in from the report of the mail server', async () => {
    const { city, voices } = await stage(['kembali@contoh.go.id', null]);
    await prepare(city, voices.roundId);
    await send(city, voices.roundId);
    expect((await counts(city, voices.roundId)).withoutAddress).toBe(2);
    const sent = post.received.find(({ to }) => to === 'kembali@contoh.go.id');
    const messageId = /Message-ID:\s*(<[^>]+>)/i.exec(sent?.text ?? '')?.[1];
    const report = [
      'Content-Type: multipart/report; report-type=delivery-status',
      '',
      'Action: failed',
      'Status: 5.2.2',
      'Diagnostic-Code: smtp; 552 mailbox full',
      'Content-Type: message/rfc822',
      '',
      `Message-ID: ${messageId}`,
    ].join('\r\n');
    const written: string[] = [];
    const stream = { write: (text: string) => written.push(text) };
    const io = { stdin: [report] as unknown as AsyncIterable<string>, stdout: stream, stderr: stream };
    expect(await takeReport([], io, (work) => work(test.database))).toBe(0);
    expect(written.join('')).toContain('"known":true');
    expect((await counts(city, voices.roundId)).byState.bounced).toBe(1);
    const page = await app.get(
      city.officer.accountId,
      `/a/${city.code}/periods/${city.periodId}/voices/letters`,
    );
    expect(await page.text()).toContain('mailbox full');
  });
});
