/**
 * What is shown once, when the round is settled: the agency's own questions and results by sex, age and education.
 * Shown while answers still come in, they would tell of the few who came in between; so they never are. They are over
 * all released answers of the whole round, whatever an officer leaves out later, and not by unit: the groups of a unit
 * and of one below it would differ by a few people of the others.
 */
import { addTallies, figuresOf, type SurveyFigures, safeGroups } from '#domain/surveys/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { PROFILE, type ProfilePart } from '../answer/submit.ts';
import { type Extra, isSettled, type Round } from '../rounds/queries.ts';

export interface ExtraFigure {
  readonly extra: Extra;
  readonly answers: number;
  /** Mean of 1 to 4, two decimals. */
  readonly mean: string;
}

export interface Breakdown {
  readonly part: ProfilePart;
  readonly groups: readonly {
    /** Values put together; `''` stands for those who did not say. */
    readonly values: readonly string[];
    readonly figures: SurveyFigures;
  }[];
}

export async function extraFigures(tx: Tx, round: Round): Promise<readonly ExtraFigure[]> {
  if (round.extras.length === 0 || !isSettled(round)) return [];
  const rows = await tx.db
    .selectFrom('survey_answers')
    .select('extras')
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .execute();
  return round.extras.flatMap((extra): ExtraFigure[] => {
    const values = rows.flatMap(({ extras }) => numberAt(extras, extra.code));
    if (values.length < round.least) return [];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return [{ extra, answers: values.length, mean: mean.toFixed(2) }];
  });
}

function numberAt(document: unknown, name: string): readonly number[] {
  const value = fieldOf(document, name);
  return typeof value === 'number' ? [value] : [];
}

function fieldOf(document: unknown, name: string): unknown {
  return typeof document === 'object' && document !== null
    ? new Map(Object.entries(document)).get(name)
    : undefined;
}

export async function breakdownsOf(tx: Tx, round: Round): Promise<readonly Breakdown[]> {
  if (!round.asksProfile || !isSettled(round)) return [];
  const rows = await tx.db
    .selectFrom('survey_answers')
    .select(['answers', 'profile'])
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .execute();
  return (['sex', 'age', 'education'] as const).flatMap((part): Breakdown[] => {
    const byValue = Map.groupBy(rows, ({ profile }) => {
      const value = fieldOf(profile, part);
      return typeof value === 'string' ? value : '';
    });
    const ordered = [...PROFILE[part], ''].map((value) => ({
      code: value,
      answers: byValue.get(value)?.length ?? 0,
      content: addTallies((byValue.get(value) ?? []).map((row) => new Map([[row.answers, 1]]))),
    }));
    const groups = (safeGroups(ordered, round.least) ?? []).flatMap(({ codes, content }) => {
      const figures = figuresOf(addTallies(content));
      return figures ? [{ values: codes, figures }] : [];
    });
    const place = (values: readonly string[]) => ordered.findIndex(({ code }) => code === values[0]);
    return groups.length > 1
      ? [{ part, groups: groups.sort((a, b) => place(a.values) - place(b.values)) }]
      : [];
  });
}
