/** Where a problem of a draft is mended: the field of the guided editor, the line of the YAML editor, or both. */
import type { FileProblem } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import type { Draft } from '../queries.ts';
import { readYaml } from '../source/edit-yaml.ts';
import { mayEditDraft } from '../transitions.ts';
import { placeOf, sectionsOf } from './sections.ts';

export interface Mending {
  readonly guided: { readonly href: string; readonly section: string } | undefined;
  readonly yaml: string | undefined;
}

export type MendingFor = (problem: FileProblem) => Mending;

const NOWHERE: Mending = { guided: undefined, yaml: undefined };

/** For whoever may not edit, problems are only named. */
export function mendingFor(visit: Visit, draft: Draft): MendingFor {
  if (!mayEditDraft(draft.state, visit.actor)) return () => NOWHERE;
  const base = visit.path(`/scheme-drafts/${draft.id}`);
  const read = readYaml(draft.source);
  const sections = read ? sectionsOf(read.data) : [];
  return (problem) => {
    const place = placeOf(sections, problem.path);
    return {
      guided: place && {
        href: `${base}/guided/${encodeURIComponent(place.section.key)}#${place.anchor}`,
        section: place.section.title,
      },
      yaml: `${base}/yaml#L${problem.line}`,
    };
  };
}
