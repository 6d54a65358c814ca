import { maskNip } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { type FieldErrors, ProblemSummary, TextField } from '#ui/form.tsx';
import { type Chrome, Layout } from '#ui/layout.tsx';
import { Card, Facts, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { OpenInvitation } from '../invitations/redeem.ts';
import { text } from '../text.ts';
import { NewPasswordFields } from './new-password-fields.tsx';

export interface InvitationView {
  readonly chrome: Chrome;
  readonly action: string;
  readonly invitation: OpenInvitation;
  readonly errors: FieldErrors;
}

export function InvitationPage({ chrome, action, invitation, errors }: InvitationView) {
  const isLink = invitation.kind === 'link';
  const agency = invitation.agencyName;
  const title = isLink ? text.linkTitle() : text.inviteTitle();
  return (
    <Layout chrome={chrome} title={title} width="narrow">
      <PageHeading title={title} intro={isLink ? text.linkIntro({ agency }) : text.inviteIntro({ agency })} />
      <ProblemSummary errors={errors} />
      <Card>
        <div class="grid gap-6">
          <Facts
            facts={[
              [text.inviteName(), <strong key="name">{invitation.name}</strong>],
              [text.nip(), maskNip(invitation.nip)],
              [text.inviteValidUntil(), formatInstant(invitation.expiresAt, invitation.zone)],
            ]}
          />
          {invitation.kind === 'elsewhere' ? (
            <Notice tone="warning">{text.inviteElsewhere()}</Notice>
          ) : (
            <form method="post" action={action} class="grid gap-5" data-controller="once">
              {/* Tells a password manager whose password is being kept. */}
              <input
                type="text"
                name="username"
                value={invitation.nip ?? invitation.email ?? ''}
                autocomplete="username"
                readOnly
                hidden
              />
              {isLink ? (
                <TextField
                  name="password"
                  type="password"
                  label={text.presentPassword()}
                  error={errors.password}
                  autocomplete="current-password"
                  maxLength={128}
                  required
                />
              ) : (
                <NewPasswordFields errors={errors} />
              )}
              <div>
                <SubmitButton icon="check">{isLink ? text.linkButton() : text.inviteButton()}</SubmitButton>
              </div>
            </form>
          )}
          <p class="text-sm text-base-content/75">{text.inviteNotMe()}</p>
        </div>
      </Card>
    </Layout>
  );
}

export function GoneInvitationPage({ chrome }: { chrome: Chrome }) {
  return (
    <Layout chrome={chrome} title={text.inviteGoneTitle()} width="narrow">
      <PageHeading title={text.inviteGoneTitle()} intro={text.inviteGoneBody()} />
      <div class="flex flex-wrap gap-2">
        <LinkButton href="/sign-in" look="primary" icon="key">
          {text.signIn()}
        </LinkButton>
        <LinkButton href="/invitations">{text.enterCode()}</LinkButton>
      </div>
    </Layout>
  );
}

export function EnterCodePage(props: { chrome: Chrome; typed?: string; error?: string }) {
  return (
    <Layout chrome={props.chrome} title={text.enterCodeTitle()} width="narrow">
      <div class="w-full max-w-md mx-auto grid gap-6">
        <PageHeading title={text.enterCodeTitle()} intro={text.landingInvitationBody()} />
        <Card>
          <form method="post" action="/invitations" class="grid gap-5" data-controller="once">
            <TextField
              name="code"
              label={text.enterCode()}
              hint={text.enterCodeHint()}
              value={props.typed}
              error={props.error}
              maxLength={100}
              required
            />
            <SubmitButton wide>{text.continue()}</SubmitButton>
          </form>
        </Card>
      </div>
    </Layout>
  );
}
