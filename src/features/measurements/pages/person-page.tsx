import type { Explanation } from '#domain/explanation.ts';
import { valueLabel } from '#domain/explanation.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import type { ParticipationView } from '#features/periods/index.ts';
import { AppraisalFrame } from '#features/periods/index.ts';
import { componentForm, type Fields, withoutSingleForms } from '#features/schemes/index.ts';
import { civilDateIn, formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type FieldErrors, TextField } from '#ui/form.tsx';
import { Card, LinkButton, Notice, SubmitButton } from '#ui/parts.tsx';
import { nodeOf } from '../check-file.ts';
import type { Measurement } from '../queries.ts';
import { text } from '../text.ts';
import { sourceInWords } from './component-page.tsx';

export interface PersonView {
  readonly visit: Visit;
  readonly view: ParticipationView;
  readonly compiled: CompiledScheme;
  readonly components: readonly string[];
  readonly history: readonly Measurement[];
  /** Components made from single days or cases. */
  readonly kept: ReadonlySet<string>;
  readonly mayRecord: boolean;
  readonly refused?:
    | { readonly component: string; readonly fields: Fields; readonly problems: FieldErrors }
    | undefined;
}

export function PersonPage(props: PersonView) {
  const { visit, view, compiled, components, history } = props;
  const { person } = view.participation;
  return (
    <AppraisalFrame visit={visit} view={view} current="progress" title={text.ofPerson({ name: person.name })}>
      <p class="max-w-prose">{text.ofPersonIntro({ scheme: inLocale(compiled.scheme.title) })}</p>
      {components.map((component) => (
        <Component
          key={component}
          {...props}
          component={component}
          own={history.filter((each) => each.component === component)}
        />
      ))}
    </AppraisalFrame>
  );
}

function Component(props: PersonView & { component: string; own: readonly Measurement[] }) {
  const { compiled, component, own, mayRecord } = props;
  const settings = compiled.scheme.components[component];
  if (!settings) return null;
  const current = own.find((each) => each.supersededAt === null);
  // What a colleague answered is a mean here too, for everybody: only whoever corrects the forms sees them.
  const explained =
    current && withoutSingleForms(compiled.explain({ [component]: current.value }), compiled).explanation;
  const node = explained ? nodeOf(explained, component) : undefined;
  return (
    <Card id={`component-${component}`} title={inLocale(settings.label)}>
      {node && current ? (
        <>
          {waitsForAppraiser(settings) ? <p>{text.voicesOnly()}</p> : null}
          <Node node={node} isPart={waitsForAppraiser(settings)} />
          <p class="mt-3 text-sm text-base-content/75">{sourceInWords(current, props.visit.agency.zone)}</p>
        </>
      ) : (
        <p>{text.none()}</p>
      )}
      <RecordsLink {...props} />
      {own.length > 1 ? <History own={own} zone={props.visit.agency.zone} /> : null}
      {mayRecord && !props.kept.has(component) && current?.origin !== 'voices' ? (
        <Correct {...props} current={current} />
      ) : null}
    </Card>
  );
}

/** Days and cases are kept one by one: seen, explained and contested on pages of their own. */
function RecordsLink({ visit, view, compiled, component }: PersonView & { component: string }) {
  const mechanism = compiled.scheme.components[component]?.mechanism;
  const base = `/appraisals/${view.participation.id}`;
  if (mechanism === 'presence')
    return (
      <p class="mt-3">
        <LinkButton href={visit.path(`${base}/attendance`)} icon="calendar">
          {text.seeDays()}
        </LinkButton>
      </p>
    );
  if (mechanism === 'service-standard')
    return (
      <p class="mt-3">
        <LinkButton href={visit.path(`${base}/cases/${component}`)} icon="list">
          {text.seeCases()}
        </LinkButton>
      </p>
    );
  return null;
}

/** What stands here is then one part of the component; the rest is given in the page of the appraisal. */
function waitsForAppraiser(settings: CompiledScheme['scheme']['components'][string]): boolean {
  return 'voices' in settings && 'appraiser' in settings.voices;
}

/** The component's own words on every record that counted. */
function Node({ node, isPart = false }: { node: Explanation; isPart?: boolean }) {
  return (
    <>
      {isPart ? null : (
        <p>
          <span class="font-semibold">{inLocale(valueLabel(node.value))}</span> · {inLocale(node.rule)}
        </p>
      )}
      {node.inputs.length > 0 ? (
        <details class="mt-2">
          <summary class="link cursor-pointer">{text.counted({ count: node.inputs.length })}</summary>
          <ul class="mt-2 grid gap-1 list-disc ps-5">
            {node.inputs.map((input) => (
              <li key={input.path}>
                {inLocale(input.label)}: {inLocale(valueLabel(input.value))}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {node.children.map((child) => (
        <div key={child.code} class="mt-2 ps-4 border-s border-base-300">
          <p class="font-medium">{inLocale(child.label)}</p>
          <Node node={child} />
        </div>
      ))}
    </>
  );
}

function History({ own, zone }: { own: readonly Measurement[]; zone: string }) {
  return (
    <details class="mt-3">
      <summary class="link cursor-pointer">{text.history()}</summary>
      <ul class="mt-2 grid gap-1 list-disc ps-5">
        {own.map((each) => (
          <li key={each.id}>
            {sourceInWords(each, zone)}
            {each.supersededAt
              ? ` · ${text.replaced({ date: formatDate(civilDateIn(zone, each.supersededAt), 'short') })}`
              : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Correct(props: PersonView & { component: string; current: Measurement | undefined }) {
  const { visit, view, compiled, component, current, refused } = props;
  const settings = compiled.scheme.components[component];
  if (!settings) return null;
  const frame = {
    scheme: compiled.scheme,
    mode: 'everything' as const,
    look: 'compact' as const,
    base: current ? { [component]: current.value } : {},
  };
  const form = componentForm(component, settings, frame);
  const own = refused?.component === component ? refused : undefined;
  const problems = own?.problems ?? {};
  return (
    <details class="mt-4" open={own !== undefined}>
      <summary class="link cursor-pointer">{text.correct()}</summary>
      <form
        method="post"
        action={visit.path(`/appraisals/${view.participation.id}/measurements/${component}`)}
        class="grid gap-4 mt-3"
        data-controller="once"
      >
        {own ? (
          <Notice tone="error" title={text.problems()}>
            <ul class="list-disc ps-5">
              {Object.entries(problems).map(([name, message]) => (
                <li key={name}>{message}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {form.draw({ fields: own?.fields ?? form.fields, problems })}
        <TextField
          name="note"
          label={text.correctNote()}
          hint={text.correctNoteHint()}
          required
          maxLength={300}
          value={own?.fields.note}
          error={problems.note}
        />
        <div>
          <SubmitButton>{text.save()}</SubmitButton>
        </div>
      </form>
    </details>
  );
}
