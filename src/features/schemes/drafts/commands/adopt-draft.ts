import type { Scheme } from '#domain/schemes/index.ts';
import { type Actor, isAgencyOfficer, notify, recordAct, refusalOf } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { adoptVersion } from '../../adopt.ts';
import { type CivilNow, discussionFindings } from '../../discussion/findings.ts';
import type { SchemeStore } from '../../store.ts';
import { otherOfficers } from '../officers.ts';
import { examine } from '../problems.ts';
import { requireDraft } from '../queries.ts';
import { editYaml, readYaml } from '../source/edit-yaml.ts';
import { text } from '../text.ts';
import { decideDraft } from '../transitions.ts';
import { nationalIds, nextVersion } from '../versions.ts';
import { actOf, setState } from './discussion.ts';
import { addRevision } from './save-draft.ts';

export interface Decree {
  /** Number of the agency's decision (nomor keputusan). */
  readonly decree: string;
  readonly decidedOn: string;
}

/** How often another draft of the same scheme may be quicker before the officer is asked to look again. */
const TRIES = 3;

/** Makes a draft without problems a version under the next free number; the draft ends with it. */
export async function adoptDraft(
  tx: Tx,
  actor: Actor,
  input: Decree & { readonly id: string; readonly revision: number; readonly now: CivilNow },
  schemes: SchemeStore,
): Promise<Scheme> {
  const draft = await requireDraft(tx, actor, input.id, { lock: true });
  const decision = decideDraft(draft.state, 'adopt', actor);
  if (!decision.ok) throw refusalOf(decision.why);
  if (draft.revision !== input.revision) throw new Conflict(text.changedBeforeAdoption());
  const { problems, scheme } = examine(draft.source);
  if (!scheme) throw new Refusal(text.adoptionRefused({ count: problems.length }));
  if (nationalIds(schemes).has(scheme.id)) throw new Refusal(text.idIsNational({ id: scheme.id }));
  const open = (await discussionFindings(tx, draft, input.now)).find((each) => each.severity === 'blocking');
  if (open) throw new Refusal(open.message);
  const adopted = await adoptNextFree(
    tx,
    actor,
    { ...input, source: draft.source, schemeId: scheme.id },
    schemes,
  );
  const revision = adopted.source === draft.source ? draft.revision : draft.revision + 1;
  if (revision !== draft.revision) {
    const note = text.numberGiven({ version: adopted.scheme.version });
    await addRevision(tx, actor, { draftId: draft.id, revision, source: adopted.source, note });
  }
  await tx.db
    .updateTable('scheme_drafts')
    .set({ source: adopted.source, revision, updated_by: actor.personId })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', draft.id)
    .execute();
  await setState(tx, draft, decision.to, { version: adopted.scheme.version });
  await recordAct(tx, actOf(actor, draft, 'adopt'), decision);
  await tellOfficers(tx, actor, adopted.scheme);
  return adopted.scheme;
}

async function adoptNextFree(
  tx: Tx,
  actor: Actor,
  input: Decree & { readonly id: string; readonly source: string; readonly schemeId: string },
  schemes: SchemeStore,
): Promise<{ readonly scheme: Scheme; readonly source: string }> {
  for (let tries = 1; ; tries += 1) {
    const version = await nextVersion(tx, schemes, input.schemeId);
    const named = (readYaml(input.source)?.data as { version?: unknown } | undefined)?.version;
    const source =
      named === version
        ? input.source
        : editYaml(input.source, [{ kind: 'set', path: ['version'], value: version }]);
    try {
      const { decree, decidedOn } = input;
      const scheme = await adoptVersion(tx, actor, { source, decree, decidedOn, draftId: input.id });
      return { scheme, source };
    } catch (error) {
      // Another draft of the same scheme took the number a moment ago: the next one is free.
      if (!(error instanceof Conflict) || tries === TRIES) throw error;
    }
  }
}

/** Adopts a shipped template word for word, under its own number. */
export async function adoptTemplate(
  tx: Tx,
  actor: Actor,
  input: Decree & { readonly id: string; readonly version: number },
  schemes: SchemeStore,
): Promise<Scheme> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const isTemplate = schemes.shipped.some(
    ({ scheme }) =>
      scheme.id === input.id && scheme.version === input.version && scheme.authority === 'local',
  );
  const source = isTemplate ? await schemes.source(tx, input.id, input.version) : undefined;
  if (source === undefined) throw new NotFound();
  const { decree, decidedOn } = input;
  const scheme = await adoptVersion(tx, actor, { source, decree, decidedOn, draftId: null });
  await tellOfficers(tx, actor, scheme);
  return scheme;
}

async function tellOfficers(tx: Tx, actor: Actor, scheme: Scheme): Promise<void> {
  const officers = await otherOfficers(tx, actor);
  await notify(
    tx,
    ...officers.map((personId) => ({
      personId,
      kind: 'scheme-adopted' as const,
      parameters: { what: `${inLocale(scheme.title)} (${scheme.version})`, person: actor.name },
      path: `/schemes/${scheme.id}/${scheme.version}`,
      dedupeKey: `scheme-adopted ${scheme.id}@${scheme.version}`,
    })),
  );
}
