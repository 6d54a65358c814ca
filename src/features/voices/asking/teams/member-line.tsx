import { Badge, SubmitButton } from '#ui/parts.tsx';
import { teamText as text } from '../text-teams.ts';
import { spanOf } from './pages.tsx';
import type { Membership } from './queries.ts';
import type { TeamView } from './team-page.tsx';

export function Member(view: TeamView & { member: Membership }) {
  const { visit, member, mayKeep, refused } = view;
  const own = refused?.memberId === member.id ? refused : undefined;
  const path = visit.path(`/teams/members/${member.id}`);
  const [last, reason] = [`last-${member.id}`, `why-${member.id}`];
  return (
    <li class="py-3 grid gap-2 sm:grid-cols-[1fr_auto]">
      <div class="min-w-0">
        <p class="font-medium">
          {member.name} {member.role === 'lead' ? <Badge tone="info">{text.roleLead()}</Badge> : null}
        </p>
        <p class="text-sm text-base-content/75">
          {member.unitName} · {spanOf(member)}
        </p>
      </div>
      {mayKeep ? (
        <details open={own !== undefined}>
          <summary
            class="link cursor-pointer text-sm w-fit"
            aria-label={text.changeName({ name: member.name })}
          >
            {text.change()}
          </summary>
          <div class="grid gap-4 mt-2 max-w-xs">
            <form method="post" action={`${path}/end`} class="grid gap-1" data-controller="once">
              <label class="text-sm font-medium" for={last}>
                {text.endsOn()}
              </label>
              <input
                class="input input-sm w-full"
                type="date"
                id={last}
                name="lastDay"
                value={own?.errors.lastDay ? own.typed : (member.lastDay ?? '')}
                aria-describedby={own?.errors.lastDay ? `${last}-error` : undefined}
              />
              {own?.errors.lastDay ? (
                <p id={`${last}-error`} class="text-sm text-error">
                  {own.errors.lastDay}
                </p>
              ) : null}
              <div>
                <SubmitButton small look="outline">
                  {text.end()}
                </SubmitButton>
              </div>
            </form>
            <form method="post" action={`${path}/withdrawal`} class="grid gap-1" data-controller="once">
              <label class="text-sm font-medium" for={reason}>
                {text.reason()}
              </label>
              <p class="text-sm text-base-content/75">{text.withdrawHint()}</p>
              <input
                class="input input-sm w-full"
                type="text"
                id={reason}
                name="reason"
                required
                maxLength={300}
                value={own?.errors.reason ? own.typed : ''}
                aria-describedby={own?.errors.reason ? `${reason}-error` : undefined}
              />
              {own?.errors.reason ? (
                <p id={`${reason}-error`} class="text-sm text-error">
                  {own.errors.reason}
                </p>
              ) : null}
              <div>
                <SubmitButton small look="outline">
                  {text.withdraw()}
                </SubmitButton>
              </div>
            </form>
          </div>
        </details>
      ) : null}
    </li>
  );
}
