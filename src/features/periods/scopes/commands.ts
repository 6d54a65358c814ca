/** Acts of an officer on the rules of a period that is still being prepared. */
import type { z } from 'zod';
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { text as criteriaText } from '../criteria/text.ts';
import { periodSchemeRuled } from '../events.ts';
import { type Period, requirePeriod } from '../queries.ts';
import { isEffective, schemeKey, schemeOfKey } from '../schemes.ts';
import { type PeriodScheme, periodSchemes } from './period-schemes.ts';
import { text } from './text.ts';

export interface RuleInput {
  /** Made when the page was drawn: a second click finds the rule already there. */
  readonly id: string;
  readonly unitId: string | null;
  readonly positionKind: string | null;
  readonly scheme: string;
}

const MOST_RULES = 200;

async function requireDraft(tx: Tx, actor: Actor, periodId: string): Promise<Period> {
  const period = await requirePeriod(tx, periodId, { lock: true });
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  if (period.state !== 'draft') throw new Conflict(text.notDraft());
  if (period.criteriaPublishedOn) throw new Conflict(criteriaText.fixedWhilePublished());
  return period;
}

/** Adds a rule below those that are there. */
export async function addRule(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  periodId: string,
  input: RuleInput,
): Promise<void> {
  const period = await requireDraft(tx, actor, periodId);
  const rules = await periodSchemes(tx, period.id);
  if (rules.some((rule) => rule.id === input.id)) return;
  const { unitId, positionKind } = input;
  if (!unitId && !positionKind) throw new Refusal(text.nobodyNamed(), 'unit');
  if (unitId) await requireUnit(tx, unitId);
  const usable = (await schemes.usable(tx)).map((each) => each.scheme);
  const scheme = schemeOfKey(usable, input.scheme);
  if (!scheme || !isEffective(scheme, period.startsOn)) throw new Refusal(text.schemeUnknown(), 'scheme');
  const isSame = (rule: PeriodScheme) => rule.unitId === unitId && rule.positionKind === positionKind;
  if (rules.some(isSame) || rules.length >= MOST_RULES) throw new Refusal(text.already(), 'unit');
  await tx.db
    .insertInto('period_schemes')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      period_id: period.id,
      ordinal: rules.length + 1,
      unit_id: unitId,
      position_kind: positionKind,
      scheme_id: scheme.id,
      scheme_version: scheme.version,
    })
    .execute();
  await note(tx, actor, period, 'added', { unitId, positionKind, scheme: schemeKey(scheme) });
}

async function requireUnit(tx: Tx, unitId: string): Promise<void> {
  const unit = isId(unitId)
    ? await tx.db
        .selectFrom('units')
        .select('id')
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', unitId)
        .executeTakeFirst()
    : undefined;
  if (!unit) throw new NotFound();
}

/** Takes a rule away; one that is gone already stays gone. */
export async function removeRule(tx: Tx, actor: Actor, periodId: string, ruleId: string): Promise<void> {
  const period = await requireDraft(tx, actor, periodId);
  const rules = await periodSchemes(tx, period.id);
  const rule = rules.find((each) => each.id === ruleId);
  if (!rule) return;
  await writeOrder(
    tx,
    period.id,
    rules.filter((each) => each !== rule),
  );
  await note(tx, actor, period, 'removed', { ...rule, scheme: schemeKey(rule.scheme) });
}

/** Moves a rule one place up. */
export async function raiseRule(tx: Tx, actor: Actor, periodId: string, ruleId: string): Promise<void> {
  const period = await requireDraft(tx, actor, periodId);
  const rules = [...(await periodSchemes(tx, period.id))];
  const at = rules.findIndex((each) => each.id === ruleId);
  const [rule, above] = [rules[at], rules[at - 1]];
  if (!rule || !above) return;
  rules[at - 1] = rule;
  rules[at] = above;
  await writeOrder(tx, period.id, rules);
  await note(tx, actor, period, 'raised', { ...rule, scheme: schemeKey(rule.scheme) });
}

/** Writes the rules anew in this order: the key on the order would forbid to exchange two in place. */
async function writeOrder(tx: Tx, periodId: string, rules: readonly PeriodScheme[]): Promise<void> {
  await tx.db
    .deleteFrom('period_schemes')
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', periodId)
    .execute();
  if (rules.length === 0) return;
  await tx.db
    .insertInto('period_schemes')
    .values(
      rules.map((rule, index) => ({
        agency_id: tx.agencyId,
        id: rule.id,
        period_id: periodId,
        ordinal: index + 1,
        unit_id: rule.unitId,
        position_kind: rule.positionKind,
        scheme_id: rule.scheme.id,
        scheme_version: rule.scheme.version,
      })),
    )
    .execute();
}

type Noted = z.output<typeof periodSchemeRuled.payload>;

async function note(
  tx: Tx,
  actor: Actor,
  period: Period,
  change: Noted['change'],
  rule: { unitId: string | null; positionKind: string | null; scheme: string },
): Promise<void> {
  const unit = rule.unitId
    ? await tx.db
        .selectFrom('units')
        .select('name')
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', rule.unitId)
        .executeTakeFirst()
    : undefined;
  await record(tx, periodSchemeRuled, {
    actorId: actor.personId,
    subject: { kind: 'period', id: period.id },
    payload: {
      name: period.name,
      change,
      unit: unit?.name ?? null,
      positionKind: rule.positionKind,
      scheme: rule.scheme,
    },
  });
}
