/** From an appraiser's act to what the employee's browser has: committed change, event, page loaded again. */
import { request } from 'node:http';
import type { Database } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { DEMO_AGENCY } from '../demo/seed.ts';
import { ask } from './client.ts';
import type { DemoServer } from './demo-server.ts';
import { atMost, type Measure, quantile } from './measure.ts';
import type { Audience, Visitor } from './pages.ts';

const LISTENERS = 2000;
const ROUNDS = 10;

export async function measureLive(
  server: DemoServer,
  database: Database,
  audience: Audience,
): Promise<readonly Measure[]> {
  const url = `${server.address}/a/${DEMO_AGENCY.code}/live`;
  const crowd = await Promise.all(
    Array.from({ length: LISTENERS }, (_, index) =>
      openStream(url, audience.employees[index % audience.employees.length] as Visitor),
    ),
  );
  const seconds: number[] = [];
  try {
    const watcher = audience.employees[0] as Visitor;
    const stream = crowd[0] as Stream;
    for (let round = 0; round < ROUNDS; round += 1) {
      const body = `Umpan balik ukur ${newId()}`;
      const startedAt = performance.now();
      await actOn(database, watcher.participantId, body);
      await stream.changed();
      const page = await ask(
        `${server.address}/a/${DEMO_AGENCY.code}/appraisals/${watcher.participantId}/progress`,
        watcher,
      );
      if (page.status !== 200) throw new Error(`the page answered ${page.status}`);
      seconds.push((performance.now() - startedAt) / 1000);
    }
  } finally {
    for (const stream of crowd) stream.close();
  }
  return [
    atMost(
      `act to the employee's page loaded again, ${LISTENERS} open listeners, slowest of ${ROUNDS}`,
      quantile(seconds, 1),
      's',
      1,
    ),
  ];
}

/** The same write as a command makes: a row and the names of those whose pages it concerns, in one transaction. */
async function actOn(database: Database, participantId: string, body: string): Promise<void> {
  const agency = await database.shared
    .selectFrom('agencies')
    .select('id')
    .where('code', '=', DEMO_AGENCY.code)
    .executeTakeFirstOrThrow();
  await database.forAgency(agency.id).write(async (tx) => {
    const row = await tx.db
      .selectFrom('participants')
      .select(['person_id', 'appraiser_id'])
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', participantId)
      .executeTakeFirstOrThrow();
    await tx.db
      .insertInto('feedback')
      .values({
        agency_id: tx.agencyId,
        id: newId(),
        participant_id: participantId,
        target: 'value',
        line_id: 'akuntabel',
        body,
        author_id: row.appraiser_id as string,
        author_role: 'appraiser',
        created_at: tx.now,
      })
      .execute();
    tx.touch(row.person_id);
  });
}

interface Stream {
  /** Resolves at the next "look again". */
  changed(): Promise<void>;
  close(): void;
}

function openStream(url: string, visitor: Visitor): Promise<Stream> {
  return new Promise((resolve, reject) => {
    let wake: () => void = () => undefined;
    let pending = false;
    const sent = request(
      url,
      { headers: { cookie: visitor.cookie, accept: 'text/event-stream' }, agent: false },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`the live stream answered ${response.statusCode}`));
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
          if (text.includes('event: open')) resolve(stream);
          if (!text.includes('event: change')) return;
          pending = true;
          wake();
        });
        response.on('error', () => undefined);
      },
    );
    const stream: Stream = {
      changed: () =>
        new Promise((done) => {
          wake = () => {
            pending = false;
            done();
          };
          if (pending) wake();
        }),
      close: () => sent.destroy(),
    };
    sent.on('error', reject);
    sent.end();
  });
}
