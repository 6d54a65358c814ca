import type { ComponentChildren } from 'preact';
import type { Measurement, OpenContest } from '#features/measurements/index.ts';
import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame } from '#features/periods/index.ts';
import { type Frame, Instrument } from '#features/schemes/index.ts';
import { formatDate, formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { Card, Notice, SubmitButton } from '#ui/parts.tsx';
import { WORDS } from '../content.ts';
import type { EvaluationView } from '../evaluation-view.ts';
import { citesIn } from '../forms.ts';
import { text as groundsText } from '../grounds/text.ts';
import type { Instrumented } from '../local/frame.ts';
import { text as localText } from '../text-local.ts';
import { text } from '../text-rating.ts';
import { Citing } from './citing.tsx';
import { DraftActs, DraftForm, FollowsDraft } from './draft-form.tsx';
import { ContestList, GateNotices } from './gates-card.tsx';
import { LocalPreview } from './local-preview.tsx';
import { LineFacts, SelfSaid, Words } from './parts.tsx';
import { RecencyCard } from './recency.tsx';
import { TakenBackNotice } from './taken-back-notice.tsx';

interface Props {
  readonly visit: Visit;
  readonly evaluation: EvaluationView;
  readonly read: Instrumented;
  readonly errors?: FieldErrors;
}

/** The appraiser's form under a scheme of the agency: its own instrument, then the two official ratings. */
export function LocalRatingPage({ visit, evaluation, read, errors = {} }: Props) {
  const { view, rating, self, scheme } = evaluation;
  const { period, id } = view.participation;
  const path = visit.path(`/appraisals/${id}/evaluation`);
  const title = inLocale(scheme.scheme.title);
  // What has to be mended comes first.
  const isRefused = Object.values(errors).some(Boolean);
  const meter = evaluation.year ? <RecencyCard coverage={evaluation.year.coverage} warns /> : null;
  return (
    <AppraisalFrame visit={visit} view={view} current="evaluation" title={text.ratingTitle()}>
      <p class="max-w-prose">
        {localText.intro({ scheme: title })}{' '}
        <a class="link" href={visit.path(`/schemes/${scheme.scheme.id}/${scheme.scheme.version}`)}>
          {localText.readScheme()}
        </a>
        . {text.ratingDue({ date: formatDate(period.ratingDueOn) })}{' '}
        {visit.today > period.ratingDueOn ? text.overdue() : ''}
      </p>
      <p class="max-w-prose text-sm text-base-content/75">
        {groundsText.groundsHint()} {groundsText.openness()}{' '}
        <a class="link" href={visit.path('/fairness/mirror')}>
          {groundsText.mirror()}
        </a>
      </p>
      <TakenBackNotice evaluation={evaluation} />
      {self ? null : <Notice tone="neutral">{text.selfMissing()}</Notice>}
      {evaluation.gates ? (
        <GateNotices
          visit={visit}
          scheme={evaluation.scheme.scheme}
          participantId={id}
          gates={evaluation.gates}
        />
      ) : null}
      {isRefused ? null : meter}
      <DraftForm action={`${path}/rating`} revision={rating?.revision ?? 0} errors={errors}>
        <LocalFields
          visit={visit}
          evaluation={evaluation}
          read={read}
          errors={errors}
          suggestion={`${path}/suggestion`}
        />
        <DraftActs>
          <SubmitButton look="ghost" skipValidation>
            {text.saveDraft()}
          </SubmitButton>
          <SubmitButton name="step" value="check" icon="arrowRight">
            {text.check()}
          </SubmitButton>
        </DraftActs>
      </DraftForm>
      {isRefused ? meter : null}
    </AppraisalFrame>
  );
}

/** Every field of the instrument; `suggestion` is the address that answers what would come of it. */
export function LocalFields(props: Props & { suggestion: string }) {
  const { visit, evaluation, read, errors = {}, suggestion } = props;
  const { rating, scheme, local } = evaluation;
  return (
    <>
      <Instrument
        compiled={scheme}
        frame={withFacts({ visit, evaluation, read, errors })}
        state={{ fields: read.fields, problems: errors }}
        origins={originsOf(local?.measurements ?? new Map(), visit, evaluation.gates?.contests ?? [])}
        beforeOfficial={
          <FollowsDraft id="suggestion" source={suggestion}>
            <LocalPreview compiled={scheme} read={read} />
          </FollowsDraft>
        }
      />
      <Card>
        <Words
          name="notes"
          label={text.notes()}
          hint={text.notesHint()}
          value={rating?.content.notes}
          error={errors.notes}
          rows={3}
          maxLength={WORDS.notes}
        />
      </Card>
    </>
  );
}

/** Lines and items with what the year recorded of them, and what the employee said. */
function withFacts({ visit, evaluation, read, errors = {} }: Props): Frame {
  const { agreed, basis, self, year } = evaluation;
  const { frame, fields } = read;
  const words = self?.content.values as Readonly<Record<string, string | undefined>> | undefined;
  return {
    ...frame,
    lines: frame.lines?.map((line) => {
      const result = agreed?.content.results.find((each) => each.id === line.key);
      const said = self?.content.lines[line.key];
      return {
        ...line,
        facts: result ? (
          <>
            <LineFacts result={result} basis={basis.get(line.key)} isCited={line.indicators === null} />
            {self ? <SelfSaid words={said?.realisation} rating={said?.rating ?? null} /> : null}
          </>
        ) : null,
      };
    }),
    itemFacts: (code) => (words?.[code]?.trim() ? <SelfSaid words={words[code]} /> : null),
    besideReason: (name, { label, code }) =>
      year ? (
        <Citing
          year={year}
          what={label}
          names={[code, itemName(name)]}
          fields={{ on: `${name}.on`, citePrefix: `${name}.cite.` }}
          on={fields[`${name}.on`]}
          cites={citesIn(fields, `${name}.cite.`)}
          error={errors[`${name}.on`]}
          path={(inside) => visit.path(inside)}
        />
      ) : null,
  };
}

/** `perilaku.appraiser.kerjasama` → `perilaku.kerjasama`, as the diary names an item. */
function itemName(name: string): string {
  return name.replace('.appraiser.', '.');
}

/** Where each measured component came from, and what of it is contested. */
function originsOf(
  measurements: ReadonlyMap<string, Measurement>,
  visit: Visit,
  contests: readonly OpenContest[],
): ReadonlyMap<string, ComponentChildren> {
  return new Map(
    [...measurements].map(([component, measured]) => [
      component,
      <>
        <span>{originInWords(measured, visit.agency.zone)}</span>
        <ContestList visit={visit} contests={contests.filter((each) => each.component === component)} />
      </>,
    ]),
  );
}

const ORIGINS: Readonly<Record<Measurement['origin'], () => string>> = {
  file: localText.fromFile,
  officer: localText.byOfficer,
  voices: localText.fromVoices,
  survey: localText.fromSurvey,
  register: localText.fromRegister,
};

/** What was released for all at once has no officer behind it. */
function originInWords({ origin, note, recordedBy, recordedAt }: Measurement, zone: string): string {
  const when = formatInstant(recordedAt, zone);
  const words = ORIGINS[origin]();
  return origin === 'voices'
    ? localText.releasedOn({ origin: words, when })
    : localText.measuredFrom({ origin: words, note, name: recordedBy, when });
}
