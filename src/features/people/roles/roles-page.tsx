import { civilDateIn, formatDate } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, ProblemSummary, RadioGroup, SelectField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { ROLES, roleLabel } from '../labels.ts';
import { PeopleTabs } from '../pages/people-tabs.tsx';
import { SearchChoice } from '../pages/search-choice.tsx';
import type { Found } from '../search.ts';
import { text } from '../text.ts';
import type { Visit } from '../visit.ts';
import type { GrantRow } from './queries.ts';

interface RolesProps {
  readonly visit: Visit;
  readonly grants: readonly GrantRow[];
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: FieldErrors;
  readonly people: readonly Found[];
  readonly units: readonly Found[];
}

export function RolesPage(props: RolesProps) {
  const { visit } = props;
  return (
    <Layout chrome={visit.chrome} title={text.rolesTitle()} current="people" width="wide">
      <PageHeading title={text.rolesTitle()} intro={text.rolesIntro()} />
      <PeopleTabs visit={visit} current="roles" />
      <div class="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start">
        <Card title={text.rolesHeld()} padded={false}>
          <Grants {...props} />
        </Card>
        <Card title={text.grantRole()} id="grant">
          <GrantForm {...props} />
        </Card>
      </div>
    </Layout>
  );
}

function Grants({ visit, grants }: RolesProps) {
  return (
    <DataTable
      caption={text.rolesHeld()}
      rows={grants}
      rowKey={(grant) => grant.id}
      columns={[
        {
          key: 'person',
          heading: text.person(),
          isTitle: true,
          cell: (grant) => (
            <>
              <a class="link link-hover" href={visit.path(`/people/${grant.personId}`)}>
                {grant.personName}
              </a>
              {grant.hasAccount ? null : (
                <span class="block text-sm font-normal text-base-content/75">{text.statusNoAccount()}</span>
              )}
            </>
          ),
        },
        {
          key: 'role',
          heading: text.role(),
          isWide: true,
          cell: (grant) => (
            <>
              <Badge tone="info">{roleLabel(grant.role)}</Badge>
              <span class="block text-sm mt-1">{grant.unitName ?? text.wholeAgency()}</span>
            </>
          ),
        },
        {
          key: 'granted',
          heading: text.grantedOn(),
          cell: (grant) => (
            <>
              {formatDate(civilDateIn(visit.agency.zone, grant.grantedAt), 'short')}
              {grant.grantedBy ? (
                <span class="block text-sm text-base-content/75">{grant.grantedBy}</span>
              ) : null}
            </>
          ),
        },
        {
          key: 'act',
          heading: text.act(),
          cell: (grant) => (
            <form
              method="post"
              action={visit.path(`/roles/${grant.id}/revocation`)}
              data-controller="once"
              data-turbo-confirm={text.revokeConfirm({
                role: roleLabel(grant.role),
                name: grant.personName,
              })}
            >
              <button
                class="btn btn-sm btn-outline"
                type="submit"
                aria-label={text.revokeRoleOf({ role: roleLabel(grant.role), name: grant.personName })}
              >
                {text.revokeRole()}
              </button>
            </form>
          ),
        },
      ]}
    />
  );
}

function GrantForm({ visit, typed, errors, people, units }: RolesProps) {
  const here = visit.path('/roles');
  return (
    <turbo-frame id="grant-form" target="_top">
      <form method="post" action={here} class="grid gap-5" data-turbo-frame="_top" data-controller="once">
        <ProblemSummary errors={errors} />
        <input type="hidden" name="id" value={typed.id} />
        <SearchChoice
          name="personId"
          label={text.person()}
          query={typed.personIdQuery ?? ''}
          chosen={typed.personId ?? ''}
          answers={people}
          error={errors.personId}
          action={here}
          frame="grant-form"
        />
        <SelectField
          name="role"
          label={text.role()}
          required
          value={typed.role ?? 'officer'}
          error={errors.role}
          options={ROLES.map((role) => ({ value: role, label: roleLabel(role) }))}
        />
        <RadioGroup
          name="scope"
          label={text.scope()}
          required
          value={typed.scope ?? 'agency'}
          error={errors.scope}
          choices={[
            { value: 'agency', label: text.wholeAgency() },
            { value: 'unit', label: text.oneUnit(), hint: text.oneUnitHint() },
          ]}
        />
        <SearchChoice
          name="unitId"
          placeholder={text.unitName()}
          label={text.unit()}
          query={typed.unitIdQuery ?? ''}
          chosen={typed.unitId ?? ''}
          answers={units}
          error={errors.unitId}
          action={here}
          frame="grant-form"
        />
        <div>
          <SubmitButton icon="check">{text.grantRole()}</SubmitButton>
        </div>
      </form>
    </turbo-frame>
  );
}
