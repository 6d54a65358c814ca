/** Who asks, about whom, why this rater, for what, how long, and what is promised. */
import { askingRules } from '#domain/schemes/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { Layout } from '#ui/layout.tsx';
import { Card, Facts, LinkButton, Notice, PageHeading } from '#ui/parts.tsx';
import { answeredCount, type FormView, nextQuestion } from '../load.ts';
import { minutesFor } from '../questions.ts';
import { text } from '../text.ts';
import { Promises, WhatFor } from './parts.tsx';

/** How this rater came to be asked; how long two people must have worked together is said where that was looked at. */
function why({ seat, asked, scheme }: FormView): string {
  if (!seat.actor) return text['why-guest']();
  switch (asked.source) {
    case 'proposal':
      return text['why-proposal']({ months: askingRules(scheme).contactMonths });
    case 'employee':
      return text['why-employee']();
    case 'appraiser':
      return text['why-appraiser']();
    default:
      return text['why-officer']();
  }
}

export function StartPage({ view }: { view: FormView }) {
  const { seat, asked, questions } = view;
  const count = questions.length;
  const title = text.startTitle({ person: asked.person.name });
  return (
    <Layout chrome={seat.chrome} title={title} current="voices" width="narrow">
      <PageHeading
        title={title}
        above={text.asks({ agency: seat.agencyName })}
        intro={text.asVoice({ voice: text[asked.voice]() })}
      />
      {count === 0 ? (
        <Notice tone="warning">{text.notAsked()}</Notice>
      ) : (
        <div class="grid gap-2">
          <LinkButton look="primary" href={`${seat.base}?q=${nextQuestion(view)}`} icon="arrowRight">
            {answeredCount(view) > 0 ? text.goOn() : text.begin()}
          </LinkButton>
          <p class="text-sm text-center">
            <a class="link inline-block py-2" href={`${seat.base}?all=1`}>
              {text.allAtOnce()}
            </a>
          </p>
        </div>
      )}
      <Card>
        <Facts
          facts={[
            [text.post(), asked.position],
            [text.unit(), asked.unitName],
            [text.period(), asked.period.name],
            [text.about(), text.extent({ count, minutes: minutesFor(count) })],
            [text.lastDay(), formatDate(asked.round.closesOn)],
            [text.why(), why(view)],
            [text.whatFor(), <WhatFor key="for" view={view} />],
          ]}
        />
        <p class="mt-4 text-sm">{text.leaveOut()}</p>
      </Card>
      <Promises view={view} />
      <p class="text-sm">
        <a class="link inline-block py-2" href={`${seat.base}/refusal`}>
          {text.notForMe()}
        </a>
      </p>
    </Layout>
  );
}
