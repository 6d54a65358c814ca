/** Other voices for tests: a round that asks, seal keys with their passphrases, forms that are sent and released. */
import type { Actor } from '#features/people/index.ts';
import type { Shuffle } from '#features/voices/sealed/give.ts';
import { type AnswerContent, giveAnswer, makeKey, releaseDueRounds } from '#features/voices/sealed/index.ts';
import type { ReleaseOptions } from '#features/voices/sealed/release.ts';
import { newId } from '#platform/identifier.ts';
import { TEST_VOICE_KEY } from './app.ts';
import type { City, TestPerson } from './city.ts';
import { adopt, putUnder, shippedScheme } from './schemes.ts';

/** The last day of the round, and a moment after it in every zone. */
export const CLOSES_ON = '2026-12-05';
export const AFTER_ROUND = new Date('2026-12-06T02:00:00Z');

/** Colleagues and subordinates speak to two components: `perilaku` of seven items, `komitmen` of four. */
export const VOICED_SCHEME = 'sawahlunto-kinerja';
export const LEVELS = ['teladan', 'konsisten', 'belum-konsisten', 'jarang'] as const;
export const ITEMS = {
  perilaku: [
    'berorientasi-pelayanan',
    'akuntabel',
    'kompeten',
    'harmonis',
    'loyal',
    'adaptif',
    'kolaboratif',
  ],
  komitmen: ['menuntaskan-tugas', 'kesediaan', 'taat-aturan', 'peduli-kota'],
} as const;

export interface VoiceStage {
  readonly roundId: string;
  readonly passphrases: { readonly auditor: string; readonly officer: string };
  /** Asks these people about a participant; returns their requests in the same order. */
  ask(
    participantId: string,
    voice: string,
    raters: readonly TestPerson[],
    least?: number,
  ): Promise<readonly string[]>;
  give(requestId: string, content: AnswerContent, shuffle?: Shuffle): Promise<void>;
  /** Lets the round end at the clock's present moment. */
  release(options?: Omit<ReleaseOptions, 'key'>): Promise<number>;
}

export function actorFor(person: TestPerson, roles: Partial<Actor> = {}): Actor {
  return {
    personId: person.id,
    accountId: person.accountId,
    name: person.name,
    officer: { kind: 'none' },
    leader: { kind: 'none' },
    isAuditor: false,
    ...roles,
  };
}

/** Puts the city under a scheme with voices, makes both keys, and opens a round. */
export async function voiceStage(city: City): Promise<VoiceStage> {
  await adopt(city, shippedScheme(`kota-sawahlunto/${VOICED_SCHEME}`));
  await putUnder(city, VOICED_SCHEME);
  const passphrases = await city.db.write(async (tx) => ({
    auditor: await makeKey(tx, actorFor(city.auditor, { isAuditor: true }), {
      id: newId(),
      holder: 'auditor',
    }),
    officer: await makeKey(tx, actorFor(city.officer, { officer: { kind: 'agency' } }), {
      id: newId(),
      holder: 'officer',
    }),
  }));
  const roundId = newId();
  await city.db.write((tx) =>
    tx.db
      .insertInto('voice_rounds')
      .values({
        agency_id: tx.agencyId,
        id: roundId,
        period_id: city.periodId,
        state: 'asking',
        opens_on: '2026-11-16',
        closes_on: CLOSES_ON,
        created_by: city.officer.id,
        created_at: tx.now,
        opened_at: tx.now,
      })
      .execute(),
  );
  return {
    roundId,
    passphrases,
    ask: (participantId, voice, raters, least = 3) =>
      askPeople(city, { roundId, participantId, voice, raters, least }),
    give: (requestId, content, shuffle) =>
      city.db.write((tx) => giveAnswer(tx, TEST_VOICE_KEY, { requestId, content }, shuffle)),
    release: (options = {}) => releaseDueRounds(city.db, { key: TEST_VOICE_KEY, ...options }),
  };
}

async function askPeople(
  city: City,
  asked: {
    readonly roundId: string;
    readonly participantId: string;
    readonly voice: string;
    readonly raters: readonly TestPerson[];
    readonly least: number;
  },
): Promise<readonly string[]> {
  const [poolId, requests] = [newId(), asked.raters.map((rater) => ({ id: newId(), rater }))];
  await city.db.write(async (tx) => {
    await tx.db
      .insertInto('voice_pools')
      .values({
        agency_id: tx.agencyId,
        id: poolId,
        round_id: asked.roundId,
        participant_id: asked.participantId,
        voice: asked.voice,
        is_anonymous: !['appraiser-superior', 'team-lead'].includes(asked.voice),
        least: asked.least,
        state: 'collecting',
      })
      .execute();
    await tx.db
      .insertInto('voice_requests')
      .values(
        requests.map(({ id, rater }) => ({
          agency_id: tx.agencyId,
          id,
          pool_id: poolId,
          rater_id: rater.id,
          source: 'proposal',
          state: 'asked',
          created_at: tx.now,
          asked_at: tx.now,
        })),
      )
      .execute();
  });
  return requests.map(({ id }) => id);
}

/** A form whose levels are chosen by number of the item, with one remark or none. */
export function formWith(level: (item: number) => number, remark?: string): AnswerContent {
  const levelOf = (index: number) => LEVELS[level(index) % LEVELS.length];
  const items = (codes: readonly string[], from: number) => ({
    items: Object.fromEntries(codes.map((code, index) => [code, levelOf(from + index)])),
  });
  return {
    components: {
      perilaku: items(ITEMS.perilaku, 0),
      komitmen: items(ITEMS.komitmen, ITEMS.perilaku.length),
    },
    remarks: remark === undefined ? [] : [{ item: '', body: remark }],
  };
}
