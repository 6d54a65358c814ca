/** For officers: who comes, who waits, whom to invite, and who came. */
import { DataTable } from '#ui/data-table.tsx';
import { Badge, Card, EmptyState, SubmitButton } from '#ui/parts.tsx';
import { text } from '../text-workshops.ts';
import type { WorkshopView } from './page.tsx';
import type { Participant } from './queries.ts';
import { placeWords } from './words.ts';

type Based = WorkshopView & { readonly base: string };

export function Participants(view: Based) {
  const { visit, workshop, participants, base } = view;
  const hasBegun = workshop.startsAt <= visit.now;
  const mayRecord = hasBegun && workshop.state === 'planned' && participants.length > 0;
  const table = (
    <DataTable
      caption={text.places()}
      rows={participants}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          heading: text.person(),
          isTitle: true,
          cell: ({ name, unitName }) => (
            <>
              {name}
              <span class="block text-sm font-normal text-base-content/75">{unitName}</span>
            </>
          ),
        },
        {
          key: 'state',
          heading: text.personState(),
          cell: ({ state }) => <Badge>{placeWords(state, null)}</Badge>,
        },
        {
          key: 'attendance',
          heading: text.attendance(),
          cell: (participant) =>
            mayRecord ? <Tick participant={participant} /> : placeWordsOrDash(participant),
        },
      ]}
    />
  );
  return (
    <>
      <Card title={text.places()} padded={false}>
        {participants.length === 0 ? (
          <EmptyState icon="users" title={text.noParticipants()}>
            {text.noParticipantsHint()}
          </EmptyState>
        ) : mayRecord ? (
          <form method="post" action={`${base}/attendance`} data-controller="once">
            <p class="px-5 pb-3 text-sm text-base-content/75 max-w-prose">{text.attendanceHint()}</p>
            {table}
            <p class="p-5">
              <SubmitButton icon="check">{text.recordAttendance()}</SubmitButton>
            </p>
          </form>
        ) : (
          table
        )}
      </Card>
      {workshop.state === 'planned' && workshop.endsAt > visit.now ? <Invite {...view} /> : null}
    </>
  );
}

function placeWordsOrDash({ attended }: Participant): string {
  return attended === null ? '–' : attended ? text.attended() : text.absent();
}

function Tick({ participant: { personId, name, attended } }: { participant: Participant }) {
  return (
    <input
      type="checkbox"
      class="checkbox checkbox-primary"
      name={`present.${personId}`}
      value="yes"
      checked={attended === true}
      aria-label={text.attendedBy({ name })}
    />
  );
}

function Invite({ base, uncertified, search, found }: Based) {
  return (
    <Card title={text.invite()} id="invite">
      <div class="grid gap-5">
        {uncertified > 0 ? (
          <form method="post" action={`${base}/invitations`} data-controller="once">
            <input type="hidden" name="whom" value="uncertified" />
            <SubmitButton icon="send">{text.inviteUncertified({ count: uncertified })}</SubmitButton>
          </form>
        ) : null}
        <search>
          <form method="get" action={`${base}#invite`} class="flex flex-wrap items-end gap-3">
            <label class="grid gap-1 text-sm grow basis-48 max-w-md">
              <span class="font-medium">{text.findPerson()}</span>
              <input class="input w-full" type="search" name="search" value={search} maxLength={100} />
            </label>
            <button type="submit" class="btn btn-outline">
              {text.find()}
            </button>
          </form>
        </search>
        {search && found.length === 0 ? <p>{text.foundNobody()}</p> : null}
        {found.length > 0 ? (
          <ul class="grid gap-2">
            {found.map(({ id, label, hint }) => (
              <li
                key={id}
                class="flex flex-wrap items-center justify-between gap-3 border-b border-base-300 pb-2"
              >
                <span class="min-w-0">
                  {label}
                  <span class="block text-sm text-base-content/75">{hint}</span>
                </span>
                <form method="post" action={`${base}/invitations`} data-controller="once">
                  <input type="hidden" name="person" value={id} />
                  <SubmitButton small look="outline">
                    {text.invite()}
                    <span class="sr-only">: {label}</span>
                  </SubmitButton>
                </form>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Card>
  );
}
