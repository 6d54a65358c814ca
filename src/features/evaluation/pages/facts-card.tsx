import { type Rating, ratingLabel } from '#domain/rules/index.ts';
import type { Visit } from '#features/people/index.ts';
import { civilDateIn, formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Icon } from '#ui/icon.tsx';
import { Card } from '#ui/parts.tsx';
import { isLocalEvidence } from '../content.ts';
import type { EvaluationView } from '../evaluation-view.ts';
import { objectivityFacts } from '../facts.ts';
import type { Result } from '../queries.ts';
import { text } from '../text-result.ts';

/** Before ratifying, the appraiser sees what a careful reader would notice. Facts, not a verdict. */
export function FactsCard(props: { visit: Visit; evaluation: EvaluationView; result: Result }) {
  const { visit, evaluation, result } = props;
  const dates = [...evaluation.basis.values()].flatMap((basis) =>
    basis.evidence.map((each) => civilDateIn(visit.agency.zone, each.at)),
  );
  const facts = objectivityFacts(result.evidence, dates, evaluation.view.participation);
  const { recency } = facts;
  const label = (rating: string) => inLocale(ratingLabel(rating as Rating));
  return (
    <Card title={text.facts()}>
      <p class="text-sm text-base-content/75 max-w-prose">{text.factsIntro()}</p>
      <ul class="mt-4 grid gap-3 text-sm">
        <Fact notable={facts.withoutEvidence.length > 0} details={facts.withoutEvidence}>
          {facts.withoutEvidence.length > 0
            ? text.factEvidenceNone({ count: facts.withoutEvidence.length, total: facts.lineCount })
            : text.factEvidenceAll()}
        </Fact>
        <Fact notable={facts.repeatedReasons > 0}>
          {facts.repeatedReasons > 0
            ? text.factReasons({ count: facts.repeatedReasons })
            : text.factReasonsNone()}
        </Fact>
        <Fact notable={facts.allAlike}>{facts.allAlike ? text.factAlike() : text.factVaried()}</Fact>
        <Fact notable={!recency || recency.late * 2 > recency.all}>
          {recency
            ? text.factRecency({
                percent: Math.round((recency.late / recency.all) * 100),
                late: recency.late,
                all: recency.all,
                date: formatDate(recency.from),
              })
            : text.factNoEvidence()}
        </Fact>
        {/* Under a scheme of the agency the two rate on different scales. */}
        {isLocalEvidence(result.evidence) ? null : (
          <Fact
            notable={facts.differences.length > 0}
            details={facts.differences.map(
              (each) =>
                `${each.statement}: ${text.selfVsAppraiser({ self: label(each.self), appraiser: label(each.appraiser) })}`,
            )}
          >
            {facts.differences.length > 0
              ? text.factDifferences({ count: facts.differences.length })
              : text.factSame()}
          </Fact>
        )}
      </ul>
    </Card>
  );
}

function Fact(props: { notable: boolean; details?: readonly string[]; children: string }) {
  const { notable, details = [], children } = props;
  return (
    <li class="flex gap-2.5 items-start">
      <Icon name={notable ? 'info' : 'check'} size={18} class="mt-0.5" />
      <div class="min-w-0">
        <span class={notable ? 'font-medium' : ''}>{children}</span>
        {details.length > 0 ? (
          <ul class="list-disc pl-5 text-base-content/75">
            {details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  );
}
