import { type Found, SearchChoice, type Visit } from '#features/people/index.ts';
import { Checkbox, type FieldErrors, ProblemSummary, RadioGroup, SelectField, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, Facts, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { teamText as text } from '../text-teams.ts';
import { Member } from './member-line.tsx';
import { teamSpan } from './pages.tsx';
import type { Membership, Team } from './queries.ts';

export interface TeamForm {
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: FieldErrors;
}

export interface UnitChoice {
  readonly id: string;
  readonly name: string;
}

export function NewTeamPage(props: { visit: Visit; units: readonly UnitChoice[]; form: TeamForm }) {
  const { visit, units, form } = props;
  return (
    <Layout chrome={visit.chrome} title={text.add()} current="people" width="narrow">
      <PageHeading
        title={text.add()}
        above={
          <a class="link" href={visit.path('/teams')}>
            {text.title()}
          </a>
        }
      />
      <Card>
        <TeamFields action={visit.path('/teams')} units={units} form={form} />
      </Card>
    </Layout>
  );
}

function TeamFields(props: { action: string; units: readonly UnitChoice[]; form: TeamForm }) {
  const { typed, errors } = props.form;
  return (
    <form method="post" action={props.action} class="grid gap-4 max-w-xl" data-controller="once">
      <ProblemSummary errors={errors} />
      <input type="hidden" name="id" value={typed.id} />
      <TextField
        name="name"
        label={text.name()}
        required
        maxLength={160}
        value={typed.name}
        error={errors.name}
      />
      <SelectField
        name="unitId"
        label={text.unit()}
        required
        empty=""
        value={typed.unitId}
        error={errors.unitId}
        options={props.units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      <Checkbox name="isAcross" label={text.across()} checked={typed.isAcross === 'yes'} />
      <TextField
        name="decree"
        label={text.decree()}
        hint={text.decreeHint()}
        required
        maxLength={160}
        value={typed.decree}
        error={errors.decree}
      />
      <div class="grid sm:grid-cols-2 gap-4">
        <TextField
          name="startsOn"
          type="date"
          label={text.startsOn()}
          required
          value={typed.startsOn}
          error={errors.startsOn}
        />
        <TextField
          name="lastDay"
          type="date"
          label={text.endsOn()}
          value={typed.lastDay}
          error={errors.lastDay}
        />
      </div>
      <div>
        <SubmitButton>{text.save()}</SubmitButton>
      </div>
    </form>
  );
}

export interface TeamView {
  readonly visit: Visit;
  readonly team: Team;
  readonly members: readonly Membership[];
  readonly units: readonly UnitChoice[];
  readonly mayKeep: boolean;
  readonly form: TeamForm;
  readonly adding: TeamForm & { readonly answers: readonly Found[] };
  /** Of ending or withdrawing, by membership. */
  readonly refused?: { readonly memberId: string; readonly errors: FieldErrors; readonly typed: string };
}

export function TeamPage(view: TeamView) {
  const { visit, team, members, mayKeep } = view;
  const standing = members.filter((each) => each.lastDay === null || each.lastDay >= visit.today);
  const ended = members.filter((each) => !standing.includes(each));
  return (
    <Layout chrome={visit.chrome} title={team.name} current="people">
      <PageHeading
        title={team.name}
        above={
          <a class="link" href={visit.path('/teams')}>
            {text.title()}
          </a>
        }
      />
      <div class="grid gap-6 lg:grid-cols-[3fr_2fr] items-start">
        <div class="grid gap-6 min-w-0">
          <Card title={text.members()} id="members">
            {standing.length === 0 ? <p class="text-base-content/75">{text.noMembers()}</p> : null}
            <ul class="grid divide-y divide-base-300">
              {standing.map((member) => (
                <Member key={member.id} {...view} member={member} />
              ))}
            </ul>
            {ended.length > 0 ? (
              <details class="mt-3">
                <summary class="link cursor-pointer w-fit text-sm">
                  {text.history()} ({ended.length})
                </summary>
                <ul class="grid divide-y divide-base-300 mt-2">
                  {ended.map((member) => (
                    <Member key={member.id} {...view} member={member} />
                  ))}
                </ul>
              </details>
            ) : null}
          </Card>
          {mayKeep ? <AddMember {...view} /> : null}
        </div>
        <div class="grid gap-6 min-w-0">
          <Card>
            <Facts
              facts={[
                [text.unit(), team.unitName],
                [text.decree(), team.decree || '–'],
                [text.span(), teamSpan(team)],
                ...(team.isAcross ? ([[text.acrossBadge(), '✓']] as const) : []),
              ]}
            />
          </Card>
          {mayKeep ? (
            <details open={Object.keys(view.form.errors).length > 0}>
              <summary class="link cursor-pointer w-fit">{text.edit()}</summary>
              <div class="mt-3">
                <Card>
                  <TeamFields action={visit.path(`/teams/${team.id}`)} units={view.units} form={view.form} />
                </Card>
              </div>
            </details>
          ) : null}
        </div>
      </div>
    </Layout>
  );
}

function AddMember({ visit, team, adding }: TeamView) {
  const path = visit.path(`/teams/${team.id}`);
  return (
    <Card title={text.addMember()} id="add">
      <turbo-frame id="add-member" class="block">
        <form
          method="post"
          action={`${path}/members`}
          class="grid gap-4"
          data-controller="once"
          data-turbo-frame="_top"
        >
          <ProblemSummary errors={adding.errors} />
          <input type="hidden" name="id" value={adding.typed.id} />
          <SearchChoice
            name="personId"
            label={text.person()}
            query={adding.typed.personIdQuery ?? ''}
            chosen={adding.typed.personId ?? ''}
            answers={adding.answers}
            error={adding.errors.personId}
            action={path}
            frame="add-member"
          />
          <RadioGroup
            name="role"
            label={text.role()}
            inline
            required
            value={adding.typed.role ?? 'member'}
            error={adding.errors.role}
            choices={[
              { value: 'member', label: text.roleMember() },
              { value: 'lead', label: text.roleLead() },
            ]}
          />
          <div class="grid sm:grid-cols-2 gap-4">
            <TextField
              name="from"
              type="date"
              label={text.startsOn()}
              required
              value={adding.typed.from ?? (team.startsOn > visit.today ? team.startsOn : visit.today)}
              error={adding.errors.from}
            />
            <TextField
              name="until"
              type="date"
              label={text.endsOn()}
              value={adding.typed.until}
              error={adding.errors.lastDay}
            />
          </div>
          <div>
            <SubmitButton icon="plus">{text.addIt()}</SubmitButton>
          </div>
        </form>
      </turbo-frame>
    </Card>
  );
}
