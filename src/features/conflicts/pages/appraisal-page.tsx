import type { Scheme } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame, type ParticipationView } from '#features/periods/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Card, EmptyState, LinkButton } from '#ui/parts.tsx';
import type { Conflict } from '../between.ts';
import type { ConflictCase } from '../cases/queries.ts';
import { ConflictFacts } from '../facts.tsx';
import { kindLabel, settlementLabel } from '../words.ts';
import { text } from './text.ts';

/** What stands between an employee and the appraiser, as both read it, with what was decided. */
export function AppraisalPage(props: {
  visit: Visit;
  view: ParticipationView;
  scheme: Scheme;
  conflicts: readonly Conflict[];
  cases: readonly ConflictCase[];
}) {
  const { visit, view, scheme, conflicts, cases } = props;
  const { relations } = view;
  const mayDeclare = ['employee', 'appraiser', 'superior'].some((each) => relations.has(each as 'employee'));
  return (
    <AppraisalFrame visit={visit} view={view} current="evaluation" title={text.title()} width="narrow">
      {conflicts.length > 0 ? (
        <ConflictFacts scheme={scheme} conflicts={conflicts} />
      ) : (
        <Card>
          <EmptyState icon="checkCircle" title={text.noneAppraisal()}>
            {text.noneAppraisalHint()}
          </EmptyState>
        </Card>
      )}
      {cases.length > 0 ? (
        <Card title={text.decisions()}>
          <ul class="grid gap-3">
            {cases.map((each) => (
              <li key={each.id}>
                <p class="font-medium">{inLocale(kindLabel(each.kind))}</p>
                {each.settlement ? (
                  <>
                    <p>
                      {inLocale(settlementLabel(each.settlement))}
                      {each.substituteName ? `: ${each.substituteName}` : ''}
                    </p>
                    <p class="text-base-content/75 whitespace-pre-line">{each.reason}</p>
                  </>
                ) : (
                  <p>
                    {relations.has('officer') ? (
                      <a class="link" href={visit.path(`/conflict-cases/${each.id}`)}>
                        {text.waiting()}
                      </a>
                    ) : (
                      text.waiting()
                    )}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {mayDeclare ? (
        <div>
          <LinkButton href={visit.path('/conflicts/mine#declare')} icon="plus">
            {text.declareOwn()}
          </LinkButton>
        </div>
      ) : null}
    </AppraisalFrame>
  );
}
