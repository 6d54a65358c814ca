/** What can be simulated: drafts under discussion, versions that the agency may use, templates. */
import { type CompiledScheme, compileScheme, parseScheme } from '#domain/schemes/index.ts';
import type { Actor } from '#features/people/index.ts';
import { findDraft, listDrafts, type SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { Option } from '#ui/form.tsx';
import { mayReadRuns, mayRunAnything, mayRunDraft } from './access.ts';
import { text } from './text.ts';

/** A scheme text that never changes: a revision of a draft, or a version. */
export interface Subject {
  readonly schemeId: string;
  readonly version: number;
  readonly draftId: string | null;
  readonly draftRevision: number | null;
}

export interface Chosen {
  readonly subject: Subject;
  readonly compiled: CompiledScheme;
}

export function subjectCode({ draftId, schemeId, version }: Subject): string {
  return draftId ? `draft:${draftId}` : `version:${schemeId}@${version}`;
}

/** Drafts first, then what the agency may use, then templates; only what this person may run. */
export async function subjectOptions(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  today: string,
): Promise<readonly Option[]> {
  const drafts = (await listDrafts(tx, ['draft', 'discussion'])).filter(
    (draft) => mayReadRuns(actor, draft) && mayRunDraft(actor, draft, today),
  );
  const options = drafts.map((draft) => ({
    value: `draft:${draft.id}`,
    label: text.draftOption({ title: draft.title, version: draft.version }),
  }));
  // Whoever speaks in a discussion may set its draft beside what holds today.
  if (drafts.length === 0 && !mayRunAnything(actor)) return [];
  const usable = await schemes.usable(tx);
  const known = new Set(usable.map(({ scheme }) => `${scheme.id}@${scheme.version}`));
  const templates = schemes.shipped.filter(({ scheme }) => !known.has(`${scheme.id}@${scheme.version}`));
  return [
    ...options,
    ...[...usable, ...templates].map(({ scheme }) => ({
      value: `version:${scheme.id}@${scheme.version}`,
      label: text.versionOption({ title: inLocale(scheme.title), version: scheme.version }),
    })),
  ];
}

/** The scheme that a form names; refused in words at `field` where it is not there or cannot be read. */
export async function requireSubject(
  tx: Tx,
  schemes: SchemeStore,
  asked: { readonly code: string; readonly field: string; readonly actor: Actor; readonly today: string },
): Promise<Chosen> {
  const at = asked.code.indexOf(':');
  const [kind, rest] = [asked.code.slice(0, at), asked.code.slice(at + 1)];
  const missing = new Refusal(text.schemeMissing(), asked.field);
  if (kind === 'draft') {
    const draft = await findDraft(tx, rest);
    if (!draft || !mayReadRuns(asked.actor, draft)) throw missing;
    if (draft.state !== 'draft' && draft.state !== 'discussion') throw missing;
    if (!mayRunDraft(asked.actor, draft, asked.today))
      throw new Refusal(text.notOpenForRunning(), asked.field);
    const parsed = parseScheme(draft.source, 'scheme.yaml');
    if (!parsed.ok) throw new Refusal(text.draftHasProblems({ count: parsed.problems.length }), asked.field);
    const { id, revision, schemeId, version } = draft;
    return {
      subject: { draftId: id, draftRevision: revision, schemeId, version },
      compiled: compileScheme(parsed.scheme),
    };
  }
  const [schemeId = '', number = ''] = rest.split('@');
  const version = /^[1-9]\d{0,3}$/.test(number) ? Number(number) : 0;
  const compiled = kind === 'version' ? await versionOf(tx, schemes, schemeId, version) : undefined;
  if (!compiled) throw missing;
  return { subject: { draftId: null, draftRevision: null, schemeId, version }, compiled };
}

async function versionOf(
  tx: Tx,
  schemes: SchemeStore,
  id: string,
  version: number,
): Promise<CompiledScheme | undefined> {
  return (
    (await schemes.find(tx, id, version)) ??
    schemes.shipped.find(({ scheme }) => scheme.id === id && scheme.version === version)
  );
}

const compiledRevisions = new Map<string, CompiledScheme>();
const KEPT = 20;

/** The scheme of a run, also when its draft was saved again since; undefined where its text cannot be read any more. */
export async function schemeOfRun(
  tx: Tx,
  schemes: SchemeStore,
  subject: Subject,
): Promise<CompiledScheme | undefined> {
  const { draftId, draftRevision } = subject;
  if (!draftId || draftRevision === null) return versionOf(tx, schemes, subject.schemeId, subject.version);
  const key = `${tx.agencyId} ${draftId} ${draftRevision}`;
  const known = compiledRevisions.get(key);
  if (known) return known;
  const row = await tx.db
    .selectFrom('scheme_draft_revisions')
    .select('source')
    .where('agency_id', '=', tx.agencyId)
    .where('draft_id', '=', draftId)
    .where('revision', '=', draftRevision)
    .executeTakeFirst();
  const parsed = row && parseScheme(row.source, 'scheme.yaml');
  if (!parsed?.ok) return undefined;
  const compiled = compileScheme(parsed.scheme);
  const [oldest] = compiledRevisions.keys();
  if (compiledRevisions.size >= KEPT && oldest !== undefined) compiledRevisions.delete(oldest);
  compiledRevisions.set(key, compiled);
  return compiled;
}
