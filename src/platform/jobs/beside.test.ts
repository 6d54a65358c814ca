import { expect, test } from 'vitest';
import { runBeside, Stopped } from './beside.ts';

const SLEEPER = new URL('./beside.fixture.ts', import.meta.url);

test('a module beside the web answers and tells how far it is', async () => {
  const shares: number[] = [];
  const answer = await runBeside<number>(
    SLEEPER,
    { add: [2, 3] },
    { onProgress: (share) => shares.push(share) },
  );
  expect(answer).toBe(5);
  expect(shares).toEqual([0.5]);
});

test('what goes wrong there is an error here', async () => {
  await expect(runBeside(SLEEPER, { fail: 'no such rating' })).rejects.toThrow('no such rating');
});

test('it can be stopped, before and while it computes', async () => {
  await expect(runBeside(SLEEPER, { add: [1] }, { signal: AbortSignal.abort() })).rejects.toThrow(Stopped);
  const abort = new AbortController();
  const endless = runBeside(
    SLEEPER,
    { forever: true },
    { signal: abort.signal, onProgress: () => abort.abort() },
  );
  await expect(endless).rejects.toThrow(Stopped);
});
