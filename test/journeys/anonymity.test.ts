/**
 * An adversary against voices without a name. It reads every page, export and paper of every role, the log and what
 * travels to open pages, at three moments: when half of the forms have been sent, when all have, and after the
 * release. It also knows in which order people sent their forms, as somebody who watches the desks would. From all
 * this it guesses who wrote each remark and who gave which ratings. It may do no better than chance, and the same
 * adversary has to succeed where the shuffling or the minimum is switched off: otherwise it would prove nothing.
 */
import { Writable } from 'node:stream';
import pg from 'pg';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Shuffle } from '#features/voices/sealed/give.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../support/app.ts';
import { type City, createCity, createPerson, type TestPerson } from '../support/city.ts';
import { crawl } from '../support/crawl.ts';
import { TEST_NOW, testDatabase } from '../support/database.ts';
import { AFTER_ROUND, formWith, ITEMS, voiceStage } from '../support/voices.ts';

/** People who all rate and are rated; each ratee is heard by three to five colleagues. */
const PEOPLE = 30;
const LEAST = 3;
/** Scores of the four levels in the scheme, best first. */
const SCORES = [100, 85, 60, 30];

/** What really happened, known to the test alone. */
interface Truth {
  readonly participantId: string;
  readonly ratee: TestPerson;
  /** In the order in which they sent their forms. */
  readonly given: readonly { readonly rater: TestPerson; readonly remark: string; readonly mean: number }[];
}

const KEEP: Shuffle = (items) => items;

