import { agreedVersions } from '#features/planning/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Entry } from './model.ts';
import { entriesOf } from './queries.ts';

/** An indicator of an earlier agreed plan that the one in force no longer holds, with what was recorded on it. */
export interface FormerLine {
  readonly indicatorId: string;
  readonly statement: string;
  readonly entries: readonly Entry[];
}

export async function formerLines(tx: Tx, participantId: string): Promise<readonly FormerLine[]> {
  const [current, ...earlier] = await agreedVersions(tx, participantId);
  if (!current || earlier.length === 0) return [];
  const linesOf = (version: typeof current) => version.content.results.flatMap((result) => result.indicators);
  const inForce = new Set(linesOf(current).map((indicator) => indicator.id));
  const statements = new Map<string, string>();
  for (const indicator of earlier.flatMap(linesOf)) {
    if (!inForce.has(indicator.id) && !statements.has(indicator.id)) {
      statements.set(indicator.id, indicator.statement);
    }
  }
  const entries = (await entriesOf(tx, [participantId])).get(participantId) ?? [];
  return [...statements]
    .map(([indicatorId, statement]) => ({
      indicatorId,
      statement,
      entries: entries.filter((entry) => entry.indicatorId === indicatorId && !entry.withdrawn),
    }))
    .filter((line) => line.entries.length > 0);
}
