/** The acts that are open to the reader, straight from the transition table; the next act is the most visible. */
import type { Visit } from '#features/people/index.ts';
import { TextArea } from '#ui/form.tsx';
import type { IconName } from '#ui/icon.tsx';
import { Notice, SubmitButton } from '#ui/parts.tsx';
import { text } from '../text.ts';
import type { PlanAct, PlanTransition } from '../transitions.ts';
import type { PlanView } from '../view.ts';
import { CopyForm } from './copy-form.tsx';

export interface Refused {
  readonly act: PlanAct | 'copy' | 'comment';
  readonly message: string;
  readonly reason: string;
}

/** An act is a noun in the address. */
export const ACT_PATHS: Record<PlanAct, string> = {
  propose: 'proposal',
  withdraw: 'withdrawal',
  return: 'return',
  agree: 'agreement',
  'open-revision': 'revision',
};

const ICONS: Record<PlanAct, IconName> = {
  propose: 'send',
  withdraw: 'rotate',
  return: 'arrowLeft',
  agree: 'check',
  'open-revision': 'edit',
};

export function ActPanel(props: {
  visit: Visit;
  view: PlanView;
  base: string;
  refused?: Refused | undefined;
}) {
  const { view, base, refused } = props;
  const { plan, acts } = view;
  if (!plan) return null;
  const blocking = view.problems.filter((each) => each.severity === 'blocking');
  const direct = acts.filter((each) => each.reason !== 'required');
  const explained = acts.filter((each) => each.reason === 'required');
  return (
    <div class="grid gap-4 mt-4 empty:hidden print:hidden">
      {refused ? <Notice tone="error">{refused.message}</Notice> : null}
      {view.mayEdit || acts.some((each) => each.act === 'agree') ? (
        <Problems view={view} base={base} />
      ) : null}
      {view.mayEdit && view.earlier ? (
        <CopyForm base={base} revision={plan.revision} from={view.earlier.periodName} />
      ) : null}
      {direct.length > 0 ? (
        <div class="flex flex-wrap gap-2">
          {direct.map((each) =>
            each.act === 'propose' && blocking.length > 0 ? null : (
              <form
                key={each.act}
                method="post"
                action={`${base}/${ACT_PATHS[each.act]}`}
                data-controller="once"
              >
                <input type="hidden" name="revision" value={plan.revision} />
                <SubmitButton look={each.act === 'withdraw' ? 'outline' : 'primary'} icon={ICONS[each.act]}>
                  {text[each.act]()}
                </SubmitButton>
              </form>
            ),
          )}
        </div>
      ) : null}
      {explained.map((each) => (
        <ReasonForm key={each.act} transition={each} view={view} base={base} refused={refused} />
      ))}
    </div>
  );
}

/** What takes a reason is folded away, and opened again when the reason was missing. */
function ReasonForm(props: {
  transition: PlanTransition;
  view: PlanView;
  base: string;
  refused?: Refused | undefined;
}) {
  const { transition, view, base, refused } = props;
  const { act } = transition;
  const own = refused?.act === act ? refused : undefined;
  const isReturn = act === 'return';
  return (
    <details open={own !== undefined} class="max-w-2xl">
      <summary class="btn btn-outline">{text[act]()}</summary>
      <form method="post" action={`${base}/${ACT_PATHS[act]}`} class="grid gap-3 mt-3" data-controller="once">
        <input type="hidden" name="revision" value={view.plan?.revision ?? 0} />
        <TextArea
          name={`reason-${act}`}
          label={isReturn ? text.returnReason() : text.revisionReason()}
          hint={isReturn ? text.returnHint() : text.revisionHint()}
          required
          maxLength={2000}
          value={own?.reason}
          error={own?.message}
        />
        <div>
          <SubmitButton look="outline" icon={ICONS[act]}>
            {text[act]()}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}

function Problems({ view, base }: { view: PlanView; base: string }) {
  const groups = (['blocking', 'warning'] as const)
    .map((severity) => ({
      severity,
      list: view.problems.filter((each) => each.severity === severity),
    }))
    .filter((group) => group.list.length > 0);
  return (
    <>
      {groups.map(({ severity, list }) => (
        <Notice
          key={severity}
          tone={severity === 'blocking' ? 'warning' : 'info'}
          title={
            severity === 'blocking' ? text.problemsBefore({ count: list.length }) : text.warningsBefore()
          }
        >
          <ul class="list-disc pl-5 mt-1">
            {list.map((problem) => (
              <li key={problem.field + problem.message}>
                {view.mayEdit ? (
                  <a class="link" href={`${base}/edit#${problem.field}`}>
                    {problem.message}
                  </a>
                ) : (
                  problem.message
                )}
              </li>
            ))}
          </ul>
        </Notice>
      ))}
    </>
  );
}
