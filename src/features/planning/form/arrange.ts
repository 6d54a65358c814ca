/** Adding, removing and moving parts of a draft: each is a button that sends the whole form. Pure. */
import { isId, newId } from '#platform/identifier.ts';
import type { PlanContent, PlanIndicator, PlanResult } from '../content.ts';
import { resultAnchor } from './names.ts';

export interface Arranged {
  readonly content: PlanContent;
  /** Where the reader's eye belongs afterwards. */
  readonly anchor: string;
}

export function emptyIndicator(): PlanIndicator {
  return {
    id: newId(),
    aspect: null,
    statement: '',
    target: { text: '', value: null, upper: null, unit: '', direction: 'higher', accumulation: 'latest' },
  };
}

export function emptyResult(kind: PlanResult['kind']): PlanResult {
  return {
    id: newId(),
    kind,
    statement: '',
    serves: null,
    servesText: '',
    assignedBy: '',
    perspective: null,
    indicators: [emptyIndicator()],
  };
}

/** `add-main`, `up:<result>`, `remove-indicator:<result>:<indicator>`; undefined for anything else. */
export function arrange(content: PlanContent, act: string): Arranged | undefined {
  const [name, resultId = '', indicatorId = ''] = act.split(':');
  if (name === 'add-main' || name === 'add-additional') {
    const added = emptyResult(name === 'add-main' ? 'main' : 'additional');
    return { content: { ...content, results: [...content.results, added] }, anchor: resultAnchor(added.id) };
  }
  if (!isId(resultId)) return undefined;
  const results = content.results;
  switch (name) {
    case 'remove-result':
      return {
        content: { ...content, results: results.filter((each) => each.id !== resultId) },
        anchor: 'results',
      };
    case 'up':
    case 'down':
      return {
        content: { ...content, results: moved(results, resultId, name) },
        anchor: resultAnchor(resultId),
      };
    case 'add-indicator':
      return changed(content, resultId, (indicators) => [...indicators, emptyIndicator()]);
    case 'remove-indicator':
      return changed(content, resultId, (indicators) => indicators.filter((each) => each.id !== indicatorId));
    default:
      return undefined;
  }
}

function changed(
  content: PlanContent,
  resultId: string,
  change: (indicators: readonly PlanIndicator[]) => PlanIndicator[],
): Arranged {
  const results = content.results.map((each) =>
    each.id === resultId ? { ...each, indicators: change(each.indicators) } : each,
  );
  return { content: { ...content, results }, anchor: resultAnchor(resultId) };
}

/** Swaps with the neighbour of the same kind: main and additional results are two lists. */
function moved(results: readonly PlanResult[], resultId: string, direction: 'up' | 'down'): PlanResult[] {
  const from = results.findIndex((each) => each.id === resultId);
  const kind = results[from]?.kind;
  const step = direction === 'up' ? -1 : 1;
  let to = from + step;
  while (results[to] && results[to]?.kind !== kind) to += step;
  const [a, b] = [results[from], results[to]];
  if (!a || !b) return [...results];
  return results.map((each, index) => (index === from ? b : index === to ? a : each));
}
