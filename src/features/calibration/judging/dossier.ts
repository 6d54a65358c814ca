/**
 * The masked dossier: what was planned, what was reached, what evidence is called, what the employee wrote. Names,
 * unit, numbers and everything that the appraiser said are left out or masked.
 */

import type { Bilingual } from '#domain/bilingual.ts';
import type { Explanation } from '#domain/explanation.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { assessmentOf, contributionsOf } from '#features/evaluation/index.ts';
import { type IndicatorProgress, progressOf } from '#features/monitoring/index.ts';
import { findParticipation, type PersonInBrief } from '#features/periods/index.ts';
import { agreedContent, type ValueCode, vocabularyOf } from '#features/planning/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { type Mask, maskFor } from './mask.ts';

export interface DossierMeasure {
  readonly indicator: string;
  readonly target: string;
  /** Null where nothing was recorded. */
  readonly realisation: string | null;
  /** In percent of the target. */
  readonly achievement: string | null;
  /** Latest words of the employee about it. */
  readonly account: string | null;
  readonly evidence: readonly string[];
}

export interface DossierLine {
  readonly id: string;
  readonly kind: 'main' | 'additional';
  readonly statement: string;
  readonly measures: readonly DossierMeasure[];
  readonly selfWords: string;
}

export interface DossierValue {
  readonly code: ValueCode;
  readonly label: string;
  readonly expectation: string;
  readonly selfWords: string;
}

export interface Dossier {
  readonly scheme: CompiledScheme;
  readonly positionKind: string;
  /** False where no plan was agreed: there is nothing to judge by. */
  readonly hasPlan: boolean;
  readonly lines: readonly DossierLine[];
  readonly values: readonly DossierValue[];
  /** Components of the agency's scheme in which the appraiser has no voice, with their scores. */
  readonly others: readonly { readonly label: Bilingual; readonly score: string }[];
}

export async function loadDossier(
  tx: Tx,
  schemes: SchemeStore,
  about: { readonly participantId: string; readonly resultId: string },
): Promise<{ readonly dossier: Dossier; readonly personId: string }> {
  const { participantId, resultId } = about;
  const participation = await findParticipation(tx, participantId);
  if (!participation) throw new NotFound();
  const scheme = await schemes.load(tx, participation.scheme.id, participation.scheme.version);
  const mask = maskFor(
    await knownOf(tx, {
      person: participation.person.id,
      superiors: [participation.appraiser, participation.superior],
      unitId: participation.unit.id,
    }),
  );
  const agreed = await agreedContent(tx, participantId);
  const self = await assessmentOf(tx, participantId, 'self');
  const said = self?.state === 'submitted' ? self.content : undefined;
  const progress = await progressOf(tx, participantId);
  const plan = agreed?.content;
  const dossier: Dossier = {
    scheme,
    positionKind: participation.person.positionKind,
    hasPlan: plan !== undefined,
    lines: (plan?.results ?? []).map((result) => ({
      id: result.id,
      kind: result.kind,
      statement: mask(result.statement),
      measures: progress.filter((each) => each.result.id === result.id).map((each) => measureOf(each, mask)),
      selfWords: mask(said?.lines[result.id]?.realisation ?? ''),
    })),
    values: vocabularyOf(scheme.scheme).values.map(({ code, label }) => ({
      code,
      label,
      expectation: mask(plan?.expectations[code] ?? ''),
      selfWords: mask(said?.values[code] ?? ''),
    })),
    others: await othersOf(tx, scheme, resultId),
  };
  return { dossier, personId: participation.person.id };
}

/** What was measured or said by others: it is the same whoever appraises, and nobody's name stands in it. */
async function othersOf(tx: Tx, compiled: CompiledScheme, resultId: string): Promise<Dossier['others']> {
  const result = (await tx.db
    .selectFrom('results')
    .select('explanation')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', resultId)
    .executeTakeFirst()) as { explanation: unknown } | undefined;
  if (compiled.scheme.authority !== 'local' || !result) return [];
  // Written by the scheme engine and by nothing else.
  const parts = contributionsOf(result.explanation as Explanation)?.parts ?? [];
  return parts.flatMap(({ code, label, score }) => {
    const component = compiled.components.find((each) => each.code === code);
    // Planned results stand above in full, and a level of theirs may be the appraiser's.
    const isOthers =
      component && component.mechanism !== 'planned-results' && !component.voices.includes('appraiser');
    return isOthers && score !== null ? [{ label, score }] : [];
  });
}

function measureOf(progress: IndicatorProgress, mask: Mask): DossierMeasure {
  const { indicator, realisation, achievementPercent, entries, evidence } = progress;
  const account = entries.findLast((entry) => entry.narrative)?.narrative;
  return {
    indicator: mask(indicator.statement),
    target: mask(indicator.target.text),
    realisation:
      realisation === null ? null : `${formatDecimal(realisation)} ${indicator.target.unit}`.trim(),
    achievement: achievementPercent && formatDecimal(achievementPercent),
    account: account ? mask(account) : null,
    evidence: evidence.map((each) => mask(each.title)),
  };
}

/** Names without titles, for a title before a name tells nobody apart; the unit with those above it. */
async function knownOf(
  tx: Tx,
  about: {
    readonly person: string;
    readonly superiors: readonly (PersonInBrief | null)[];
    readonly unitId: string;
  },
) {
  const superiors = about.superiors.flatMap((each) => each?.id ?? []);
  const people = await tx.db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', 'in', [about.person, ...superiors])
    .execute();
  const units = await tx.db
    .selectFrom('units')
    .leftJoin('units as parent', (join) =>
      join.onRef('parent.id', '=', 'units.parent_id').on('parent.agency_id', '=', tx.agencyId),
    )
    .select(['units.name', 'parent.name as parent_name'])
    .where('units.agency_id', '=', tx.agencyId)
    .where('units.id', '=', about.unitId)
    .execute();
  return {
    person: people.filter(({ id }) => id === about.person).map(({ name }) => name),
    superiors: people.filter(({ id }) => id !== about.person).map(({ name }) => name),
    units: units.flatMap((unit) => [unit.name, ...(unit.parent_name ? [unit.parent_name] : [])]),
  };
}
