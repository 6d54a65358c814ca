import { type FieldErrors, TextField } from '#ui/form.tsx';
import { type Chrome, Layout } from '#ui/layout.tsx';
import { Badge, Card, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { QrCode } from '../qr.tsx';
import type { SecondFactorSetup } from '../second-factor.ts';
import { text } from '../text.ts';

interface PageProps {
  readonly chrome: Chrome;
  readonly errors: FieldErrors;
}

function PasswordForm(props: {
  action: string;
  label: string;
  hint?: string;
  field: string;
  error: string | undefined;
  button: string;
  look: 'primary' | 'outline' | 'error';
  /** The answer is a page shown once, not an address to go to. */
  isShownOnce?: boolean;
}) {
  return (
    <form
      method="post"
      action={props.action}
      class="grid gap-4"
      data-controller="once"
      data-turbo={props.isShownOnce ? 'false' : undefined}
    >
      <TextField
        name={props.field}
        type="password"
        label={props.label}
        hint={props.hint}
        error={props.error}
        autocomplete="current-password"
        maxLength={128}
        required
      />
      <div>
        <SubmitButton look={props.look}>{props.button}</SubmitButton>
      </div>
    </form>
  );
}

const BackToAccount = () => (
  <p class="text-sm">
    <a class="link py-1" href="/account">
      {text.backToAccount()}
    </a>
  </p>
);

/** Not yet on: what it is for, and the password before it begins. */
export function BeginPage({ chrome, errors }: PageProps) {
  return (
    <Layout chrome={chrome} title={text.secondFactor()} width="narrow">
      <PageHeading title={text.secondFactor()} intro={text.secondWhy()} />
      <Card>
        <PasswordForm
          action="/account/second-factor"
          field="password"
          label={text.presentPassword()}
          error={errors.password}
          button={text.secondBegin()}
          look="primary"
        />
      </Card>
      <BackToAccount />
    </Layout>
  );
}

export function SetupPage({ chrome, errors, setup }: PageProps & { setup: SecondFactorSetup }) {
  return (
    <Layout chrome={chrome} title={text.setupTitle()} width="narrow">
      <PageHeading title={text.setupTitle()} above={text.secondFactor()} />
      <Card>
        <div class="grid gap-6">
          <p class="max-w-prose">{text.setupScan()}</p>
          <QrCode content={setup.uri} label={text.setupQr()} class="w-full max-w-56 h-auto" />
          <div>
            <p class="text-sm">{text.setupByHand()}</p>
            <p class="font-mono mt-1 break-all select-all">{setup.key.match(/.{1,4}/g)?.join(' ')}</p>
          </div>
          <form
            method="post"
            action="/account/second-factor/confirmation"
            class="grid gap-4"
            data-controller="once"
            data-turbo="false"
          >
            <TextField
              name="code"
              label={text.setupConfirm()}
              error={errors.code}
              inputMode="numeric"
              autocomplete="one-time-code"
              maxLength={10}
              required
            />
            <div>
              <SubmitButton icon="shield">{text.setupButton()}</SubmitButton>
            </div>
          </form>
        </div>
      </Card>
      <BackToAccount />
    </Layout>
  );
}

export function BackupCodesPage({ chrome, codes }: { chrome: Chrome; codes: readonly string[] }) {
  return (
    <Layout chrome={chrome} title={text.backupTitle()} width="narrow">
      <PageHeading title={text.backupTitle()} intro={text.backupIntro()} />
      <Card title={text.backupList()}>
        <ul class="grid sm:grid-cols-2 gap-x-8 gap-y-2 font-mono text-lg">
          {codes.map((code) => (
            <li key={code} class="select-all">
              {code}
            </li>
          ))}
        </ul>
      </Card>
      <div class="print:hidden">
        <LinkButton href="/account" look="primary" icon="check">
          {text.backupKept()}
        </LinkButton>
      </div>
    </Layout>
  );
}

/** On: new backup codes, or turning it off. */
export function ManagePage({ chrome, errors }: PageProps) {
  return (
    <Layout chrome={chrome} title={text.secondFactor()} width="narrow">
      <PageHeading
        title={text.secondFactor()}
        acts={<Badge tone="success">{text.secondOn()}</Badge>}
        intro={text.secondWhy()}
      />
      <Card title={text.backupRenew()}>
        <PasswordForm
          action="/account/second-factor/backup-codes"
          field="renewPassword"
          label={text.presentPassword()}
          hint={text.backupRenewHint()}
          error={errors.renewPassword}
          button={text.backupRenew()}
          look="outline"
          isShownOnce
        />
      </Card>
      <Card title={text.secondEnd()}>
        <PasswordForm
          action="/account/second-factor/removal"
          field="endPassword"
          label={text.presentPassword()}
          hint={text.secondEndHint()}
          error={errors.endPassword}
          button={text.secondEnd()}
          look="error"
        />
      </Card>
      <BackToAccount />
    </Layout>
  );
}
