/**
 * From a committed change to the open pages of the people concerned: PostgreSQL NOTIFY, one listening
 * connection a process, server-sent events. A message says only "look again": what a person may see is
 * decided by the page they load, so nothing can leak here.
 */
import pg from 'pg';
import { LIVE_CHANNEL } from '../database/database.ts';

export type Listener = () => void;

export interface LiveHub {
  /** Calls `listener` whenever something that concerns the person was committed; returns how to stop. */
  listen(agencyId: string, personId: string, listener: Listener): () => void;
  /** Aborted when the server goes down: open streams end, and their pages connect again later. */
  readonly closing: AbortSignal;
  readonly listenerCount: number;
  end(): Promise<void>;
}

interface Message {
  agencyId: string;
  people: string[];
}

export async function openLiveHub(
  url: string,
  onLost: (error: Error) => void = () => undefined,
): Promise<LiveHub> {
  const listeners = new Map<string, Set<Listener>>();
  let client: pg.Client | undefined;
  const closing = new AbortController();
  let ended = false;

  const deliver = (payload: string) => {
    const message = JSON.parse(payload) as Message;
    for (const person of message.people) {
      for (const listener of listeners.get(`${message.agencyId}/${person}`) ?? []) listener();
    }
  };

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on('notification', (notification) => notification.payload && deliver(notification.payload));
    next.on('error', (error) => {
      if (client === next) client = undefined;
      if (!ended) {
        onLost(error);
        void reconnect();
      }
    });
    await next.connect();
    await next.query(`listen ${LIVE_CHANNEL}`);
    client = next;
  };

  /** After a gap nobody knows what was missed, so everybody looks again. */
  const reconnect = async (): Promise<void> => {
    while (!ended && !client) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await connect().catch(() => undefined);
    }
    for (const set of listeners.values()) for (const listener of set) listener();
  };

  await connect();
  return {
    listen(agencyId, personId, listener) {
      const key = `${agencyId}/${personId}`;
      const set = listeners.get(key) ?? new Set();
      listeners.set(key, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(key);
      };
    },
    get listenerCount() {
      let count = 0;
      for (const set of listeners.values()) count += set.size;
      return count;
    },
    closing: closing.signal,
    async end() {
      ended = true;
      closing.abort();
      await client?.end();
    },
  };
}
