/** What changed between two versions of a plan, part by part, old and new in words. Pure. */
import type { PlanContent, PlanIndicator, PlanResult } from './content.ts';
import { numbered } from './problems.ts';

export interface FieldChange {
  /** Key of the field; the page names it. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly what: 'plan' | 'result' | 'indicator' | 'expectation' | 'annex';
  /** Id of the result or indicator, code of the value, name of the list. */
  readonly id: string;
  /** How the part is called: its statement, or its code. */
  readonly title: string;
  readonly fields: readonly FieldChange[];
}

export function planDifference(before: PlanContent, after: PlanContent): readonly Change[] {
  return [
    ...changedPart('plan', 'plan', '', planFields(before), planFields(after)),
    ...matched(before.results, after.results, resultChanges),
    ...expectationChanges(before, after),
    ...annexChanges(before, after),
  ];
}

type Flat = Readonly<Record<string, string>>;

function planFields(content: PlanContent): Flat {
  return { model: content.model, form: content.form };
}

function resultFields(result: PlanResult): Flat {
  return {
    kind: result.kind,
    statement: result.statement,
    serves: result.servesText,
    servesResult: result.serves ? `${result.serves.participantId} ${result.serves.resultId}` : '',
    assignedBy: result.assignedBy,
    perspective: result.perspective ?? '',
  };
}

function indicatorFields({ aspect, statement, target, baseline, source }: PlanIndicator): Flat {
  return {
    aspect: aspect ?? '',
    statement,
    target: target.text,
    value: target.value ?? '',
    upper: target.upper ?? '',
    unit: target.unit,
    direction: target.direction,
    accumulation: target.accumulation,
    baseline: baseline ?? '',
    source: source ?? '',
  };
}

function fieldChanges(before: Flat, after: Flat): readonly FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, from: before[field] ?? '', to: after[field] ?? '' }))
    .filter((each) => each.from !== each.to);
}

function changedPart(
  what: Change['what'],
  id: string,
  title: string,
  before: Flat,
  after: Flat,
): readonly Change[] {
  const fields = fieldChanges(before, after);
  return fields.length === 0 ? [] : [{ kind: 'changed', what, id, title, fields }];
}

type Pair<Part> = { readonly before?: Part | undefined; readonly after?: Part | undefined };

/** Parts by id: those that stayed or came, in their new order, then those that went. A changed place counts too. */
function matched<Part extends { readonly id: string }>(
  before: readonly Part[],
  after: readonly Part[],
  changes: (pair: Pair<Part>, place: { from: string; to: string }) => readonly Change[],
): readonly Change[] {
  const old = new Map(before.map((each) => [each.id, each]));
  const kept = new Set(after.map((each) => each.id));
  // Only the order among parts that are in both matters: an addition at the top moves nobody.
  const placeIn = (parts: readonly Part[], other: ReadonlyMap<string, unknown> | ReadonlySet<string>) =>
    new Map(parts.filter((each) => other.has(each.id)).map((each, index) => [each.id, String(index + 1)]));
  const from = placeIn(before, kept);
  const to = placeIn(after, old);
  return [
    ...after.flatMap((each) =>
      changes(
        { before: old.get(each.id), after: each },
        { from: from.get(each.id) ?? '', to: to.get(each.id) ?? '' },
      ),
    ),
    ...before
      .filter((each) => !kept.has(each.id))
      .flatMap((each) => changes({ before: each }, { from: '', to: '' })),
  ];
}

function resultChanges(pair: Pair<PlanResult>, place: { from: string; to: string }): readonly Change[] {
  const { before, after } = pair;
  const part = after ?? before;
  if (!part) return [];
  const own = partChange('result', part.id, part.statement, {
    before: before && { ...resultFields(before), order: place.from },
    after: after && { ...resultFields(after), order: place.to },
  });
  const indicators = matched(before?.indicators ?? [], after?.indicators ?? [], (inner, innerPlace) => {
    const indicator = inner.after ?? inner.before;
    if (!indicator) return [];
    return partChange('indicator', indicator.id, indicator.statement, {
      before: inner.before && { ...indicatorFields(inner.before), order: innerPlace.from },
      after: inner.after && { ...indicatorFields(inner.after), order: innerPlace.to },
    });
  });
  return [...own, ...indicators];
}

function partChange(what: Change['what'], id: string, title: string, pair: Pair<Flat>): readonly Change[] {
  const { before, after } = pair;
  if (before && after) return changedPart(what, id, title, before, after);
  const kind = after ? 'added' : 'removed';
  const fields = fieldChanges(before ?? {}, after ?? {}).filter((each) => each.field !== 'order');
  return [{ kind, what, id, title, fields }];
}

function expectationChanges(before: PlanContent, after: PlanContent): readonly Change[] {
  return fieldChanges(before.expectations, after.expectations).map((each) => ({
    kind: each.from === '' ? 'added' : each.to === '' ? 'removed' : 'changed',
    what: 'expectation',
    id: each.field,
    title: each.field,
    fields: [each],
  }));
}

function annexChanges(before: PlanContent, after: PlanContent): readonly Change[] {
  return (['resources', 'accountability', 'consequences'] as const).flatMap((list) =>
    changedPart(
      'annex',
      list,
      list,
      { lines: before.annex[list].join('\n') },
      { lines: after.annex[list].join('\n') },
    ),
  );
}

/** Number of a part on paper, by id, for the reader to find it. */
export function numbersOf(content: PlanContent): ReadonlyMap<string, string> {
  return new Map(
    numbered(content).flatMap(({ result, number }) => [
      [result.id, number] as const,
      ...result.indicators.map((each, index) => [each.id, `${number}.${index + 1}`] as const),
    ]),
  );
}
