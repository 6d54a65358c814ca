/**
 * Slows down whoever tries addresses one after another. A code has 80 bits, so this spares the database more than it
 * protects the forms; a right code is never counted. Each process counts for itself.
 */
const WINDOW_MILLISECONDS = 10 * 60 * 1000;
/** A whole office may share one network: many honest old links must fit. */
const WRONG_AT_MOST = 40;
const NETWORKS_AT_MOST = 10_000;

export interface GuessLimit {
  isOver(network: string, now: Date): boolean;
  countWrong(network: string, now: Date): void;
}

export function guessLimit(): GuessLimit {
  const wrong = new Map<string, { count: number; readonly until: number }>();
  const current = (network: string, now: Date) => {
    const known = wrong.get(network);
    if (known && known.until > now.getTime()) return known;
    wrong.delete(network);
    return undefined;
  };
  return {
    isOver: (network, now) => (current(network, now)?.count ?? 0) >= WRONG_AT_MOST,
    countWrong(network, now) {
      const known = current(network, now);
      if (known) known.count += 1;
      else wrong.set(network, { count: 1, until: now.getTime() + WINDOW_MILLISECONDS });
      // The oldest is forgotten first: a map keeps the order in which its keys came.
      const [oldest] = wrong.keys();
      if (wrong.size > NETWORKS_AT_MOST && oldest !== undefined) wrong.delete(oldest);
    },
  };
}
