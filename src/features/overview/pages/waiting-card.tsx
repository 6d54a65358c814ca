/** Who waits for a superior: the most urgent few with their act, the rest on the page of the team. */
import type { Visit } from '#features/people/index.ts';
import { Card, LinkButton } from '#ui/parts.tsx';
import type { HomeView, WaitingItem } from '../home.ts';
import { teamTaskWords } from '../task-text.ts';
import { text } from '../text.ts';
import { Due } from './own-card.tsx';

export function WaitingCard({ visit, view }: { visit: Visit; view: HomeView }) {
  const { waiting, waitingTotal } = view;
  return (
    <Card
      title={text.waiting()}
      aside={
        <a class="link" href={visit.path('/team')}>
          {text.showTeam()}
        </a>
      }
      padded={false}
    >
      {waiting.length === 0 ? (
        <p class="px-5 pb-5 pt-2 text-base-content/75">{text.nobodyWaits()}</p>
      ) : (
        <ul class="divide-y divide-base-300 mt-2">
          {waiting.map((item) => (
            <Waiting key={`${item.facts.participantId} ${item.task.kind}`} visit={visit} item={item} />
          ))}
          {waitingTotal > waiting.length ? (
            <li class="px-5 py-3">
              <a class="link" href={visit.path('/team?waiting=yes')}>
                {text.andMore({ count: waitingTotal - waiting.length })}
              </a>
            </li>
          ) : null}
        </ul>
      )}
    </Card>
  );
}

function Waiting({ visit, item }: { visit: Visit; item: WaitingItem }) {
  const { facts, task, person } = item;
  const words = teamTaskWords(task);
  return (
    <li class="px-5 py-3.5 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div class="min-w-0 basis-56 grow">
        <p class="font-medium">{person?.name}</p>
        <p class="text-sm text-base-content/75">{words.title}</p>
      </div>
      <div class="flex items-center gap-3 max-sm:w-full max-sm:justify-between">
        {task.dueOn ? <Due dueOn={task.dueOn} today={visit.today} /> : <span />}
        <LinkButton small href={visit.path(`/appraisals/${facts.participantId}/${task.page}`)}>
          {words.act}
          <span class="sr-only"> {person?.name}</span>
        </LinkButton>
      </div>
    </li>
  );
}
