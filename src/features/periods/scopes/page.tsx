import type { Scheme } from '#domain/schemes/index.ts';
import { POSITION_KINDS, positionKindLabel, type Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, SelectField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { isPositionKind } from '../labels.ts';
import type { Period, UnitChoice } from '../queries.ts';
import { isEffective, schemeKey } from '../schemes.ts';
import type { PeriodScheme, SchemeRef } from './period-schemes.ts';
import { text } from './text.ts';

export interface ScopesView {
  readonly visit: Visit;
  readonly period: Period;
  readonly rules: readonly PeriodScheme[];
  /** How many candidates each rule holds for, by its id; `own` for those whom no rule names. */
  readonly hits: ReadonlyMap<string, number>;
  readonly usable: readonly Scheme[];
  readonly units: readonly UnitChoice[];
  readonly newId: string;
  readonly mayChange: boolean;
  readonly typed: { readonly unit: string; readonly positionKind: string; readonly scheme: string };
  readonly errors: FieldErrors;
}

export const OWN = 'own';

export function ScopesPage(view: ScopesView) {
  const { visit, period } = view;
  const base = visit.path(`/periods/${period.id}`);
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="periods">
      <PageHeading
        title={text.title()}
        above={
          <a class="link" href={base}>
            {period.name}
          </a>
        }
        intro={text.intro()}
      />
      <Card title={text.rules()} padded={false}>
        <Rules {...view} base={base} />
      </Card>
      {view.mayChange ? <AddRule {...view} base={base} /> : <p>{text.notDraft()}</p>}
    </Layout>
  );
}

interface Row {
  readonly key: string;
  readonly rule: PeriodScheme | null;
  readonly words: string;
  readonly scheme: SchemeRef;
}

function Rules(view: ScopesView & { base: string }) {
  const { rules, period, hits, mayChange, base } = view;
  const own = { id: period.schemeId, version: period.schemeVersion };
  const rows: readonly Row[] = [
    ...rules.map((rule) => ({ key: rule.id, rule, words: wordsOf(rule), scheme: rule.scheme })),
    { key: OWN, rule: null, words: text.own(), scheme: own },
  ];
  return (
    <>
      {rules.length === 0 ? (
        <EmptyState icon="info" title={text.noRules()}>
          {text.noRulesHint()}
        </EmptyState>
      ) : null}
      <DataTable
        caption={text.rules()}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'whom', heading: text.forWhom(), isTitle: true, cell: (row) => row.words },
          { key: 'scheme', heading: text.scheme(), cell: (row) => titleOf(view.usable, row.scheme) },
          {
            key: 'people',
            heading: text.people(),
            cell: (row) => {
              const count = hits.get(row.key) ?? 0;
              return count === 0 && row.rule ? text.nobodyHit() : formatNumber(count);
            },
          },
          ...(mayChange
            ? [
                {
                  key: 'act',
                  heading: text.act(),
                  cell: (row: Row) => <RuleActs row={row} base={base} isFirst={row.rule === rules[0]} />,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function RuleActs({ row, base, isFirst }: { row: Row; base: string; isFirst: boolean }) {
  if (!row.rule) return null;
  return (
    <form method="post" action={`${base}/schemes/${row.rule.id}`} class="flex flex-wrap gap-2">
      {isFirst ? null : (
        <button
          class="btn btn-sm"
          type="submit"
          name="act"
          value="raise"
          aria-label={text.upNamed({ rule: row.words })}
        >
          {text.up()}
        </button>
      )}
      <button
        class="btn btn-sm"
        type="submit"
        name="act"
        value="remove"
        aria-label={text.removeNamed({ rule: row.words })}
      >
        {text.remove()}
      </button>
    </form>
  );
}

function AddRule({ period, usable, units, newId, typed, errors, base }: ScopesView & { base: string }) {
  return (
    <Card title={text.add()}>
      <form method="post" action={`${base}/schemes`} class="grid gap-4 max-w-xl" data-controller="once">
        <input type="hidden" name="id" value={newId} />
        <SelectField
          name="unit"
          label={text.unit()}
          value={typed.unit}
          error={errors.unit}
          options={[
            { value: '', label: text.anyUnit() },
            ...units.map((unit) => ({ value: unit.id, label: unit.name })),
          ]}
        />
        <SelectField
          name="positionKind"
          label={text.positionKind()}
          value={typed.positionKind}
          error={errors.positionKind}
          options={[
            { value: '', label: text.anyKind() },
            ...POSITION_KINDS.map((kind) => ({ value: kind, label: positionKindLabel(kind) })),
          ]}
        />
        <SelectField
          name="scheme"
          label={text.scheme()}
          required
          value={typed.scheme}
          error={errors.scheme}
          options={[
            { value: '', label: text.chooseScheme() },
            ...usable
              .filter((scheme) => isEffective(scheme, period.startsOn))
              .map((scheme) => ({ value: schemeKey(scheme), label: titleOf(usable, scheme) })),
          ]}
        />
        <div>
          <SubmitButton icon="plus">{text.add()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function wordsOf(rule: PeriodScheme): string {
  const parts = [
    rule.unitName ? text.unitAndBelow({ unit: rule.unitName }) : '',
    isPositionKind(rule.positionKind) ? positionKindLabel(rule.positionKind) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

function titleOf(usable: readonly Scheme[], { id, version }: SchemeRef): string {
  const scheme = usable.find((each) => each.id === id && each.version === version);
  return text.schemeVersion({ title: scheme ? inLocale(scheme.title) : id, version: String(version) });
}
