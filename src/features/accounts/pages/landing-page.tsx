import { Icon, type IconName } from '#ui/icon.tsx';
import { type Chrome, Layout } from '#ui/layout.tsx';
import { Card, EmptyState, PageHeading } from '#ui/parts.tsx';
import type { Membership } from '../memberships.ts';
import { text } from '../text.ts';

function Door(props: { href: string; icon: IconName; title: string; body: string }) {
  return (
    <li>
      <a
        class="flex gap-4 p-5 bg-base-100 border border-base-300 rounded-box hover:border-primary focus-visible:border-primary"
        href={props.href}
      >
        <Icon name={props.icon} size={22} class="text-primary mt-0.5" />
        <span class="grid gap-1 min-w-0">
          <span class="font-semibold">{props.title}</span>
          <span class="text-sm text-base-content/75">{props.body}</span>
        </span>
        <Icon name="arrowRight" class="ml-auto self-center text-base-content/75" />
      </a>
    </li>
  );
}

export function LandingPage({ chrome }: { chrome: Chrome }) {
  return (
    <Layout chrome={chrome} title={text.landingTitle()} width="narrow">
      <div class="grid gap-8 md:py-6">
        <PageHeading title={text.landingTitle()} intro={text.landingIntro()} />
        <ul class="grid gap-3">
          <Door href="/sign-in" icon="key" title={text.signIn()} body={text.landingSignInBody()} />
          <Door
            href="/invitations"
            icon="mail"
            title={text.enterCodeTitle()}
            body={text.landingInvitationBody()}
          />
          <Door href="/rules" icon="calculator" title={text.landingRules()} body={text.landingRulesBody()} />
        </ul>
      </div>
    </Layout>
  );
}

export function AgenciesPage(props: { chrome: Chrome; memberships: readonly Membership[] }) {
  const { chrome, memberships } = props;
  if (memberships.length === 0) {
    return (
      <Layout chrome={chrome} title={text.noAgency()} width="narrow">
        <PageHeading title={text.noAgency()} />
        <Card>
          <EmptyState icon="user" title={text.noAgency()}>
            {text.noAgencyBody()}
          </EmptyState>
        </Card>
      </Layout>
    );
  }
  return (
    <Layout chrome={chrome} title={text.chooseAgency()} width="narrow">
      <PageHeading title={text.chooseAgency()} intro={text.chooseAgencyIntro()} />
      <ul class="grid gap-3">
        {memberships.map((each) => (
          <Door key={each.code} href={`/a/${each.code}`} icon="home" title={each.name} body={each.code} />
        ))}
      </ul>
    </Layout>
  );
}
