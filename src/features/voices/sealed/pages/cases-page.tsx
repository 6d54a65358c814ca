import { type Voice, voiceLabel } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { TextArea, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, Notice, PageHeading, SubmitButton, type Tone } from '#ui/parts.tsx';
import { HOLDERS, type Holder } from '../keys.ts';
import type { Remark } from '../remarks.ts';
import { sealText as text } from '../text.ts';
import type { Unsealing } from '../unsealing.ts';

const TONES: Readonly<Record<Unsealing['state'], Tone>> = {
  waiting: 'warning',
  opened: 'info',
  refused: 'neutral',
};

export function CasesPage(view: { readonly visit: Visit; readonly cases: readonly Unsealing[] }) {
  const { visit, cases } = view;
  return (
    <Layout chrome={visit.chrome} title={text.casesTitle()} current="record" width="narrow">
      <PageHeading title={text.casesTitle()} intro={text.casesIntro()} />
      <p class="flex flex-wrap gap-4">
        <a class="link" href={visit.path('/voice-reports')}>
          {text.reportsTitle()}
        </a>
        <a class="link" href={visit.path('/seal-keys')}>
          {text.keysTitle()}
        </a>
      </p>
      {cases.length === 0 ? (
        <EmptyState icon="shield" title={text.noCases()}>
          {text.noCasesHint()}
        </EmptyState>
      ) : (
        <ul class="grid gap-3">
          {cases.map((each) => (
            <li key={each.id} class="bg-base-100 border border-base-300 rounded-box p-4 grid gap-1">
              <p class="flex flex-wrap justify-between gap-2">
                <a class="link font-medium" href={visit.path(`/unsealings/${each.id}`)}>
                  {each.reason}
                </a>
                <Badge tone={TONES[each.state]}>{text[`state_${each.state}`]()}</Badge>
              </p>
              <p class="text-sm text-base-content/75">{formatInstant(each.requestedAt, visit.agency.zone)}</p>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}

export interface CaseView {
  readonly visit: Visit;
  readonly the: Unsealing;
  readonly names: ReadonlyMap<string, string>;
  readonly holders: readonly Holder[];
  /** Name of the writer, for the two holders of an opened case. */
  readonly writer: string | null;
  readonly errors: Readonly<Record<string, string>>;
  readonly typedReason: string;
}

export function CasePage(view: CaseView) {
  const { visit, the, names } = view;
  return (
    <Layout chrome={visit.chrome} title={text.casesTitle()} current="record" width="narrow">
      <PageHeading
        title={text.casesTitle()}
        above={
          <a class="link" href={visit.path('/unsealings')}>
            {text.casesTitle()}
          </a>
        }
        acts={<Badge tone={TONES[the.state]}>{text[`state_${the.state}`]()}</Badge>}
      />
      <Card title={text.remark()}>
        <blockquote class="border-s-4 border-base-300 ps-4 whitespace-pre-line">{the.body}</blockquote>
        <p class="mt-4">
          <span class="font-medium">{text.reason()}:</span> {the.reason}
        </p>
        {the.refusedReason ? (
          <p class="mt-2">
            <span class="font-medium">{text.state_refused()}:</span> {the.refusedReason}
          </p>
        ) : null}
        <ul class="mt-4 grid gap-1">
          {HOLDERS.map((holder) => {
            const giver = the.givenBy[holder];
            return (
              <li key={holder}>
                {text[`holder_${holder}`]()}:{' '}
                {giver ? text.given({ person: names.get(giver) ?? '' }) : text.notGiven()}
              </li>
            );
          })}
        </ul>
      </Card>
      {the.state === 'opened' ? <Writer {...view} /> : null}
      {the.state === 'waiting' ? <Acts {...view} /> : null}
    </Layout>
  );
}

function Writer({ writer }: CaseView) {
  return (
    <Card title={text.writer()}>
      <p class="text-lg font-semibold">{writer ?? text.onlyHolders()}</p>
      <p class="mt-2 text-sm text-base-content/75">{text.writerTold()}</p>
    </Card>
  );
}

function Acts({ visit, the, holders, errors, typedReason }: CaseView) {
  const path = visit.path(`/unsealings/${the.id}`);
  return (
    <>
      {errors.form ? <Notice tone="error">{errors.form}</Notice> : null}
      {holders
        .filter((holder) => the.givenBy[holder] === null)
        .map((holder) => (
          <Card key={holder} title={text[`giveHalf_${holder}`]()}>
            <form method="post" action={`${path}/keys`} class="grid gap-4 justify-items-start">
              <input type="hidden" name="holder" value={holder} />
              <TextField
                name="passphrase"
                label={text.passphrase()}
                hint={text.passphraseHint()}
                error={errors.passphrase}
                required
              />
              <SubmitButton>{text[`giveHalf_${holder}`]()}</SubmitButton>
            </form>
          </Card>
        ))}
      <Card title={text.refuse()}>
        <form method="post" action={`${path}/refusal`} class="grid gap-4 justify-items-start">
          <TextArea name="reason" label={text.reason()} value={typedReason} error={errors.reason} required />
          <SubmitButton look="outline">{text.refuse()}</SubmitButton>
        </form>
      </Card>
    </>
  );
}

export interface ReportsView {
  readonly visit: Visit;
  readonly remarks: readonly Remark[];
  readonly names: ReadonlyMap<string, string>;
  readonly mayDecide: (remark: Remark) => boolean;
  readonly mayUnseal: boolean;
  readonly newId: string;
  readonly refused?: { readonly id: string; readonly message: string; readonly reason: string } | undefined;
}

export function ReportsPage(view: ReportsView) {
  const { visit, remarks, mayUnseal } = view;
  return (
    <Layout chrome={visit.chrome} title={text.reportsTitle()} current="periods" width="narrow">
      <PageHeading title={text.reportsTitle()} intro={text.reportsIntro()} />
      {mayUnseal ? (
        <p class="flex flex-wrap gap-4">
          <a class="link" href={visit.path('/unsealings')}>
            {text.casesTitle()}
          </a>
          <a class="link" href={visit.path('/seal-keys')}>
            {text.keysTitle()}
          </a>
        </p>
      ) : null}
      {remarks.length === 0 ? <EmptyState icon="checkCircle" title={text.noReports()} /> : null}
      {remarks.map((remark) => (
        <Reported key={remark.id} {...view} remark={remark} />
      ))}
    </Layout>
  );
}

function Reported(view: ReportsView & { remark: Remark }) {
  const { visit, remark, names, mayDecide, mayUnseal, newId, refused } = view;
  const path = visit.path(`/voice-remarks/${remark.id}`);
  const own = refused?.id === remark.id ? refused : undefined;
  // The catalogue of voices is closed; a pool's voice is one of them.
  const voice = inLocale(voiceLabel(remark.voice as Voice));
  return (
    <Card
      title={`${names.get(remark.personId) ?? ''} · ${voice}`}
      aside={remark.decision ? <Badge>{text[remark.decision]()}</Badge> : null}
    >
      <blockquote class="border-s-4 border-base-300 ps-4 whitespace-pre-line">{remark.body}</blockquote>
      <p class="mt-3">
        <span class="font-medium">{text.reportedBecause()}:</span> {remark.reportReason}
      </p>
      {remark.decisionReason ? (
        <p class="mt-1">
          <span class="font-medium">{text.reason()}:</span> {remark.decisionReason}
        </p>
      ) : null}
      {remark.decision === null && mayDecide(remark) ? (
        <form method="post" action={`${path}/decision`} class="mt-4 grid gap-3">
          <label class="font-medium text-sm" for={`reason-${remark.id}`}>
            {text.reason()}
          </label>
          <textarea class="textarea w-full" id={`reason-${remark.id}`} name="reason" rows={2} required>
            {own?.reason ?? ''}
          </textarea>
          {own ? (
            <p class="text-sm text-error" role="alert">
              {own.message}
            </p>
          ) : null}
          <p class="flex flex-wrap gap-2">
            <SubmitButton name="decision" value="hidden">
              {text.hide()}
            </SubmitButton>
            <SubmitButton look="outline" name="decision" value="kept">
              {text.keep()}
            </SubmitButton>
          </p>
        </form>
      ) : null}
      {mayUnseal && remark.saidBy === null ? (
        <details class="mt-4">
          <summary class="link cursor-pointer">{text.openCase()}</summary>
          <form method="post" action={visit.path('/unsealings')} class="mt-3 grid gap-3 justify-items-start">
            <input type="hidden" name="id" value={newId} />
            <input type="hidden" name="remarkId" value={remark.id} />
            <label class="font-medium text-sm" for={`case-${remark.id}`}>
              {text.reason()}
            </label>
            <p class="text-sm text-base-content/75">{text.caseReasonHint()}</p>
            <textarea class="textarea w-full" id={`case-${remark.id}`} name="reason" rows={2} required />
            <SubmitButton look="outline">{text.openCase()}</SubmitButton>
          </form>
        </details>
      ) : null}
    </Card>
  );
}
