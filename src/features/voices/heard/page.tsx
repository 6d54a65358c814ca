import { voiceLabel } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame, type ParticipationView } from '#features/periods/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Badge, Card, EmptyState, Notice, SubmitButton } from '#ui/parts.tsx';
import type { HeardVoice } from './queries.ts';
import { heardText as text } from './text.ts';

export interface HeardView {
  readonly visit: Visit;
  readonly view: ParticipationView;
  readonly heard: readonly HeardVoice[];
  /** While voices are being collected: until when. */
  readonly pending: { readonly closesOn: string } | undefined;
  readonly mayReadWords: boolean;
}

export function HeardPage(props: HeardView) {
  const { visit, view, heard, pending } = props;
  return (
    <AppraisalFrame visit={visit} view={view} current="voices" title={text.title()}>
      <p class="max-w-prose">{text.intro()}</p>
      <p>
        <a class="link" href={visit.path(`/appraisals/${view.participation.id}/voices`)}>
          {text.whoWasAsked()}
        </a>
      </p>
      {pending ? <Notice>{text.waiting({ date: formatDate(pending.closesOn) })}</Notice> : null}
      {heard.length === 0 && !pending ? (
        <EmptyState icon="users" title={text.none()}>
          {text.noneHint()}
        </EmptyState>
      ) : null}
      {heard.map((voice) => (
        <VoiceCard key={voice.poolId} {...props} voice={voice} />
      ))}
    </AppraisalFrame>
  );
}

function VoiceCard(props: HeardView & { voice: HeardVoice }) {
  const { voice, mayReadWords } = props;
  const name = inLocale(voiceLabel(voice.voice));
  if (voice.forms === null)
    return (
      <Card title={name} aside={<Badge tone="warning">{text.tooFew()}</Badge>}>
        <p class="max-w-prose">{text.tooFewHint({ least: voice.least })}</p>
      </Card>
    );
  return (
    <Card title={name} aside={<Badge>{text.forms({ count: voice.forms })}</Badge>}>
      {voice.means.length > 0 ? <Means voice={voice} name={name} /> : null}
      {mayReadWords ? <Words {...props} /> : null}
    </Card>
  );
}

function Means({ voice, name }: { voice: HeardVoice; name: string }) {
  return (
    <table class="table">
      <caption class="sr-only">{name}</caption>
      <thead class="text-base-content">
        <tr>
          <th scope="col">{text.component()}</th>
          <th scope="col" class="text-right">
            {text.mean()}
          </th>
        </tr>
      </thead>
      <tbody>
        {voice.means.map(({ component, label, mean }) => (
          <tr key={component}>
            <th scope="row" class="font-normal">
              {inLocale(label)}
            </th>
            <td class="text-right num">{mean ?? text.notCounted()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Words({ visit, voice }: HeardView & { voice: HeardVoice }) {
  return (
    <section class="mt-4">
      <h3 class="font-semibold">{text.remarks()}</h3>
      {voice.remarks.length === 0 ? <p class="mt-1 text-base-content/75">{text.noRemarks()}</p> : null}
      <ul class="mt-2 grid gap-4">
        {voice.remarks.map((remark) => (
          <li key={remark.id} class="border-s-4 border-base-300 ps-4">
            <p class="text-sm text-base-content/75">
              {remark.about ? inLocale(remark.about) : text.general()}
              {remark.speaker ? ` · ${text.saidBy({ person: remark.speaker })}` : ''}
            </p>
            {remark.decision === 'hidden' ? (
              <p class="italic">{text.hidden({ reason: remark.decisionReason ?? '' })}</p>
            ) : (
              <p class="whitespace-pre-line">{remark.body}</p>
            )}
            {remark.decision === 'kept' ? (
              <p class="text-sm">{text.keptAfterReport({ reason: remark.decisionReason ?? '' })}</p>
            ) : null}
            {remark.isReported && remark.decision === null ? <p class="text-sm">{text.reported()}</p> : null}
            {remark.isReported ? null : <Report visit={visit} id={remark.id} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Report({ visit, id }: { visit: Visit; id: string }) {
  return (
    <details class="mt-1 text-sm">
      <summary class="link cursor-pointer w-fit">{text.report()}</summary>
      <form
        method="post"
        action={visit.path(`/voice-remarks/${id}/report`)}
        class="mt-2 grid gap-2 justify-items-start"
      >
        <label for={`report-${id}`}>{text.reason()}</label>
        <p class="text-base-content/75">{text.reportHint()}</p>
        <textarea class="textarea w-full" id={`report-${id}`} name="reason" rows={2} required />
        <SubmitButton look="outline" small>
          {text.report()}
        </SubmitButton>
      </form>
    </details>
  );
}
