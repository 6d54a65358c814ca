/** What I am asked: about whom, in which voice, until when, and how long it takes. */
import { formatDate } from '#platform/locale/format.ts';
import { type Chrome, Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, PageHeading } from '#ui/parts.tsx';
import type { AskedRequest, Standing } from '../asked.ts';
import { minutesFor } from '../questions.ts';
import { text } from '../text.ts';

export interface AskedLine {
  readonly asked: AskedRequest;
  readonly standing: Standing;
  readonly questions: number;
  readonly href: string;
}

export function ListPage({ chrome, lines }: { chrome: Chrome; lines: readonly AskedLine[] }) {
  const open = lines.filter(({ standing }) => standing === 'open');
  const done = lines.filter(({ standing }) => standing !== 'open');
  return (
    <Layout chrome={chrome} title={text.listTitle()} current="voices">
      <PageHeading title={text.listTitle()} intro={text.listIntro()} />
      <Card title={text.openTitle()} padded={false}>
        {open.length === 0 ? (
          <EmptyState icon="message" title={text.nothingTitle()}>
            {text.nothingBody()}
          </EmptyState>
        ) : (
          <ul class="divide-y divide-base-300 border-t border-base-300">
            {open.map((line) => (
              <OpenLine key={line.asked.id} line={line} />
            ))}
          </ul>
        )}
      </Card>
      {done.length > 0 ? (
        <Card title={text.doneTitle()} padded={false}>
          <ul class="divide-y divide-base-300 border-t border-base-300">
            {done.map((line) => (
              <DoneLine key={line.asked.id} line={line} />
            ))}
          </ul>
        </Card>
      ) : null}
    </Layout>
  );
}

function OpenLine({ line: { asked, questions, href } }: { line: AskedLine }) {
  const act = asked.isBegun ? text.goOn() : text.begin();
  return (
    <li class="px-5 py-4 flex flex-wrap items-center gap-x-6 gap-y-3">
      <div class="min-w-0 grow basis-64">
        <p class="font-medium">{asked.person.name}</p>
        <p class="text-sm text-base-content/75">
          {asked.position} · {asked.unitName}
        </p>
        <p class="text-sm mt-1">
          {text.asVoice({ voice: text[asked.voice]() })} ·{' '}
          {asked.isAnonymous ? text.anonymous() : text.named()}
        </p>
        <p class="text-sm num">
          {text.extent({ count: questions, minutes: minutesFor(questions) })} ·{' '}
          {text.until({ date: formatDate(asked.round.closesOn) })}
        </p>
      </div>
      <div class="flex items-center gap-3">
        {asked.isBegun ? <Badge tone="info">{text.begun()}</Badge> : null}
        <a
          class="btn btn-primary min-h-11"
          href={href}
          aria-label={text.beginFor({ act, person: asked.person.name })}
        >
          {act}
        </a>
      </div>
    </li>
  );
}

const DONE = { answered: text.sent, declined: text.declinedBadge, over: text.overBadge } as const;

function DoneLine({ line: { asked, standing } }: { line: AskedLine }) {
  const words = standing === 'answered' || standing === 'declined' ? DONE[standing] : DONE.over;
  return (
    <li class="px-5 py-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
      <div class="min-w-0">
        <p class="font-medium">{asked.person.name}</p>
        <p class="text-sm text-base-content/75">
          {asked.period.name} · {text.asVoice({ voice: text[asked.voice]() })}
        </p>
      </div>
      <Badge tone={standing === 'answered' ? 'success' : 'neutral'}>{words()}</Badge>
    </li>
  );
}
