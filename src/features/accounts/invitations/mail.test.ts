import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, describe, expect, it } from 'vitest';
import { openMailer } from '#platform/mail/mail.ts';
import { testApp } from '../../../../test/support/app.ts';
import { browserSession } from '../../../../test/support/browser-session.ts';
import { createCity, inventNip } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { createSigningPerson, createUninvitedPerson, PASSWORD } from '../../../../test/support/sign-in.ts';
import { mailInvitationTask } from './mail.ts';

interface Received {
  readonly to: string;
  readonly text: string;
}

/** A real mail server that keeps what it was given; `refuse` makes it turn letters away. */
async function mailServer() {
  const received: Received[] = [];
  const state = { refuse: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (state.refuse) return done(new Error('451 later'));
        const raw = Buffer.concat(chunks).toString();
        const text = raw.replace(/=\r\n/g, '').replaceAll('=3D', '=');
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

describe('invitations by mail', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const post = await mailServer();
  const mailer = openMailer({ url: post.url, from: 'Tera <tera@contoh.go.id>' });
  afterAll(() => mailer.end());
  const app = await testApp(test, { mailer, baseUrl: 'https://kinerja.contoh.go.id/', trustProxy: true });
  const task = mailInvitationTask(app.accounts);
  const path = `/a/${city.code}/people/invitations`;

  /** What the worker would do with the jobs that wait. */
  async function work(): Promise<number> {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: test.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ payload: unknown }>(
      'delete from graphile_worker._private_jobs returning payload',
    );
    await client.end();
    for (const { payload } of rows) await task.run(city.db, task.parse(payload));
    return rows.length;
  }
  const linkIn = (letter: Received | undefined) =>
    /https:\/\/kinerja\.contoh\.go\.id(\/invitations\/[\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';

  it('reach the person and open the door', async () => {
    const id = await city.db.write((tx) =>
      createUninvitedPerson(tx, { unitId: city.units.clinic, email: 'wahyu@contoh.go.id' }),
    );
    const fields = { act: 'mail', person: id };
    expect((await app.post(city.officer.accountId, path, fields)).status).toBe(303);
    expect((await app.post(city.officer.accountId, path, fields)).status).toBe(303);
    expect(await work()).toBe(1);
    const letter = post.received.at(-1);
    expect(letter?.to).toBe('wahyu@contoh.go.id');
    const visitor = browserSession(app);
    expect((await visitor.post(linkIn(letter), { password: PASSWORD, repeat: PASSWORD })).status).toBe(303);
    const login = { login: 'wahyu@contoh.go.id', password: PASSWORD };
    expect((await browserSession(app, '10.9.1.1').post('/sign-in', login)).status).toBe(303);
  });

  it('fail loudly when the mail server refuses, so that the job is tried again', async () => {
    const personId = await city.db.write((tx) => createUninvitedPerson(tx, { email: 'nanti@contoh.go.id' }));
    post.state.refuse = true;
    await expect(task.run(city.db, { personId, actorId: null })).rejects.toThrow();
    post.state.refuse = false;
    await task.run(city.db, { personId, actorId: null });
    expect((await browserSession(app).get(linkIn(post.received.at(-1)))).status).toBe(200);
  });

  it('help whoever forgot the password, with one answer for all', async () => {
    const person = await createSigningPerson(city.db, { email: 'lupa@contoh.go.id' });
    const withoutMail = await createSigningPerson(city.db);
    const before = post.received.length;
    const answers = [];
    for (const login of [person.nip, withoutMail.nip, inventNip(), 'tidak@ada.id']) {
      const visitor = browserSession(app, `10.9.2.${answers.length}`);
      const answer = await visitor.post('/sign-in/forgotten', { login });
      const page = await (await visitor.get(answer.headers.get('location') ?? '')).text();
      answers.push([answer.status, answer.headers.get('location'), page]);
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.[0]).toBe(303);
    await work();
    expect(post.received.length - before).toBe(1);
    const letter = post.received.at(-1);
    expect(letter?.to).toBe('lupa@contoh.go.id');
    const password = 'tujuh layang-layang di pasar';
    const visitor = browserSession(app, '10.9.3.1');
    expect((await visitor.post(linkIn(letter), { password, repeat: password })).status).toBe(303);
  });

  it('cannot be used to flood somebody', async () => {
    const answers = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const visitor = browserSession(app, '10.9.4.1');
      answers.push((await visitor.post('/sign-in/forgotten', { login: 'banjir@contoh.go.id' })).status);
    }
    expect(answers).toEqual([303, 303, 303, 303, 303, 422]);
  });
});

describe('without a mail server', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);

  it('pages say that letters are printed, and nothing is sent', async () => {
    const forgotten = await app.get(null, '/sign-in/forgotten');
    expect(await forgotten.text()).toContain('tidak mengirim surel');
    const office = await (await app.get(city.officer.accountId, `/a/${city.code}/people/invitations`)).text();
    expect(office).toContain('surat undangan dicetak');
    expect(office).not.toContain('Kirim lewat surel');
  });
});
