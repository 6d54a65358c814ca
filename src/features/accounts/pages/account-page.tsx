import { formatInstant } from '#platform/locale/format.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, TextField } from '#ui/form.tsx';
import { type Chrome, Layout } from '#ui/layout.tsx';
import { Badge, Card, Facts, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Membership } from '../memberships.ts';
import type { OpenSession } from '../sessions.ts';
import { text } from '../text.ts';
import { NewPasswordFields } from './new-password-fields.tsx';

export interface AccountView {
  readonly chrome: Chrome;
  readonly name: string;
  readonly maskedNip: string;
  readonly email: string | null;
  readonly memberships: readonly Membership[];
  readonly sessions: readonly OpenSession[];
  readonly thisSessionId: string;
  readonly hasSecondFactor: boolean;
  /** Zone in which times are shown: the agency's. */
  readonly zone: string;
  readonly errors: FieldErrors;
}

export function AccountPage(view: AccountView) {
  return (
    <Layout chrome={view.chrome} title={text.accountTitle()} width="narrow">
      <PageHeading title={text.accountTitle()} above={view.name} />
      <Card title={text.accountFacts()}>
        <Facts
          facts={[
            [text.nip(), view.maskedNip],
            [text.email(), view.email ?? text.accountNoEmail()],
            [text.accountAgencies(), <Agencies key="agencies" memberships={view.memberships} />],
          ]}
        />
      </Card>
      <SecondFactorCard isOn={view.hasSecondFactor} />
      <PasswordCard errors={view.errors} />
      <SessionsCard view={view} />
    </Layout>
  );
}

function Agencies({ memberships }: { memberships: readonly Membership[] }) {
  return (
    <ul class="grid gap-1">
      {memberships.map((each) => (
        <li key={each.code}>
          <a class="link" href={`/a/${each.code}`}>
            {each.name}
          </a>
        </li>
      ))}
    </ul>
  );
}

function SecondFactorCard({ isOn }: { isOn: boolean }) {
  return (
    <Card
      title={text.secondFactor()}
      aside={<Badge tone={isOn ? 'success' : 'neutral'}>{isOn ? text.secondOn() : text.secondOff()}</Badge>}
    >
      <p class="max-w-prose text-sm mb-4">{text.secondWhy()}</p>
      <a class="btn btn-outline btn-sm" href="/account/second-factor">
        {isOn ? `${text.secondEnd()} · ${text.backupRenew()}` : text.secondBegin()}
      </a>
    </Card>
  );
}

function PasswordCard({ errors }: { errors: FieldErrors }) {
  return (
    <Card title={text.changePassword()} id="change-password">
      <form method="post" action="/account/password" class="grid gap-5" data-controller="once">
        <TextField
          name="present"
          type="password"
          label={text.presentPassword()}
          error={errors.present}
          autocomplete="current-password"
          maxLength={128}
          required
        />
        <NewPasswordFields errors={errors} />
        <p class="text-sm text-base-content/75">{text.changePasswordHint()}</p>
        <div>
          <SubmitButton look="outline">{text.changePassword()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function SessionsCard({ view }: { view: AccountView }) {
  const columns: readonly Column<OpenSession>[] = [
    {
      key: 'device',
      heading: text.sessionDevice(),
      isTitle: true,
      cell: (row) => (
        <span class="flex flex-wrap gap-x-2 gap-y-1 items-center">
          {row.device}
          {row.id === view.thisSessionId ? <Badge tone="info">{text.sessionThis()}</Badge> : null}
        </span>
      ),
    },
    { key: 'since', heading: text.sessionSince(), cell: (row) => formatInstant(row.since, view.zone) },
    { key: 'seen', heading: text.sessionSeen(), cell: (row) => formatInstant(row.seen, view.zone) },
    { key: 'address', heading: text.sessionFrom(), cell: (row) => row.address ?? '–' },
    {
      key: 'act',
      heading: text.sessionAct(),
      cell: (row) => (row.id === view.thisSessionId ? '–' : <EndSession session={row} />),
    },
  ];
  return (
    <Card title={text.sessionsTitle()} padded={false}>
      <DataTable
        caption={text.sessionsTitle()}
        columns={columns}
        rows={view.sessions}
        rowKey={(row) => row.id}
      />
      {view.sessions.length > 1 ? (
        <form method="post" action="/account/session-endings" class="p-5 border-t border-base-300">
          <SubmitButton look="outline" small name="session" value="others">
            {text.sessionEndOthers()}
          </SubmitButton>
        </form>
      ) : null}
    </Card>
  );
}

function EndSession({ session }: { session: OpenSession }) {
  return (
    <form method="post" action="/account/session-endings">
      <button
        type="submit"
        class="btn btn-sm btn-outline"
        name="session"
        value={session.id}
        aria-label={text.sessionEndNamed({ device: session.device })}
      >
        {text.sessionEnd()}
      </button>
    </form>
  );
}
