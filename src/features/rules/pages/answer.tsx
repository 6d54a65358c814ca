/** The answer of a rule: the value, then the tree of reasons with inputs and basis. */
import { type Basis, type Explanation, valueLabel } from '#domain/explanation.ts';
import type { RuleOutput } from '#domain/rules/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Card } from '#ui/parts.tsx';
import { text } from '../text.ts';

export function AnswerCard({ output }: { output: RuleOutput }) {
  const { explanation } = output;
  return (
    <Card id="answer">
      <div aria-live="polite">
        <h2 class="text-sm font-normal text-base-content/75">{inLocale(explanation.label)}</h2>
        <p class="text-3xl font-semibold tracking-tight text-primary mt-0.5">
          {inLocale(valueLabel(explanation.value))}
        </p>
        <p class="mt-2 max-w-prose">{inLocale(explanation.summary ?? explanation.rule)}</p>
      </div>
      <h3 class="font-semibold mt-5">{text.why()}</h3>
      <Inputs explanation={explanation} />
      {explanation.children.length > 0 ? (
        <ul class="mt-3 grid gap-3">
          {explanation.children.map((child) => (
            <Branch key={child.code} explanation={child} />
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

function Branch({ explanation }: { explanation: Explanation }) {
  return (
    <li class="border-l-2 border-base-300 pl-4">
      <p class="flex flex-wrap justify-between gap-x-4">
        <span>{inLocale(explanation.label)}</span>
        <span class="font-semibold num">{inLocale(valueLabel(explanation.value))}</span>
      </p>
      <p class="text-sm text-base-content/75 max-w-prose">{inLocale(explanation.rule)}</p>
      <Inputs explanation={explanation} />
      {explanation.children.length > 0 ? (
        <ul class="mt-2 grid gap-2">
          {explanation.children.map((child) => (
            <Branch key={child.code} explanation={child} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function Inputs({ explanation }: { explanation: Explanation }) {
  if (explanation.inputs.length === 0) return null;
  return (
    <dl class="mt-2 grid gap-1 text-sm">
      {explanation.inputs.map((input) => (
        <div key={input.path} class="flex flex-wrap justify-between gap-x-4">
          <dt>
            {inLocale(input.label)}
            {input.group ? ` (${inLocale(input.group.label)})` : ''}
          </dt>
          <dd class="font-medium num">{inLocale(valueLabel(input.value))}</dd>
        </div>
      ))}
    </dl>
  );
}

const CONFIDENCE = {
  verified: text.verified,
  secondary: text.secondary,
  recollected: text.recollected,
  default: text.default,
} as const;

/** Regulations with how sure we are of them: an officer must know what still has to be confirmed. */
export function BasisList({ basis }: { basis: readonly Basis[] }) {
  return (
    <ul class="grid gap-1.5 text-sm">
      {basis.map((each) => (
        <li key={`${each.regulation} ${each.article}`}>
          {each.regulation}
          {each.article ? `, ${each.article}` : ''}
          {each.confidence ? (
            <span class="text-base-content/75"> · {CONFIDENCE[each.confidence]()}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
