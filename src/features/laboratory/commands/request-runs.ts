import {
  inventStructure,
  isSimulable,
  type LaboratorySettings,
  type Structure,
} from '#domain/laboratory/index.ts';
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, Refusal } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { mayRunAnything, SMALL_RUN, UNFINISHED } from '../access.ts';
import { laboratoryEvents } from '../events.ts';
import { countUnfinished, requireRun } from '../queries.ts';
import { ownStructure } from '../structure.ts';
import { type Chosen, requireSubject, subjectOptions } from '../subjects.ts';
import { text } from '../text.ts';

export const LABORATORY_TASK = 'laboratory-run';
/** One run after another, so that other work always finds a free hand. */
const QUEUE = 'laboratory';

export interface RunsAsked {
  /** Made when the page was drawn: a second click starts nothing. */
  readonly id: string;
  readonly secondId: string;
  readonly name: string;
  readonly subject: string;
  /** A second scheme for the same people and the same chance; empty for none. */
  readonly second: string;
  /** `kept` takes the structure of the run named in `keptFrom`. */
  readonly structure: 'own' | 'invented' | 'kept';
  readonly keptFrom: string;
  /** A run that is there already, to be read beside the new one; empty for none. */
  readonly beside: string;
  readonly size: { readonly people: number; readonly span: number; readonly unit: number };
  readonly settings: LaboratorySettings;
  readonly seed: number;
}

interface Ground {
  readonly kind: 'own' | 'invented';
  readonly structure: Structure;
  readonly span: number | null;
  readonly unit: number | null;
}

/** Asks for one run, or for two beside each other; each is computed by a job and kept. */
export async function requestRuns(
  tx: Tx,
  schemes: SchemeStore,
  visitor: { readonly actor: Actor; readonly today: string },
  asked: RunsAsked,
): Promise<void> {
  const { actor, today } = visitor;
  if (!mayRunAnything(actor) && (await subjectOptions(tx, schemes, actor, today)).length === 0)
    throw new NotAllowed();
  const subject = (field: string, code: string) => requireSubject(tx, schemes, { code, field, actor, today });
  const first = await subject('subject', asked.subject);
  const second = asked.second ? await subject('second', asked.second) : undefined;
  const ground = await groundOf(tx, actor, asked);
  const beside = asked.beside ? await requireRun(tx, actor, asked.beside) : undefined;
  if (!(await isNew(tx, asked.id))) return;
  await requireRoom(tx, actor, asked, ground.structure.unitOf.length * asked.settings.periods);
  for (const [chosen, field] of [
    [first, 'subject'],
    [second, 'second'],
  ] as const)
    if (
      chosen &&
      !isSimulable({ scheme: chosen.compiled, structure: ground.structure, settings: asked.settings })
    )
      throw new Refusal(text.notSimulable(), field);
  await addRun(tx, actor, asked, ground, {
    id: asked.id,
    chosen: first,
    besideId: beside?.id ?? null,
    name: asked.name,
  });
  if (second)
    await addRun(tx, actor, asked, ground, {
      id: asked.secondId,
      chosen: second,
      besideId: asked.id,
      name: besideName(asked.name, second.compiled.scheme.title),
    });
  tx.touch(actor.personId);
}

async function isNew(tx: Tx, id: string): Promise<boolean> {
  const known = await tx.db
    .selectFrom('laboratory_runs')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return known === undefined;
}

async function groundOf(tx: Tx, actor: Actor, asked: RunsAsked): Promise<Ground> {
  if (asked.structure === 'kept') {
    const { structureKind, structure, span, unitSize } = await requireRun(tx, actor, asked.keptFrom);
    return { kind: structureKind, structure, span, unit: unitSize };
  }
  if (asked.structure === 'own') {
    const own = await ownStructure(tx);
    if (!own) throw new Refusal(text.noOwnStructure(), 'structure');
    return { kind: 'own', structure: own.structure, span: null, unit: null };
  }
  const { people, span, unit } = asked.size;
  return { kind: 'invented', structure: inventStructure({ people, span, unit }), span, unit };
}

/** The computer is shared: whoever is no officer runs smaller, and nobody fills the queue. */
async function requireRoom(tx: Tx, actor: Actor, asked: RunsAsked, size: number): Promise<void> {
  const isOfficer = isAgencyOfficer(actor);
  if (!isOfficer && size > SMALL_RUN)
    throw new Refusal(
      text.tooLarge({ most: SMALL_RUN, size }),
      asked.structure === 'invented' ? 'people' : 'structure',
    );
  // One after another: two forms sent at once are counted both.
  await tx.db
    .selectFrom('people')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', actor.personId)
    .forNoKeyUpdate()
    .execute();
  const unfinished = await countUnfinished(tx, actor.personId);
  const most = isOfficer ? UNFINISHED.officer : UNFINISHED.other;
  if (unfinished >= most) throw new Refusal(text.tooMany({ count: unfinished }), 'name');
}

interface Added {
  readonly id: string;
  readonly chosen: Chosen;
  readonly besideId: string | null;
  readonly name: string;
}

async function addRun(
  tx: Tx,
  actor: Actor,
  asked: RunsAsked,
  ground: Ground,
  { id, chosen, besideId, name }: Added,
): Promise<void> {
  const { subject } = chosen;
  const people = ground.structure.unitOf.length;
  const added = await tx.db
    .insertInto('laboratory_runs')
    .values({
      agency_id: tx.agencyId,
      id,
      name,
      scheme_id: subject.schemeId,
      version: subject.version,
      draft_id: subject.draftId,
      draft_revision: subject.draftRevision,
      settings: JSON.stringify(asked.settings),
      structure: JSON.stringify(ground.structure),
      structure_kind: ground.kind,
      span: ground.span,
      unit_size: ground.unit,
      seed: asked.seed,
      state: 'waiting',
      done: 0,
      total: people * asked.settings.periods,
      periods: '[]',
      work_ms: 0,
      beside_id: besideId,
      requested_by: actor.personId,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return;
  await record(tx, laboratoryEvents.requested, {
    actorId: actor.personId,
    subject: { kind: 'laboratory-run', id },
    payload: {
      name,
      scheme: `${subject.schemeId}@${subject.version}`,
      people,
      periods: asked.settings.periods,
      seed: asked.seed,
    },
  });
  await tx.enqueue(
    LABORATORY_TASK,
    { runId: id },
    { key: `${LABORATORY_TASK}:${id}`, queue: QUEUE, maxAttempts: 5 },
  );
}

function besideName(name: string, title: Parameters<typeof inLocale>[0]): string {
  return text.besideName({ name, scheme: inLocale(title) }).slice(0, 200);
}
