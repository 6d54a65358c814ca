/**
 * An act that was acknowledged survives `kill -9`, of the application and of the database, in the middle of
 * writing: the real processes, real sign-in, real forms.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ask } from '#app/bench/client.ts';
import { type DemoServer, freshFolder, removeFolder, startDemo } from '#app/bench/demo-server.ts';
import { type Audience, gatherAudience, type Visitor } from '#app/bench/pages.ts';
import { readConfig } from '#app/config.ts';
import { DEMO_AGENCY } from '#app/demo/seed.ts';
import { type Installation, openInstallation } from '#app/installation.ts';
import { newId } from '#platform/identifier.ts';

const WRITERS = 8;

async function databaseOf(folder: string): Promise<Installation> {
  return openInstallation({ ...readConfig({}), dataFolder: path.join(folder, 'demo') });
}

/** Writes feedback as fast as answers come until the server is gone; returns what was acknowledged. */
async function writeUntilKilled(server: DemoServer, audience: Audience, kill: () => void): Promise<string[]> {
  const acknowledged: string[] = [];
  let isKilled = false;
  const write = async (author: Visitor) => {
    while (!isKilled) {
      const id = newId();
      const form = { id, line: 'value:akuntabel', body: `Catatan ${id}` };
      const url = `${server.address}/a/${DEMO_AGENCY.code}/appraisals/${author.appraiseeId}/feedback`;
      const answer = await ask(url, { cookie: author.cookie, form }).catch(() => undefined);
      if (answer?.status === 303) acknowledged.push(id);
      else if (!answer) return;
      else if (!isKilled && answer.status !== 500) throw new Error(`feedback answered ${answer.status}`);
      if (acknowledged.length >= 60 && !isKilled) {
        isKilled = true;
        kill();
      }
    }
  };
  const authors = Array.from(
    { length: WRITERS },
    (_, index) => audience.appraisers[index % audience.appraisers.length],
  );
  await Promise.all(authors.map((author) => author && write(author)));
  return acknowledged;
}

/** Feedback rows and the events of the record that tell of them, by id. */
async function kept(folder: string): Promise<{ rows: Set<string>; events: Set<string> }> {
  const installation = await databaseOf(folder);
  try {
    const agency = await installation.database.shared
      .selectFrom('agencies')
      .select('id')
      .executeTakeFirstOrThrow();
    return await installation.database.forAgency(agency.id).read(async (tx) => {
      const rows = await tx.db
        .selectFrom('feedback')
        .select('id')
        .where('agency_id', '=', tx.agencyId)
        .where('body', 'like', 'Catatan %')
        .execute();
      const events = await tx.db
        .selectFrom('audit_events')
        .select('subject_id')
        .where('agency_id', '=', tx.agencyId)
        .where('type', '=', 'feedback.given')
        .execute();
      return {
        rows: new Set(rows.map((row) => row.id)),
        events: new Set(events.map((event) => event.subject_id)),
      };
    });
  } finally {
    await installation.close();
  }
}

describe('kill -9 in the middle of writing', { timeout: 180_000 }, async () => {
  const folder = await freshFolder();
  let server: DemoServer | undefined;
  afterAll(async () => {
    await server?.stop();
    await removeFolder(folder);
  });

  const audienceOf = async (running: DemoServer) => {
    const guest = await databaseOf(folder);
    const audience = await gatherAudience(guest.database, running.address, 8);
    await guest.close();
    return audience;
  };

  const expectNothingLost = async (acknowledged: readonly string[]) => {
    const { rows, events } = await kept(folder);
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);
    expect(acknowledged.filter((id) => !rows.has(id))).toEqual([]);
    // Whatever is there is there whole: a row without its event, or an event without its row, would be half an act.
    expect(rows).toEqual(events);
  };

  it('of the application loses nothing acknowledged, and the next start takes over', async () => {
    const running = await startDemo(folder);
    const audience = await audienceOf(running);
    const acknowledged = await writeUntilKilled(running, audience, () => running.process.kill('SIGKILL'));
    server = await startDemo(folder);
    await expectNothingLost(acknowledged);
  });

  it('of the database loses nothing acknowledged, and the application starts it again', async () => {
    const running = server as DemoServer;
    const audience = await audienceOf(running);
    const pidFile = path.join(folder, 'demo', 'postgres', 'cluster', 'postmaster.pid');
    const postmaster = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
    const acknowledged = await writeUntilKilled(running, audience, () => process.kill(postmaster, 'SIGKILL'));
    await expect
      .poll(
        () =>
          ask(`${running.address}/healthz`).then(
            (answer) => answer.status,
            () => 0,
          ),
        { timeout: 30_000 },
      )
      .toBe(200);
    expect(running.process.exitCode).toBeNull();
    await expectNothingLost(acknowledged);
  });
});
