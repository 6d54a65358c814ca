/** The picture as a table: each step from evidence to result in words. */
import type { ComponentChildren } from 'preact';
import type { Scheme } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import {
  type Answer,
  answersOf,
  axisLabel,
  categoryOf,
  describeComponents,
  labelOf,
  type Role,
} from './describe.ts';
import { listed } from './summary.ts';
import { text } from './text-page.ts';

export function MadeTable({ scheme }: { scheme: Scheme }) {
  const gates = scheme.gates ?? [];
  return (
    <table class="w-full text-sm">
      <caption class="sr-only">{text.tableCaption()}</caption>
      <thead class="sr-only">
        <tr>
          <th scope="col">{text.step()}</th>
          <th scope="col">{text.detail()}</th>
        </tr>
      </thead>
      <tbody>
        <Row step={text.stepInputs()}>
          <ul class="grid gap-1.5">
            {describeComponents(scheme).map(({ code, settings, roles }) => (
              <li key={code}>
                <span class="font-medium">{inLocale(settings.label)}</span>
                <span class="block text-base-content/75">{rolesText(roles)}</span>
              </li>
            ))}
          </ul>
        </Row>
        <Row step={text.stepJoin()}>
          {joinSentences(scheme).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Row>
        {gates.length > 0 ? (
          <Row step={text.stepGates()}>
            <ul class="grid gap-1.5">
              {gates.map((gate) => (
                <li key={gate.code}>
                  {inLocale(gate.label)}
                  <span class="block text-base-content/75">
                    {text.gateAtMost({ category: inLocale(categoryOf(scheme, gate.atMost)) })}
                  </span>
                </li>
              ))}
            </ul>
          </Row>
        ) : null}
        <Row step={text.stepCategory()}>
          <p>{scheme.categories.map(({ label }) => inLocale(label)).join(' › ')}</p>
        </Row>
        <Row step={text.stepOfficial()}>
          <p>
            {scheme.official?.predicate !== 'national-matrix'
              ? text.categoryIsPredicate()
              : `${text.officialPredicate()}: ${text.officialFrom()}.`}
          </p>
        </Row>
      </tbody>
    </table>
  );
}

function Row({ step, children }: { step: string; children: ComponentChildren }) {
  return (
    <tr class="align-top border-b border-base-300 last:border-b-0 max-sm:block max-sm:py-2">
      <th
        scope="row"
        class="text-left font-normal text-base-content/75 sm:w-36 py-2 pr-4 max-sm:block max-sm:py-0"
      >
        {step}
      </th>
      <td class="py-2 max-sm:block max-sm:pt-1 max-sm:pb-0">{children}</td>
    </tr>
  );
}

export function rolesText(roles: readonly Role[]): string {
  return roles.length === 0 ? text.role_shown() : roles.map(roleText).join('; ');
}

function roleText(role: Role): string {
  switch (role.kind) {
    case 'weight': {
      const percent = formatDecimal(role.percent);
      return role.when.length > 0
        ? text.role_weight_when({ percent, condition: conditionText(role.when) })
        : text.role_weight({ percent });
    }
    case 'bonus':
      return text.role_bonus({ percent: formatDecimal(role.percent), atMost: formatDecimal(role.atMost) });
    case 'row':
    case 'column':
    case 'lowest':
      return role.percent === null
        ? text[`role_${role.kind}`]()
        : text[`role_${role.kind}_percent`]({ percent: formatDecimal(role.percent) });
    case 'chooses-weights':
      return text.role_chooses();
    case 'opens-category':
      return text.role_opens({ category: inLocale(role.category) });
    case 'gate':
      return text.role_gate({ gate: inLocale(role.gate) });
    case 'official':
      return text.role_official();
  }
}

export function conditionText(answers: readonly Answer[]): string {
  return answers
    .map(({ label, answer }) => (answer ? text.yes : text.no)({ label: inLocale(label) }))
    .join(text.and());
}

/** When a gate applies, in words. */
export function gateCondition(scheme: Scheme, gate: NonNullable<Scheme['gates']>[number]): string {
  const { when, component, below } = gate;
  const facts = answersOf(scheme, when);
  return [
    ...(facts.length > 0 ? [conditionText(facts)] : []),
    ...(component !== undefined && below !== undefined
      ? [text.belowScore({ label: inLocale(labelOf(scheme, component)), score: formatDecimal(below) })]
      : []),
  ].join(text.and());
}

function joinSentences(scheme: Scheme): readonly string[] {
  const { combination } = scheme;
  switch (combination.mechanism) {
    case 'matrix':
      return [
        text.joinMatrix({
          rows: inLocale(axisLabel(scheme, combination.rows)),
          columns: inLocale(axisLabel(scheme, combination.columns)),
        }),
      ];
    case 'lowest-of':
      return [
        text.joinLowest({
          list: listed(combination.of.map((each) => inLocale(axisLabel(scheme, each)))),
        }),
      ];
    case 'weighted-mean': {
      const { decimals, atMost, optional } = combination;
      return [
        decimals === undefined ? text.joinMean() : text.joinMeanRounded({ decimals }),
        ...(atMost === undefined ? [] : [text.joinCap({ points: formatDecimal(atMost) })]),
        ...(optional?.length || decimals !== undefined ? [text.joinReweight()] : []),
      ];
    }
  }
}
