/** The whole form of a scheme: a card for each component with its weight, its givers and its fields. */
import type { ComponentChildren } from 'preact';
import { type Explanation, valueLabel } from '#domain/explanation.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Badge, Card, Notice } from '#ui/parts.tsx';
import { componentForm } from './component-form.ts';
import { Problem } from './fields.tsx';
import { hasOfficial, OfficialSection } from './official.tsx';
import { isAsked } from './read.ts';
import { shareInWords } from './share.ts';
import { text } from './text.ts';
import type { FormState, Frame } from './types.ts';
import { absence, giversInWords, origin } from './voices.ts';

export interface InstrumentProps {
  readonly compiled: CompiledScheme;
  readonly frame: Frame;
  readonly state: FormState;
  /** Where measured evidence came from, by component. */
  readonly origins?: ReadonlyMap<string, ComponentChildren>;
  /** Stands between the components and the official ratings: a preview of what would come out. */
  readonly beforeOfficial?: ComponentChildren;
}

/** The fields only: whoever uses it brings the form element, the buttons, and what happens on sending. */
export function Instrument(props: InstrumentProps) {
  const { compiled, frame, state } = props;
  return (
    <>
      {Object.entries(frame.scheme.components).map(([code, settings]) => (
        <Card
          key={code}
          id={`component-${code}`}
          title={inLocale(settings.label)}
          aside={<Badge>{shareInWords(frame.scheme, code)}</Badge>}
          padded={false}
        >
          <div class="px-5 pt-1 pb-3 text-sm grid gap-1 max-w-prose">
            {settings.meaning ? <p>{inLocale(settings.meaning)}</p> : null}
            <p class="text-base-content/75">
              {origin(settings)}
              {settings.source ? `. ${text.source({ source: inLocale(settings.source) })}` : ''}
            </p>
          </div>
          <div class="border-t border-base-300">
            {isAsked(frame, code) ? (
              <>
                {componentForm(code, settings, frame).draw(state)}
                <div class="px-5">
                  <Problem name={`component-${code}`} message={state.problems[`component-${code}`]} />
                </div>
              </>
            ) : (
              <Standing
                node={standingNode(compiled, code, frame.base[code])}
                isThere={frame.base[code] !== undefined}
                absent={
                  compiled.components.some((each) => each.code === code && each.optional)
                    ? text.notYetOptional({ giver: giversInWords(settings) })
                    : absence(settings)
                }
                origin={props.origins?.get(code)}
                problem={state.problems[`component-${code}`]}
              />
            )}
          </div>
        </Card>
      ))}
      {props.beforeOfficial}
      {hasOfficial(frame) ? <OfficialSection frame={frame} state={state} /> : null}
    </>
  );
}

/** What others give or records show: the engine's own words on it, or plainly that it is not there. */
function Standing(props: {
  node: Explanation | undefined;
  isThere: boolean;
  absent: string;
  origin: ComponentChildren;
  problem: string | undefined;
}) {
  const { node, isThere, absent, problem } = props;
  if (!isThere)
    return (
      <div class="p-5">
        <Notice tone={problem ? 'error' : 'neutral'} title={text.notYet()}>
          {absent}
        </Notice>
      </div>
    );
  return (
    <div class="p-5 grid gap-2 text-sm">
      {node ? (
        <>
          <p class="text-2xl font-semibold num">{inLocale(valueLabel(node.value))}</p>
          {isRepeated(node) ? null : <p class="max-w-prose">{inLocale(node.rule)}</p>}
        </>
      ) : null}
      {props.origin ? <p class="text-base-content/75">{props.origin}</p> : null}
    </div>
  );
}

/** A yes or no says nothing more in its rule. */
function isRepeated({ value, rule }: Explanation): boolean {
  return `${valueLabel(value).id}.` === rule.id;
}

export function nodeOf(explanation: Explanation, code: string): Explanation | undefined {
  if (explanation.code === code) return explanation;
  for (const child of explanation.children) {
    const found = nodeOf(child, code);
    if (found) return found;
  }
  return undefined;
}

/** The engine's own words on evidence that stands; undefined where it is refused, and then the problem says why. */
function standingNode(compiled: CompiledScheme, code: string, evidence: unknown): Explanation | undefined {
  const component = compiled.components.find((each) => each.code === code);
  if (!component || evidence === undefined || component.read(evidence) === undefined) return undefined;
  return component.explain(evidence, {});
}
