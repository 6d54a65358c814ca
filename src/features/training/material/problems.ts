/** What stands in the way of publishing a case, in words that say what to do. Pure. */
import type { Case } from '../course/cases.ts';
import type { RateableItem } from '../rateable.ts';
import { office } from '../text-office.ts';

const LEAST_EVIDENCE = 2;
const LEAST_ITEMS = 3;

export function caseProblems(
  { situation, content }: Pick<Case, 'situation' | 'content'>,
  items: ReadonlyMap<string, RateableItem>,
): readonly string[] {
  const problems: string[] = [];
  if (!situation.trim()) problems.push(office.lacksSituation());
  const sourced = content.evidence.filter(({ source, what }) => source && what);
  if (sourced.length < LEAST_EVIDENCE || sourced.length < content.evidence.length)
    problems.push(office.lacksEvidence());
  if (content.experts.length === 0) problems.push(office.lacksExperts());
  const labelled = (keys: readonly string[]) =>
    [...new Set(keys)].map((key) => items.get(key)?.label ?? key).join(', ');
  const outside = content.ratings.filter(
    ({ item, level }) => !items.get(item)?.levels.some(({ code }) => code === level),
  );
  if (outside.length > 0)
    problems.push(office.lacksScale({ items: labelled(outside.map(({ item }) => item)) }));
  if (new Set(content.ratings.map(({ item }) => item)).size < LEAST_ITEMS) problems.push(office.lacksItems());
  const silent = content.ratings.filter(({ reason }) => !reason.trim());
  if (silent.length > 0)
    problems.push(office.lacksReasons({ items: labelled(silent.map(({ item }) => item)) }));
  return problems;
}
