/** Pages on which nothing is left to fill in: thanks, over, withdrawn, declined, a link that is not valid. */
import { formatDate } from '#platform/locale/format.ts';
import { Icon, type IconName } from '#ui/icon.tsx';
import { type Chrome, Layout } from '#ui/layout.tsx';
import { Card, LinkButton } from '#ui/parts.tsx';
import type { AskedRequest, Standing } from '../asked.ts';
import { text } from '../text-review.ts';

function EndPage(props: {
  chrome: Chrome;
  icon: IconName;
  title: string;
  paragraphs: readonly string[];
  next?: { readonly href: string; readonly label: string } | undefined;
}) {
  const { chrome, icon, title, paragraphs, next } = props;
  return (
    <Layout chrome={chrome} title={title} current="voices" width="narrow">
      <Card>
        <div class="grid justify-items-center gap-3 py-8 text-center">
          <Icon name={icon} size={40} class="text-primary" />
          <h1 class="text-xl font-semibold text-balance">{title}</h1>
          {paragraphs.map((words) => (
            <p key={words} class="max-w-prose">
              {words}
            </p>
          ))}
          {next ? (
            <div class="mt-2">
              <LinkButton look="primary" href={next.href}>
                {next.label}
              </LinkButton>
            </div>
          ) : null}
        </div>
      </Card>
    </Layout>
  );
}

/** What became of a request, for the rater who was asked. */
export function StandingPage(props: {
  chrome: Chrome;
  asked: AskedRequest;
  standing: Exclude<Standing, 'open'>;
  /** The list, or the next form that waits. */
  next: { readonly href: string; readonly label: string };
}) {
  const { chrome, asked, standing, next } = props;
  switch (standing) {
    case 'answered':
      return (
        <EndPage
          chrome={chrome}
          icon="checkCircle"
          title={text.thanksTitle()}
          paragraphs={[
            asked.isAnonymous ? text.thanksBody() : text.thanksNamed(),
            ...(asked.round.state === 'asking'
              ? [text.thanksReleased({ date: formatDate(asked.round.closesOn) })]
              : []),
          ]}
          next={next}
        />
      );
    case 'declined':
      return (
        <EndPage
          chrome={chrome}
          icon="check"
          title={text.declinedTitle()}
          paragraphs={[text.declinedBody()]}
          next={next}
        />
      );
    case 'withdrawn':
      return (
        <EndPage
          chrome={chrome}
          icon="info"
          title={text.withdrawnTitle()}
          paragraphs={[text.withdrawnBody()]}
          next={next}
        />
      );
    case 'over':
      return (
        <EndPage
          chrome={chrome}
          icon="clock"
          title={text.overTitle()}
          paragraphs={[text.overBody()]}
          next={next}
        />
      );
  }
}

/** The same for every link that opens nothing, whatever the reason. */
export function GonePage({ chrome }: { chrome: Chrome }) {
  return <EndPage chrome={chrome} icon="link" title={text.goneTitle()} paragraphs={[text.goneBody()]} />;
}

export function TooManyPage({ chrome }: { chrome: Chrome }) {
  return (
    <EndPage chrome={chrome} icon="clock" title={text.tooManyTitle()} paragraphs={[text.tooManyBody()]} />
  );
}

/** A guest after sending: the link opens nothing any more, so this page knows nothing of the form. */
export function GuestThanksPage({ chrome }: { chrome: Chrome }) {
  return (
    <EndPage
      chrome={chrome}
      icon="checkCircle"
      title={text.thanksTitle()}
      paragraphs={[text.thanksBody(), text.thanksClose()]}
    />
  );
}

export function GuestDeclinedPage({ chrome }: { chrome: Chrome }) {
  return (
    <EndPage
      chrome={chrome}
      icon="check"
      title={text.guestDeclined()}
      paragraphs={[text.declinedBody(), text.thanksClose()]}
    />
  );
}
