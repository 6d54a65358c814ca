import { SearchChoice } from '#features/people/index.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Checkbox } from '#ui/form.tsx';
import { Card, EmptyState, Notice, SubmitButton } from '#ui/parts.tsx';
import { pairOf } from '../judging/recusals.ts';
import type { Member } from '../meetings/queries.ts';
import type { MeetingView } from './meeting-page.tsx';
import { MemberBadge, recusalLabel } from './parts.tsx';
import { text } from './text.ts';

/** Who judges, in which items each takes no part, and who could be asked besides. */
export function MembersCard(view: MeetingView & { mayAdd: boolean }) {
  const { standing, mayAdd } = view;
  return (
    <Card title={text.members()} padded={false} id="members">
      {standing.members.length === 0 ? (
        <EmptyState icon="users" title={text.noMembers()} />
      ) : (
        <DataTable
          caption={text.members()}
          rows={standing.members}
          rowKey={(member) => member.personId}
          columns={[
            { key: 'name', heading: text.member(), isTitle: true, cell: (member) => member.name },
            {
              key: 'state',
              heading: text.state(),
              cell: (member) => (
                <>
                  <MemberBadge state={member.state} />
                  {member.reason ? (
                    <span class="block text-xs text-base-content/75 mt-1">{member.reason}</span>
                  ) : null}
                </>
              ),
            },
            {
              key: 'recused',
              heading: text.recusedIn(),
              isWide: true,
              cell: (member) => <Recused {...view} member={member} />,
            },
          ]}
        />
      )}
      {mayAdd ? <AddMembers {...view} /> : null}
    </Card>
  );
}

function Recused({ items, recusals, member }: MeetingView & { member: Member }) {
  const own = items.flatMap((item) => {
    const kind = recusals.get(pairOf(item.id, member.personId));
    return kind && item.state !== 'dropped' ? [{ item, kind }] : [];
  });
  if (own.length === 0) return <>–</>;
  return (
    <ul class="grid gap-0.5 text-sm">
      {own.map(({ item, kind }) => (
        <li key={item.id}>
          {text.itemNumber({ number: item.ordinal })}: {recusalLabel(kind)}
        </li>
      ))}
    </ul>
  );
}

function AddMembers({ visit, standing, items, judges, found, query, form }: MeetingView) {
  const path = visit.path(`/calibration/${standing.meeting.id}`);
  const total = items.filter(({ state }) => state === 'blind').length;
  const isOpen = standing.members.length === 0 || query !== '' || form.errors.members !== undefined;
  return (
    <details class="px-5 py-4 border-t border-base-300" open={isOpen}>
      <summary class="cursor-pointer font-medium">{text.addMembers()}</summary>
      <form method="post" action={`${path}/members`} class="mt-3 grid gap-4" data-controller="once">
        {form.errors.members ? <Notice tone="error">{form.errors.members}</Notice> : null}
        {judges.length > 0 ? (
          <fieldset class="grid gap-1 sm:grid-cols-2">
            <legend class="text-sm text-base-content/75 mb-2 max-w-prose">{text.addMembersHint()}</legend>
            {judges.map((judge) => (
              <Checkbox
                key={judge.id}
                name={`member-${judge.id}`}
                label={judge.name}
                hint={[
                  judge.position,
                  judge.unitName,
                  ...(total > 0 ? [text.mayJudge({ count: judge.free, total })] : []),
                ].join(' · ')}
                checked={form.typed[`member-${judge.id}`] === 'yes'}
              />
            ))}
          </fieldset>
        ) : null}
        <SearchChoice
          name="personId"
          label={text.someoneElse()}
          hint={text.someoneElseHint()}
          query={query}
          chosen={form.typed.personId ?? ''}
          answers={found}
          action={`${path}#members`}
          frame="_top"
        />
        <div>
          <SubmitButton icon="plus" look={total > 0 ? 'primary' : 'outline'}>
            {text.add()}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
