/** The runs of a draft on the page where it is discussed. */
import { outcomeOf } from '#domain/laboratory/index.ts';
import type { Visit } from '#features/people/index.ts';
import type { Draft } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Card, LinkButton } from '#ui/parts.tsx';
import { mayRunDraft } from '../access.ts';
import { listRuns, type RunLine, requireRun } from '../queries.ts';
import { text } from '../text-result.ts';
import { percent } from '../words.ts';
import { RunBadge } from './list-page.tsx';

const MOST = 5;

export async function runsOfDraft(tx: Tx, visit: Visit, draft: Draft) {
  const found = (await listRuns(tx, visit.actor, { words: '', draftId: draft.id })).slice(0, MOST);
  const runs = [];
  for (const run of found) {
    const wrong =
      run.state === 'done' ? outcomeOf((await requireRun(tx, visit.actor, run.id)).periods).wrong : undefined;
    runs.push({ run, share: wrong?.share });
  }
  const mayRun = mayRunDraft(visit.actor, draft, visit.today) && draft.state === 'discussion';
  return <Runs visit={visit} draft={draft} runs={runs} mayRun={mayRun} />;
}

function Runs(props: {
  visit: Visit;
  draft: Draft;
  runs: readonly { readonly run: RunLine; readonly share: number | undefined }[];
  mayRun: boolean;
}) {
  const { visit, draft, runs, mayRun } = props;
  return (
    <Card title={text.discussionTitle()}>
      <p class="max-w-prose text-sm text-base-content/75">{text.discussionIntro()}</p>
      {runs.length === 0 ? (
        <p class="mt-3">{text.discussionNone()}</p>
      ) : (
        <ul class="grid gap-2 mt-3">
          {runs.map(({ run, share }) => (
            <li key={run.id} class="flex flex-wrap gap-x-3 gap-y-1 items-center">
              <a class="link" href={visit.path(`/laboratory/${run.id}`)}>
                {run.name}
              </a>
              {share === undefined ? (
                <RunBadge state={run.state} />
              ) : (
                <span class="text-sm num">{text.discussionWrong({ share: percent(share) })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <div class="flex flex-wrap gap-2 mt-4">
        {mayRun ? (
          <LinkButton href={visit.path(`/laboratory/new?subject=draft:${draft.id}`)} small icon="calculator">
            {text.discussionRun()}
          </LinkButton>
        ) : null}
        <LinkButton href={visit.path('/laboratory')} small look="ghost">
          {text.discussionAll()}
        </LinkButton>
      </div>
    </Card>
  );
}
