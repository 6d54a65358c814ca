/** People who click: each asks for a page, reads it for a moment, asks for the next. */
import { ask } from './client.ts';

export interface Click {
  readonly url: string;
  readonly cookie: string;
}

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds of every answer. */
  readonly milliseconds: readonly number[];
  readonly failures: number;
}

export async function click(options: {
  readonly people: number;
  readonly seconds: number;
  /** Longest pause between two clicks; the shortest is nothing. */
  readonly pauseMilliseconds: number;
  readonly next: (person: number, turn: number) => Click;
}): Promise<LoadResult> {
  const milliseconds: number[] = [];
  let failures = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + options.seconds * 1000;
  const visit = async (person: number) => {
    await pause(Math.random() * options.pauseMilliseconds);
    for (let turn = 0; performance.now() < endsAt; turn += 1) {
      const { url, cookie } = options.next(person, turn);
      const askedAt = performance.now();
      const answer = await ask(url, { cookie }).catch(() => undefined);
      milliseconds.push(performance.now() - askedAt);
      if (answer?.status !== 200) failures += 1;
      if (options.pauseMilliseconds > 0) await pause(Math.random() * options.pauseMilliseconds);
    }
  };
  await Promise.all(Array.from({ length: options.people }, (_, person) => visit(person)));
  const seconds = (performance.now() - startedAt) / 1000;
  return { perSecond: milliseconds.length / seconds, milliseconds, failures };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
