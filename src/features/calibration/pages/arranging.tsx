/** What is needed now and then: another day, another chair, a member released, an item dropped, the meeting called off. */
import type { ComponentChildren } from 'preact';
import { Checkbox, SelectField, TextArea } from '#ui/form.tsx';
import { Card, SubmitButton } from '#ui/parts.tsx';
import { concerns } from '../meetings/standing.ts';
import { WhenAndWhere } from './call-page.tsx';
import type { MeetingView } from './meeting-page.tsx';
import { text } from './text.ts';

export function CloseForm({ visit, standing, form }: MeetingView) {
  const { meeting, members } = standing;
  const accepted = members.filter(({ state }) => state === 'accepted');
  return (
    <form
      method="post"
      action={visit.path(`/calibration/${meeting.id}/closing`)}
      class="grid gap-4 max-w-prose"
      data-controller="once"
    >
      <p>{text.closeIntro()}</p>
      <fieldset>
        <legend class="font-medium text-sm mb-1">{text.present()}</legend>
        {accepted.map((member) => (
          <Checkbox
            key={member.personId}
            name={`present-${member.personId}`}
            label={member.name}
            checked={form.typed.act === undefined || form.typed[`present-${member.personId}`] === 'yes'}
          />
        ))}
      </fieldset>
      <TextArea name="note" label={text.closingNote()} value={form.typed.note} maxLength={2000} />
      <div>
        <SubmitButton icon="check">{text.close()}</SubmitButton>
      </div>
    </form>
  );
}

export function Arranging(view: MeetingView) {
  const { visit, standing, items, chairs, form } = view;
  const { meeting, members } = standing;
  const path = visit.path(`/calibration/${meeting.id}`);
  const blind = items.filter((item) => item.state === 'blind' && !concerns(visit.actor, item));
  const taking = members.filter(({ state }) => state !== 'replaced');
  const isOpen = (act: string) => form.typed.act === act;
  return (
    <Card title={text.more()}>
      <div class="grid gap-3">
        <Fold title={text.arrange()} isOpen={isOpen('arrangement')}>
          <form method="post" action={`${path}/arrangement`} class="grid gap-4" data-controller="once">
            <WhenAndWhere form={form} today={visit.today} known={meeting} />
            <div>
              <SubmitButton look="outline">{text.save()}</SubmitButton>
            </div>
          </form>
        </Fold>
        {blind.length > 0 ? (
          <Choice
            {...view}
            act="dropped"
            action={`${path}/dropped-items`}
            title={text.drop()}
            field="itemId"
            label={text.chooseItem()}
            options={blind.map((item) => ({
              value: item.id,
              label: `${text.itemNumber({ number: item.ordinal })}: ${item.rateeName}`,
            }))}
          />
        ) : null}
        {taking.length > 0 ? (
          <Choice
            {...view}
            act="release"
            action={`${path}/releases`}
            title={text.replaceTitle()}
            field="memberId"
            label={text.chooseMember()}
            options={taking.map((member) => ({ value: member.personId, label: member.name }))}
          />
        ) : null}
        {chairs.length > 0 ? (
          <Choice
            {...view}
            act="chair"
            action={`${path}/chair`}
            title={text.handOver()}
            field="chairId"
            label={text.chooseChair()}
            options={chairs.map((each) => ({ value: each.id, label: each.name }))}
          />
        ) : null}
        <Choice {...view} act="cancellation" action={`${path}/cancellation`} title={text.cancel()} />
      </div>
    </Card>
  );
}

function Fold(props: { title: string; isOpen: boolean; children: ComponentChildren }) {
  return (
    <details open={props.isOpen} class="border-b border-base-300 pb-3 last:border-b-0">
      <summary class="cursor-pointer font-medium">{props.title}</summary>
      <div class="mt-3 max-w-prose">{props.children}</div>
    </details>
  );
}

/** One of a list, or nothing to choose, and why. Each form has its own name for its words. */
function Choice(
  props: MeetingView & {
    act: string;
    action: string;
    title: string;
    field?: string;
    label?: string;
    options?: readonly { readonly value: string; readonly label: string }[];
  },
) {
  const { act, action, title, field, label = '', options = [], form } = props;
  const reason = `reason-${act}`;
  return (
    <Fold title={title} isOpen={form.typed.act === act}>
      <form method="post" action={action} class="grid gap-4" data-controller="once">
        {field ? (
          <SelectField
            name={field}
            label={label}
            required
            empty=""
            value={form.typed[field]}
            error={form.errors[field]}
            options={options}
          />
        ) : null}
        <TextArea
          name={reason}
          label={text.reason()}
          required
          rows={2}
          maxLength={1000}
          value={form.typed[reason]}
          error={form.errors[reason]}
        />
        <div>
          <SubmitButton look="outline">{title}</SubmitButton>
        </div>
      </form>
    </Fold>
  );
}
