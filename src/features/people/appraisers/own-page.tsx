import { formatInstant } from '#platform/locale/format.ts';
import { type FieldErrors, ProblemSummary, TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, Facts, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { spanInWords } from '../span.ts';
import { text } from '../text.ts';
import type { Visit } from '../visit.ts';
import { AssignmentList, isInForce } from './assignment-list.tsx';
import type { Flag } from './flags.ts';
import type { AssignmentRow } from './queries.ts';

/** Who appraises me, since when, on whose decision; and a way to say that it is wrong. */
export function OwnAppraiserPage(props: {
  visit: Visit;
  history: readonly AssignmentRow[];
  flags: readonly Flag[];
  errors: FieldErrors;
  note: string;
}) {
  const { visit, history, flags, errors, note } = props;
  const now = history.find((each) => isInForce(each, visit.today));
  const open = flags.find((flag) => flag.resolvedAt === null);
  return (
    <Layout chrome={visit.chrome} title={text.ownTitle()} current="mine" width="narrow">
      <PageHeading title={text.ownTitle()} />
      <Card>
        {now ? (
          <Facts
            facts={[
              [text.appraiser(), <span class="font-semibold text-base">{now.appraiserName}</span>],
              [text.superior(), now.superiorName ?? text.none()],
              [text.inForce(), spanInWords(now.validFrom, now.validUntil)],
              [
                text.basis(),
                now.source === 'officer' ? (now.reason ?? text.byOfficer()) : text.fromHierarchy(),
              ],
            ]}
          />
        ) : (
          <p>{text.ownNone()}</p>
        )}
      </Card>
      <Card title={text.flagTitle()} id="flag">
        {open ? (
          <Notice tone="info" title={text.flagOpen()}>
            <p class="whitespace-pre-line">{open.note}</p>
            <p class="text-sm">{formatInstant(open.raisedAt, visit.agency.zone)}</p>
          </Notice>
        ) : (
          <form
            method="post"
            action={visit.path('/appraiser/flags')}
            class="grid gap-4"
            data-controller="once"
          >
            <p class="text-base-content/85">{text.flagIntro()}</p>
            <ProblemSummary errors={errors} />
            <TextArea
              name="note"
              label={text.flagNote()}
              required
              value={note}
              error={errors.note}
              maxLength={2000}
            />
            <div>
              <SubmitButton icon="flag">{text.flagSend()}</SubmitButton>
            </div>
          </form>
        )}
        <p class="mt-5 pt-5 border-t border-base-300 text-sm">
          {text.conflictsOwn()}{' '}
          <a class="link" href={visit.path('/conflicts/mine')}>
            {text.conflictsDeclare()}
          </a>
        </p>
        <AnsweredFlags visit={visit} flags={flags.filter((flag) => flag.resolvedAt !== null)} />
      </Card>
      {history.length > 0 ? (
        <Card title={text.history()}>
          <AssignmentList assignments={history} today={visit.today} />
        </Card>
      ) : null}
    </Layout>
  );
}

function AnsweredFlags({ visit, flags }: { visit: Visit; flags: readonly Flag[] }) {
  if (flags.length === 0) return null;
  return (
    <ul class="grid gap-4 mt-5 pt-5 border-t border-base-300">
      {flags.map((flag) => (
        <li key={flag.id} class="grid gap-1 text-sm">
          <p class="whitespace-pre-line">{flag.note}</p>
          <p>
            <Badge tone="success">{text.answered()}</Badge>{' '}
            <span class="text-base-content/75">
              {flag.resolvedAt ? formatInstant(flag.resolvedAt, visit.agency.zone) : ''}
            </span>
          </p>
          <p class="font-medium whitespace-pre-line">{flag.resolution}</p>
        </li>
      ))}
    </ul>
  );
}
