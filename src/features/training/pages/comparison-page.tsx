/** A case after it was sent: how far from the experts, item by item, and why the experts rated as they did. */
import type { Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading } from '#ui/parts.tsx';
import type { Attempt } from '../course/attempts.ts';
import type { Case } from '../course/cases.ts';
import type { ItemDistance } from '../distance.ts';
import { text } from '../text.ts';
import { Dossier } from './dossier.tsx';
import { percentOf } from './parts.tsx';
import { ScaleLine } from './scale-line.tsx';

export interface ComparisonView {
  readonly visit: Visit;
  readonly courseTitle: string;
  readonly schemeId: string;
  readonly about: Case;
  readonly attempt: Attempt;
  readonly distances: readonly ItemDistance[];
  /** Cases still to pass; 0 where the certificate is there or nothing is due. */
  readonly casesToGo: number;
  readonly certificateId: string | null;
}

export function ComparisonPage(view: ComparisonView) {
  const { visit, about } = view;
  return (
    <Layout chrome={visit.chrome} title={about.heading} current="training">
      <PageHeading
        title={about.heading}
        above={
          <a class="link" href={visit.path(`/training/courses/${view.schemeId}`)}>
            {view.courseTitle}
          </a>
        }
      />
      <Verdict {...view} />
      <Card title={text.byItem()} padded={false}>
        <p class="px-5 pb-4 text-sm text-base-content/75 max-w-prose">{text.scaleLegend()}</p>
        <div class="divide-y divide-base-300 border-t border-base-300">
          {view.distances.map((each) => (
            <Item key={each.item.key} each={each} />
          ))}
        </div>
      </Card>
      <Dossier about={about} />
    </Layout>
  );
}

function Verdict({ visit, schemeId, attempt, casesToGo, certificateId }: ComparisonView) {
  const distance = percentOf(attempt.distanceBasisPoints ?? 0);
  const percent = attempt.withinPercent ?? 0;
  return (
    <div class="grid gap-4">
      <Notice
        tone={attempt.hasPassed ? 'success' : 'neutral'}
        title={attempt.hasPassed ? text.resultPassed({ distance }) : text.resultNotPassed({ distance })}
      >
        <p>
          {text.resultRule({ percent })}{' '}
          {certificateId
            ? text.resultCertificate()
            : casesToGo > 0
              ? text.resultPassedMore({ count: casesToGo })
              : ''}
        </p>
      </Notice>
      <p>
        {certificateId ? (
          <LinkButton look="primary" href={visit.path(`/training/certificates/${certificateId}`)}>
            {text.openCertificate()}
          </LinkButton>
        ) : (
          <LinkButton look="primary" href={visit.path(`/training/courses/${schemeId}`)}>
            {text.goOn()}
          </LinkButton>
        )}
      </p>
    </div>
  );
}

function Item({ each }: { each: ItemDistance }) {
  const { item, experts } = each;
  const labels = new Map(item.levels.map((level) => [level.code, level.label]));
  const all = item.levels.map(({ units }) => units);
  const [worst, best] = [Math.min(...all), Math.max(...all)];
  const own = each.own === undefined ? '–' : (labels.get(each.own) ?? '–');
  return (
    <section class="p-5 grid gap-3">
      <div class="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 class="font-semibold">{item.label}</h3>
        <p class="text-sm">
          {stepsInWords(each.steps)}
          <span class="text-base-content/75 num">
            {' · '}
            {text.itemDistance({
              value: formatNumber(Math.abs(each.signed ?? 0) * 100, { maximumFractionDigits: 1 }),
            })}
          </span>
        </p>
      </div>
      <ScaleLine
        own={each.ownPlace}
        experts={each.expertPlace}
        levels={all.map((units) => (units - worst) / (best - worst))}
        label={text.scaleOf({
          item: item.label,
          own,
          experts: experts.map(({ level }) => labels.get(level) ?? level).join(', '),
        })}
      />
      <dl class="grid gap-3 sm:grid-cols-2 text-sm">
        <div>
          <dt class="text-base-content/75">{text.you()}</dt>
          <dd>
            <span class="font-medium">{own}</span>
            {each.ownReason ? <span class="block mt-0.5">{each.ownReason}</span> : null}
          </dd>
        </div>
        {experts.map(({ name, level, reason }) => (
          <div key={`${name} ${level}`}>
            <dt class="text-base-content/75">{text.expert({ name })}</dt>
            <dd>
              <span class="font-medium">{labels.get(level) ?? level}</span>
              <span class="block mt-0.5">{reason}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function stepsInWords(steps: number | null): string {
  if (!steps) return text.same();
  return steps > 0 ? text.higher({ count: steps }) : text.lower({ count: -steps });
}