describe('an adversary who reads everything', async () => {
  const test = await testDatabase();
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const app = await testApp(test, { log: pino({ level: 'trace' }, stream) });
  let serial = 0;

  async function people(city: City): Promise<readonly TestPerson[]> {
    return city.db.write(async (tx) => {
      const made: TestPerson[] = [];
      for (let index = 0; index < PEOPLE; index += 1)
        made.push(
          await createPerson(tx, {
            account: `${city.code}:suara-${index}`,
            name: `${NAMES[index % NAMES.length]} ${SURNAMES[Math.floor(index / NAMES.length)]}`,
            unitId: city.units.clinic,
            post: 'Perawat Terampil',
            kind: 'jf',
          }),
        );
      return made;
    });
  }

  /** Puts everybody into the city's period, appraised by the head of the clinic. */
  async function participants(city: City, all: readonly TestPerson[]): Promise<readonly string[]> {
    const { rows } = await test.owner.query<{ person_id: string; id: string }>(
      'select person_id, id from placements where agency_id = $1',
      [city.agencyId],
    );
    const placements = new Map(rows.map((row) => [row.person_id, row.id]));
    const ids = all.map(() => newId());
    await city.db.write((tx) =>
      tx.db
        .insertInto('participants')
        .values(
          all.map((person, index) => ({
            agency_id: tx.agencyId,
            id: ids[index] ?? '',
            period_id: city.periodId,
            person_id: person.id,
            placement_id: placements.get(person.id) ?? '',
            unit_id: city.units.clinic,
            appraiser_id: city.appraiser.id,
            superior_id: city.head.id,
            starts_on: '2026-01-01',
            ends_on: '2026-12-31',
            state: 'active',
            scheme_id: 'permenpanrb-6-2022',
            scheme_version: 1,
            created_at: tx.now,
          })),
        )
        .execute(),
    );
    return ids;
  }

  /** A round in which every ratee is heard by `forms(index)` of five colleagues who were asked. */
  async function play(options: {
    readonly forms: (ratee: number) => number;
    readonly shuffle?: Shuffle;
    readonly least?: number;
    readonly at?: (moment: 'half' | 'all' | 'released', played: Played) => Promise<void>;
  }): Promise<Played> {
    serial += 1;
    test.setNow(TEST_NOW);
    const city = await createCity(test.database, `kota-lawan-${serial}`);
    const all = await people(city);
    const ids = await participants(city, all);
    const voices = await voiceStage(city);
    const truths: Truth[] = [];
    const sendings: { readonly half: boolean; send(): Promise<void> }[] = [];
    for (const [index, ratee] of all.entries()) {
      const participantId = ids[index] ?? '';
      const raters = [1, 2, 3, 4, 5].map((step) => all[(index + step * 7) % PEOPLE] as TestPerson);
      const requests = await voices.ask(participantId, 'colleague', raters, LEAST);
      const count = options.forms(index);
      const given = raters.slice(0, count).map((rater, order) => {
        const remark = `Ucapan ${serial}${index}${order}${(index * 31 + order * 17) % 97} tentang kerja sama.`;
        const level = (item: number) => (index * 7 + order * 5 + item * (order + 1)) % SCORES.length;
        const scores = ITEMS.perilaku.map((_, item) => SCORES[level(item)] ?? 0);
        sendings.push({
          half: order < count / 2,
          send: () => voices.give(requests[order] ?? '', formWith(level, remark), options.shuffle),
        });
        return { rater, remark, mean: scores.reduce((sum, score) => sum + score, 0) / scores.length };
      });
      truths.push({ participantId, ratee, given });
    }
    const played: Played = { city, truths };
    for (const { half, send } of sendings) if (half) await send();
    await options.at?.('half', played);
    for (const { half, send } of sendings) if (!half) await send();
    await options.at?.('all', played);
    if (options.least !== undefined) await lowerTheMinimum(city, options.least);
    test.setNow(AFTER_ROUND);
    await voices.release(options.shuffle ? { shuffle: options.shuffle } : {});
    await options.at?.('released', played);
    return played;
  }

  /** What no role of the application can do: the owner takes the promise out of the database. */
  async function lowerTheMinimum(city: City, least: number): Promise<void> {
    await test.owner.query('alter table voice_pools drop constraint voice_pools_least');
    await test.owner.query('alter table voice_pools no force row level security');
    await test.owner.query('update voice_pools set least = $2 where agency_id = $1', [city.agencyId, least]);
    await test.owner.query('alter table voice_pools force row level security');
  }

  /** What the person, who knows who was asked, reads about the own appraisal. */
  const read = async ({ city }: Played, truth: Truth, page = 'heard') =>
    (
      await app.get(truth.ratee.accountId, `/a/${city.code}/appraisals/${truth.participantId}/${page}`)
    ).text();

  it('finds nothing before the release, learns from nothing that changes, and is told by nothing that travels', async () => {
    const seen: Record<string, Map<string, ReadonlyMap<string, string>>> = {};
    const travelled: string[] = [];
    const listener = new pg.Client({ connectionString: test.ownerUrl });
    await listener.connect();
    await listener.query('listen tera_live');
    listener.on('notification', ({ payload }) => travelled.push(payload ?? ''));
    const look = async (moment: string, { city, truths }: Played) => {
      const byRole = new Map<string, ReadonlyMap<string, string>>();
      const [first] = truths;
      const watchers = { ...readersOf(city), ratee: first?.ratee as TestPerson };
      const base = `/a/${city.code}`;
      const own = app.app.routes
        .filter(
          ({ method, path }) => method === 'GET' && /^\/a\/:agency\/appraisals\/:id\/[\w.-]+$/.test(path),
        )
        .map(({ path }) => path.replace('/a/:agency', base).replace(':id', first?.participantId ?? ''));
      for (const [role, who] of Object.entries(watchers))
        byRole.set(
          role,
          await crawl({
            app,
            account: who.accountId,
            base,
            also: own,
            subjects: [first?.participantId ?? '', first?.ratee.id ?? ''],
          }),
        );
      seen[moment] = byRole;
    };
    const played = await play({ forms: (index) => 3 + (index % 3), at: look });
    await listener.end();
    const { truths } = played;

    // Who read how much: a crawl that was shut out everywhere would find nothing and prove nothing.
    for (const byRole of Object.values(seen))
      for (const [role, pages] of byRole) expect(pages.size, role).toBeGreaterThan(5);
    const read = [...(seen.released?.get('ratee')?.values() ?? [])].join();
    expect(read.includes(truths[0]?.given[0]?.remark ?? 'nothing')).toBe(true);

    // No word of a form before the release, for anybody.
    for (const moment of ['half', 'all'])
      for (const [role, pages] of seen[moment] ?? [])
        for (const [path, text] of pages)
          for (const { given } of truths)
            for (const { remark } of given)
              expect(text.includes(remark), `${moment} ${role} ${path}`).toBe(false);

    // What the ratee and those above see of the appraisal is the same when half and when all have answered.
    const [subject] = truths;
    for (const role of ['ratee', 'appraiser', 'head', 'mayor'])
      for (const [path, text] of seen.half?.get(role) ?? [])
        if (path.includes(`/appraisals/${subject?.participantId}`) && !isLogged(path))
          expect(plain(seen.all?.get(role)?.get(path) ?? ''), `${role} ${path}`).toBe(plain(text));

    // Single forms are shown to nobody, at no moment: neither their means nor a list of levels.
    for (const byRole of Object.values(seen))
      for (const [role, pages] of byRole)
        for (const [path, text] of pages) {
          expect(singleForms(text, truths), `${role} ${path}`).toBe(0);
          expect(/"forms"\s*:\s*\{\s*"colleague"\s*:\s*\[/.test(text), `${role} ${path}`).toBe(false);
        }

    // Beside a remark stands nobody's name: the nearest name of those who were asked is right no more often than
    // one of the five is by chance.
    const near = nearestNames(seen.released, truths);
    expect(near.hits).toBeLessThanOrEqual(atMostByChance(near.guesses, 1 / 5));

    // What travels to open pages names those who look again, never who was rated before the release.
    const told = travelled.slice(0, travelled.length - 1).join('\n');
    const rateesTold = truths.filter(({ ratee }) => told.includes(ratee.id)).length;
    expect(travelled.length).toBeGreaterThan(PEOPLE);
    expect(rateesTold).toBe(PEOPLE);
    for (const payload of travelled) {
      // A form that was sent refreshes the pages of whoever sent it and of nobody else.
      const { people } = JSON.parse(payload) as { readonly people: readonly string[] };
      expect(people.length === 1 || people.length >= PEOPLE).toBe(true);
    }

    // The log names nobody and no request.
    const { rows } = await test.owner.query<{ id: string }>('select id::text from voice_requests');
    const log = lines.join('\n');
    for (const { id } of rows) expect(log).not.toContain(id);
    for (const { given } of truths) for (const { remark } of given) expect(log).not.toContain(remark);
  }, 600_000);

  it('guesses who wrote a remark by its place no better than chance', async () => {
    const { hits, guesses, chance } = await byPlace(await play({ forms: (index) => 3 + (index % 3) }));
    expect(guesses).toBeGreaterThan(100);
    expect(hits).toBeLessThanOrEqual(atMostByChance(guesses, chance));
  }, 300_000);

  it('would know every writer if nothing were shuffled', async () => {
    const { hits, guesses, chance } = await byPlace(
      await play({ forms: (index) => 3 + (index % 3), shuffle: KEEP }),
    );
    expect(hits).toBe(guesses);
    expect(hits).toBeGreaterThan(atMostByChance(guesses, chance));
  }, 300_000);

  it('learns nothing from fewer forms than the minimum', async () => {
    const played = await play({ forms: (index) => 1 + (index % 2) });
    expect(await recovered(played)).toBe(0);
    const first = await read(played, played.truths[0] as Truth);
    for (const truth of played.truths) {
      const text = await read(played, truth);
      expect(text.includes('Terlalu sedikit')).toBe(true);
      // Nor is it told whether one, two or none had spoken.
      expect(plain(text)).toBe(plain(first));
    }
  }, 300_000);

  it('would know what single people said if there were no minimum', async () => {
    const played = await play({ forms: () => 1, least: 1 });
    expect(await recovered(played)).toBe(PEOPLE);
  }, 300_000);

  /** The first remark on the page is guessed to be of whoever sent first, and so on. */
  async function byPlace(played: Played) {
    let [hits, guesses, chance] = [0, 0, 0];
    for (const truth of played.truths) {
      const text = await read(played, truth);
      const inOrder = [...truth.given].sort((a, b) => text.indexOf(a.remark) - text.indexOf(b.remark));
      for (const [place, { rater }] of truth.given.entries()) {
        guesses += 1;
        chance += 1 / truth.given.length;
        if (inOrder[place]?.rater === rater) hits += 1;
      }
    }
    return { hits, guesses, chance: chance / guesses };
  }

  /** Of how many people who alone, or with one other, gave a form something of it stands on the page. */
  async function recovered(played: Played): Promise<number> {
    let count = 0;
    for (const truth of played.truths) {
      const text = await read(played, truth);
      const isWordSeen = truth.given.some(({ remark }) => text.includes(remark));
      const isMeanSeen = truth.given.some(({ mean }) => numbersIn(text).includes(shown(mean)));
      if (isWordSeen || isMeanSeen) count += 1;
    }
    return count;
  }
});

interface Played {
  readonly city: City;
  readonly truths: readonly Truth[];
}

const NAMES = ['Wulan', 'Bagus', 'Citra', 'Darma', 'Endang', 'Fajar', 'Gilang', 'Hesti', 'Irwan', 'Joko'];
const SURNAMES = ['Prasetya', 'Maharani', 'Kusnadi'];

function readersOf(city: City): Readonly<Record<string, TestPerson>> {
  const { employee, colleague, appraiser, head, officer, unitOfficer, auditor, mayor, stranger } = city;
  return { employee, colleague, appraiser, head, officer, unitOfficer, auditor, mayor, stranger };
}

/** What a page says besides whose it is: ids and moments change with every drawing and tell nothing. */
function plain(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  return main
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replace(/\d{2}\.\d{2}(\.\d{2})? WIB/g, 'JAM');
}

/** Pages that list who looked, which every look makes longer. */
function isLogged(path: string): boolean {
  return /access|record/.test(path);
}

function shown(mean: number): string {
  return mean.toFixed(4).replace(/0+$/, '').replace(/\.$/, '').replace('.', ',');
}

function numbersIn(text: string): readonly string[] {
  return text.replace(/<[^>]+>/g, ' ').match(/\d+(?:,\d+)?/g) ?? [];
}

/** Pools of which every single form's mean stands on the page, where all of them differ and have decimals. */
function singleForms(text: string, truths: readonly Truth[]): number {
  const numbers = new Set(numbersIn(text.replaceAll(/(\d)\.(\d)/g, '$1,$2')));
  return truths.filter(({ given }) => {
    const means = new Set(given.map(({ mean }) => shown(mean)));
    return (
      means.size === given.length && given.length >= LEAST && [...means].every((mean) => numbers.has(mean))
    );
  }).length;
}

function nearestNames(
  byRole: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined,
  truths: readonly Truth[],
): { readonly hits: number; readonly guesses: number } {
  let [hits, guesses] = [0, 0];
  for (const pages of byRole?.values() ?? [])
    for (const text of pages.values())
      for (const { given } of truths)
        for (const { remark, rater } of given) {
          const at = text.indexOf(remark);
          if (at < 0) continue;
          const distances = given
            .map(({ rater: { name } }) => ({ name, distance: distanceTo(text, name, at) }))
            .filter(({ distance }) => distance < Number.POSITIVE_INFINITY)
            .sort((a, b) => a.distance - b.distance);
          if (distances.length === 0) continue;
          guesses += 1;
          if (distances[0]?.name === rater.name) hits += 1;
        }
  return { hits, guesses };
}

function distanceTo(text: string, name: string, at: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let place = text.indexOf(name); place >= 0; place = text.indexOf(name, place + 1))
    nearest = Math.min(nearest, Math.abs(place - at));
  return nearest;
}

/** Five standard deviations above what guessing gives: one run in more than a million goes over by luck. */
function atMostByChance(guesses: number, chance: number): number {
  return guesses * chance + 5 * Math.sqrt(guesses * chance * (1 - chance)) + 1;
}
