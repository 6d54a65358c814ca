/**
 * The criteria of a draft as people talk about them: each is a place in the scheme, named by codes and never by order,
 * so that what was said of it stays with it while the text changes. Pure.
 */
import { readYaml } from '../drafts/source/edit-yaml.ts';
import { componentCriteria } from './component-criteria.ts';
import { WORDS } from './criteria-text.ts';
import { CRITERION_GROUPS, type Criterion } from './criterion.ts';
import { bothOf, type Loose, recordOf } from './loose.ts';
import { sectionCriteria } from './section-criteria.ts';

/** Every criterion of the text, in the order of the page. A text that is no YAML has only itself as a whole. */
export function criteriaOf(source: string): readonly Criterion[] {
  const scheme = recordOf(readYaml(source)?.data);
  const found = [wholeOf(scheme), ...componentCriteria(scheme), ...sectionCriteria(scheme)];
  const seen = new Set<string>();
  return CRITERION_GROUPS.flatMap((group) => found.filter((each) => each.group === group)).filter(
    ({ path }) => !seen.has(path) && seen.add(path),
  );
}

/** What a criterion is called whose place is not in the text any more. */
export function lostCriterion(path: string, known: readonly Criterion[] = []): Criterion {
  const before = known.find((each) => each.path === path);
  const label = before?.label ?? bothOf(undefined, path.split('.').at(-1) ?? path);
  const group = before?.group ?? 'components';
  return { path, group, label, within: before?.within, meaning: undefined, facts: [], depth: 0 };
}

const kept = new Map<string, readonly Criterion[]>();
const MOST_KEPT = 50;

/** The same, remembered by draft and revision: a saved text never changes. */
export function criteriaOfRevision(draftId: string, revision: number, source: string): readonly Criterion[] {
  const key = `${draftId} ${revision}`;
  const known = kept.get(key);
  if (known) return known;
  const criteria = criteriaOf(source);
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, criteria);
  return criteria;
}

function wholeOf(scheme: Loose): Criterion {
  const summary = bothOf(scheme.summary);
  return {
    path: '',
    group: 'whole',
    label: WORDS.whole,
    meaning: summary.id ? summary : undefined,
    facts: [],
    depth: 0,
  };
}
