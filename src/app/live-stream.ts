import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Visit } from '#features/people/index.ts';
import type { LiveHub } from '#platform/live/live.ts';

const HEARTBEAT_MILLISECONDS = 25_000;

/** Server-sent events for one person: each says only "look again". */
export function liveStream(c: Context, live: LiveHub, visit: Visit): Response {
  return streamSSE(c, async (stream) => {
    let wake: () => void = () => undefined;
    let changed = false;
    const stop = live.listen(visit.agency.id, visit.actor.personId, () => {
      changed = true;
      wake();
    });
    const end = () => {
      stop();
      stream.abort();
      wake();
    };
    stream.onAbort(end);
    live.closing.addEventListener('abort', end, { once: true });
    await stream.writeSSE({ event: 'open', data: '' });
    while (!stream.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, HEARTBEAT_MILLISECONDS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (changed || stream.aborted) wake();
      });
      if (stream.aborted) break;
      await stream.writeSSE(changed ? { event: 'change', data: '' } : { event: 'beat', data: '' });
      changed = false;
    }
    live.closing.removeEventListener('abort', end);
    stop();
  });
}
