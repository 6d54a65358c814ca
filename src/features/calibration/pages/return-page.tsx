import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Return } from '../returns/answer.ts';
import { ReturnWords } from './item-page.tsx';
import { ItemBadge } from './parts.tsx';
import { text as meetingText } from './text.ts';
import { text } from './text-items.ts';

/** What its author reads of a returned appraisal, and the two ways to answer. */
export function ReturnPage(props: {
  visit: Visit;
  returned: Return;
  newPredicate: string | null;
  words?: string;
  error?: string;
}) {
  const { visit, returned, newPredicate, words, error } = props;
  const { item, meeting } = returned;
  const title = text.returnTitle({ name: item.rateeName });
  const result = visit.path(`/appraisals/${item.participantId}/result`);
  return (
    <Layout chrome={visit.chrome} title={title} current="team" width="narrow">
      <PageHeading
        title={title}
        above={
          <a class="link" href={visit.path('/calibration')}>
            {meetingText.title()} · {meeting.periodName}
          </a>
        }
        intro={
          item.state === 'returned' ? (
            <p>{text.returnBody({ date: formatDate(meeting.heldOn) })}</p>
          ) : (
            <ItemBadge state={item.state} />
          )
        }
      />
      <Card title={text.decision()}>
        <ReturnWords item={item} newPredicate={newPredicate} />
      </Card>
      {item.state === 'returned' ? (
        <>
          <Card title={text.stand()}>
            <form
              method="post"
              action={visit.path(`/calibration-returns/${item.id}/answer`)}
              class="grid gap-4"
              data-controller="once"
            >
              <TextArea
                name="words"
                label={text.standWords()}
                hint={text.standHint()}
                required
                rows={3}
                maxLength={2000}
                value={words}
                error={error}
              />
              <div>
                <SubmitButton icon="check">{text.standSend()}</SubmitButton>
              </div>
            </form>
          </Card>
          <Card title={text.change()}>
            <div class="grid gap-4">
              <p>{text.changeBody()}</p>
              {item.kind === 'distribution' ? (
                <Notice tone="warning">{text.changeDistribution()}</Notice>
              ) : null}
              <div>
                <LinkButton href={`${result}#take-back`} icon="rotate">
                  {text.toResult()}
                </LinkButton>
              </div>
            </div>
          </Card>
        </>
      ) : (
        <p>
          {item.state === 'changed' && !item.current ? (
            <LinkButton
              href={visit.path(`/appraisals/${item.participantId}/evaluation`)}
              look="primary"
              icon="arrowRight"
            >
              {text.toRating()}
            </LinkButton>
          ) : (
            <LinkButton href={result} icon="arrowRight">
              {text.toResult()}
            </LinkButton>
          )}
        </p>
      )}
    </Layout>
  );
}
