import { Checkbox, TextField } from '#ui/form.tsx';
import { type Chrome, Layout } from '#ui/layout.tsx';
import { Card, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { text } from '../text.ts';

export interface SignInView {
  readonly chrome: Chrome;
  readonly back: string;
  readonly login?: string | undefined;
  readonly remember?: boolean;
  readonly problem?: string | undefined;
}

export function SignInPage({ chrome, back, login, remember = false, problem }: SignInView) {
  return (
    <Layout chrome={chrome} title={text.signInTitle()} width="narrow">
      <div class="w-full max-w-md mx-auto grid gap-6">
        <PageHeading title={text.signInTitle()} />
        {problem ? (
          <Notice tone="error">
            <p>{problem}</p>
          </Notice>
        ) : null}
        <Card>
          <form method="post" action="/sign-in" class="grid gap-5" data-controller="once">
            <input type="hidden" name="back" value={back} />
            <TextField
              name="login"
              label={text.login()}
              hint={text.loginHint()}
              value={login}
              autocomplete="username"
              maxLength={200}
              required
            />
            <TextField
              name="password"
              type="password"
              label={text.password()}
              autocomplete="current-password"
              maxLength={200}
              required
            />
            <Checkbox name="remember" label={text.remember()} hint={text.rememberHint()} checked={remember} />
            <SubmitButton wide icon="key">
              {text.signIn()}
            </SubmitButton>
          </form>
        </Card>
        <p class="flex flex-wrap justify-between gap-x-6 gap-y-2 text-sm">
          <a class="link py-1" href="/sign-in/forgotten">
            {text.forgottenLink()}
          </a>
          <a class="link py-1" href="/invitations">
            {text.invitationLink()}
          </a>
        </p>
      </div>
    </Layout>
  );
}

export function SecondFactorPage(props: { chrome: Chrome; back: string; problem?: string | undefined }) {
  return (
    <Layout chrome={props.chrome} title={text.secondTitle()} width="narrow">
      <div class="w-full max-w-md mx-auto grid gap-6">
        <PageHeading title={text.secondTitle()} intro={text.secondIntro()} />
        <Card>
          <form method="post" action="/sign-in/second-factor" class="grid gap-5" data-controller="once">
            <input type="hidden" name="back" value={props.back} />
            <TextField
              name="code"
              label={text.code()}
              hint={text.codeHint()}
              error={props.problem}
              autocomplete="one-time-code"
              maxLength={20}
              required
            />
            <SubmitButton wide>{text.continue()}</SubmitButton>
          </form>
        </Card>
        <p class="text-sm">
          <a class="link py-1" href="/sign-in">
            {text.backToSignIn()}
          </a>
        </p>
      </div>
    </Layout>
  );
}

export function ForgottenPage(props: {
  chrome: Chrome;
  canMail: boolean;
  isSent?: boolean;
  problem?: string;
}) {
  return (
    <Layout chrome={props.chrome} title={text.forgottenTitle()} width="narrow">
      <div class="w-full max-w-md mx-auto grid gap-6">
        <PageHeading
          title={text.forgottenTitle()}
          intro={props.canMail && !props.isSent ? text.forgottenIntro() : undefined}
        />
        {props.problem ? <Notice tone="error">{props.problem}</Notice> : null}
        {props.isSent ? <Notice tone="success">{text.forgottenDone()}</Notice> : null}
        {props.canMail ? null : <Notice>{text.forgottenNoMail()}</Notice>}
        {props.canMail && !props.isSent ? (
          <Card>
            <form method="post" action="/sign-in/forgotten" class="grid gap-5" data-controller="once">
              <TextField name="login" label={text.login()} autocomplete="username" maxLength={200} required />
              <SubmitButton wide icon="mail">
                {text.forgottenSend()}
              </SubmitButton>
            </form>
          </Card>
        ) : null}
        <p class="text-sm">
          <a class="link py-1" href="/sign-in">
            {text.backToSignIn()}
          </a>
        </p>
      </div>
    </Layout>
  );
}
