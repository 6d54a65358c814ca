import type { Visit } from '#features/people/index.ts';
import type { Period } from '#features/periods/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { Card, EmptyState, LinkButton } from '#ui/parts.tsx';
import { CaterpillarKey } from '#ui/plot/index.ts';
import { FairnessFrame } from '../../run/pages/frame.tsx';
import type { Run } from '../../store/types.ts';
import { text } from '../text.ts';
import type { GroupRow } from '../types.ts';
import { AttributeCard } from './attribute-card.tsx';

export interface GroupsView {
  readonly visit: Visit;
  readonly period: Period;
  readonly run: Run | undefined;
  readonly rows: readonly GroupRow[];
  /** Title of the scheme with its version, by ordinal of the model. */
  readonly schemes: ReadonlyMap<number, { readonly title: string; readonly version: number }>;
}

export function GroupsPage(view: GroupsView) {
  const { visit, period, run, rows } = view;
  return (
    <FairnessFrame
      visit={visit}
      period={period}
      current="groups"
      hasGroups
      title={text.title()}
      intro={text.intro()}
    >
      {run ? (
        <>
          <Overall run={run} rows={rows} />
          <Models {...view} run={run} />
          <Reading {...view} run={run} />
        </>
      ) : (
        <Card>
          <EmptyState
            icon="chart"
            title={text.notComputed()}
            act={
              <LinkButton href={visit.path(`/fairness/${period.id}/run`)} look="primary">
                {text.toRun()}
              </LinkButton>
            }
          >
            <p>{text.notComputedBody()}</p>
          </EmptyState>
        </Card>
      )}
      <p class="print:hidden flex flex-wrap gap-2">
        <LinkButton href={visit.path('/fairness/attributes')} look="ghost" small>
          {text.held()}
        </LinkButton>
        {run ? (
          <LinkButton
            href={visit.path(`/fairness/${period.id}/groups.csv`)}
            icon="download"
            look="ghost"
            small
            download
          >
            {text.download()}
          </LinkButton>
        ) : null}
      </p>
    </FairnessFrame>
  );
}

/** The finding of the page in one sentence, and what the marks mean. */
function Overall({ run, rows }: { run: Run; rows: readonly GroupRow[] }) {
  const all = rows[0]?.figures.comparisons ?? 0;
  const count = rows.reduce(
    (sum, { figures }) => sum + figures.findings.filter((each) => isSure(each, run)).length,
    0,
  );
  return (
    <Card>
      <p class="text-lg font-medium max-w-prose text-balance">
        {all === 0 ? text.nothingCompared() : count > 0 ? text.found({ all, count }) : text.notFound({ all })}
      </p>
      {all > 0 ? (
        <div class="mt-4">
          <CaterpillarKey
            usual={text.keyUsual()}
            beyond={text.keyBeyond()}
            unknown={text.keyUnknown()}
            band={text.keyBand()}
          />
        </div>
      ) : null}
    </Card>
  );
}

/** Fewer wrong findings than the period allows, and large enough to matter. */
export function isSure(
  { q, adjusted }: GroupRow['figures']['findings'][number],
  { settings }: Pick<Run, 'settings'>,
): boolean {
  return (
    q !== null &&
    adjusted !== null &&
    q <= settings.falseDiscoveryRate &&
    Math.abs(adjusted.value) >= settings.minimumEffect.points
  );
}

function Models(view: GroupsView & { run: Run }) {
  const { rows, schemes, run } = view;
  const ordinals = [...new Set(rows.map(({ ordinal }) => ordinal))];
  return (
    <>
      {ordinals.map((ordinal) => {
        const scheme = schemes.get(ordinal);
        return (
          <section key={ordinal} class="grid gap-6">
            {ordinals.length > 1 && scheme ? (
              <h2 class="text-xl font-semibold">
                {text.scheme({ scheme: scheme.title, version: String(scheme.version) })}
              </h2>
            ) : null}
            {rows
              .filter((row) => row.ordinal === ordinal)
              .map((row) => (
                <AttributeCard key={row.attribute} row={row} run={run} />
              ))}
          </section>
        );
      })}
    </>
  );
}

function Reading({ visit, run, rows }: GroupsView & { run: Run }) {
  const { people, appraisers } = rows[0]?.figures ?? { people: 0, appraisers: 0 };
  return (
    <Card title={text.readTitle()}>
      <ul class="list-disc pl-5 grid gap-2 max-w-prose">
        {[text.read1(), text.read2(), text.read3(), text.read4()].map((words) => (
          <li key={words}>{words}</li>
        ))}
        <li class="font-medium">{text.notUse()}</li>
      </ul>
      <details class="mt-4 text-sm max-w-prose">
        <summary class="cursor-pointer link py-1">{text.methodTitle()}</summary>
        <p class="mt-2">{text.method()}</p>
        <p class="mt-2">{text.sources()}</p>
        <p class="mt-2">
          {text.basis({
            people,
            appraisers,
            when: formatInstant(run.finishedAt ?? run.requestedAt, visit.agency.zone),
          })}
        </p>
      </details>
    </Card>
  );
}
