import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { schemeDraftStarted } from '../../events.ts';
import type { SchemeStore } from '../../store.ts';
import { emptyScheme } from '../empty-scheme.ts';
import { identityOf, isSchemeId } from '../problems.ts';
import { type Edit, editYaml, readYaml } from '../source/edit-yaml.ts';
import { text } from '../text.ts';
import { nationalIds, nextVersion, takenIds } from '../versions.ts';

export interface StartInput {
  /** Made when the form was drawn: a second click starts no second draft. */
  readonly id: string;
  /** The version to begin from; undefined for an empty scheme. */
  readonly base: { readonly id: string; readonly version: number } | undefined;
  /** `next`: a later version of the same scheme; `new`: a scheme of its own. */
  readonly kind: 'next' | 'new';
  /** Id and names of the new scheme, for `new`. */
  readonly schemeId: string;
  readonly title: { readonly id: string; readonly en: string };
}

/** Begins a draft: the text of a version, or an empty scheme, as its first revision. */
export async function startDraft(
  tx: Tx,
  actor: Actor,
  input: StartInput,
  schemes: SchemeStore,
): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const { base } = input;
  const known = base && (await schemes.source(tx, base.id, base.version));
  if (base && known === undefined) throw new NotFound();
  const schemeId = base && input.kind === 'next' ? base.id : input.schemeId;
  if (base && input.kind === 'next' && nationalIds(schemes).has(base.id))
    throw new Refusal(text.nationalHasNoNext(), 'kind');
  if (!(base && input.kind === 'next')) await refuseWrongId(tx, schemes, schemeId);
  const version = await nextVersion(tx, schemes, schemeId);
  const source = firstText(known ?? emptyScheme(), { ...input, schemeId, version });
  const title = identityOf(source).title ?? schemeId;
  const inserted = await tx.db
    .insertInto('scheme_drafts')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      scheme_id: schemeId,
      version,
      title,
      source,
      revision: 1,
      state: 'draft',
      based_on_id: base?.id ?? null,
      based_on_version: base?.version ?? null,
      created_by: actor.personId,
      created_at: tx.now,
      updated_by: actor.personId,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return;
  await tx.db
    .insertInto('scheme_draft_revisions')
    .values({
      agency_id: tx.agencyId,
      draft_id: input.id,
      revision: 1,
      source,
      note: '',
      saved_by: actor.personId,
      saved_at: tx.now,
    })
    .execute();
  await record(tx, schemeDraftStarted, {
    actorId: actor.personId,
    subject: { kind: 'scheme-draft', id: input.id },
    payload: { title, scheme: schemeId, version, basedOn: base ? `${base.id}@${base.version}` : null },
  });
}

async function refuseWrongId(tx: Tx, schemes: SchemeStore, schemeId: string): Promise<void> {
  if (!isSchemeId(schemeId)) throw new Refusal(text.schemeIdWrong(), 'schemeId');
  if ((await takenIds(tx, schemes)).has(schemeId)) throw new Refusal(text.schemeIdTaken(), 'schemeId');
}

/** The text under its new id and number; what an agency adopts is always a scheme of its own. */
function firstText(
  base: string,
  { schemeId, version, kind, title }: Pick<StartInput, 'schemeId' | 'kind' | 'title'> & { version: number },
): string {
  const data = readYaml(base)?.data as Record<string, unknown> | undefined;
  const edits: Edit[] = [];
  const set = (path: readonly string[], value: string | number, now: unknown) => {
    if (now !== value) edits.push({ kind: 'set', path, value });
  };
  set(['id'], schemeId, data?.id);
  set(['version'], version, data?.version);
  set(['authority'], 'local', data?.authority);
  if (kind === 'new' && title.id) {
    edits.push({ kind: 'set', path: ['title', 'id'], value: title.id });
    edits.push({ kind: 'set', path: ['title', 'en'], value: title.en || title.id });
  }
  return editYaml(base, edits);
}
