/** Parts of the page of a round: its units, its days, what was done to it. */
import type { Period } from '#features/periods/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import { formatDate, formatInstant, formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, ProblemSummary, TextArea, TextField } from '#ui/form.tsx';
import { Card, SubmitButton } from '#ui/parts.tsx';
import type { Round } from '../../queries.ts';
import type { UnitLine } from '../overview-queries.ts';
import { text } from '../text.ts';
import type { RoundView } from './round-page.tsx';

export function DayFields(props: {
  period: Period;
  opensOn: string | undefined;
  closesOn: string | undefined;
  errors: FieldErrors;
  onlyLast?: boolean;
}) {
  const last = addDays(props.period.ratingDueOn, -1);
  return (
    <>
      {props.onlyLast ? null : (
        <TextField
          name="opensOn"
          type="date"
          label={text.opensOn()}
          hint={text.opensHint()}
          required
          value={props.opensOn}
          error={props.errors.opensOn}
        />
      )}
      <TextField
        name="closesOn"
        type="date"
        label={text.closesOn()}
        hint={text.closesHint({ last: formatDate(last) })}
        required
        max={last}
        value={props.closesOn}
        error={props.errors.closesOn}
      />
    </>
  );
}

export function Units({ visit, period, round, units }: RoundView & { round: Round }) {
  const isAsking = round.state !== 'preparing';
  if (units.length === 0)
    return (
      <Card title={text.byUnit()}>
        <p class="text-base-content/75">{text.noUnits()}</p>
      </Card>
    );
  const list = (unit: UnitLine, more = '') =>
    visit.path(`/periods/${period.id}/voices/people?unit=${unit.unitId}${more}`);
  const number = (key: 'participants' | 'voices' | 'requests' | 'open', heading: string) => ({
    key,
    heading,
    align: 'right' as const,
    cell: (unit: UnitLine) => formatNumber(unit[key]),
  });
  return (
    <Card title={text.byUnit()} padded={false}>
      <DataTable
        caption={text.byUnit()}
        rows={units}
        rowKey={(unit) => unit.unitId}
        columns={[
          {
            key: 'unit',
            heading: text.unit(),
            isTitle: true,
            cell: (unit) => (
              <a class="link" href={list(unit)}>
                {unit.name}
              </a>
            ),
          },
          number('participants', text.participants()),
          number('voices', text.voices()),
          number('requests', isAsking ? text.asked() : text.proposed()),
          ...(isAsking ? [number('open', text.stillOpen())] : []),
          {
            key: 'tooFew',
            heading: text.tooFew(),
            align: 'right',
            cell: (unit) =>
              unit.tooFew > 0 ? (
                <a class="link" href={list(unit, '&show=too-few')}>
                  {formatNumber(unit.tooFew)}
                </a>
              ) : (
                '0'
              ),
          },
          ...(units.some((unit) => unit.flagged > 0)
            ? [
                {
                  key: 'flagged',
                  heading: text.flagged(),
                  align: 'right' as const,
                  cell: (unit: UnitLine) =>
                    unit.flagged > 0 ? (
                      <a class="link" href={list(unit, '&show=flagged')}>
                        {formatNumber(unit.flagged)}
                      </a>
                    ) : (
                      '0'
                    ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

export function Days(view: RoundView & { round: Round }) {
  const { visit, period, round, typed, errors } = view;
  const isAsking = round.state === 'asking';
  return (
    <Card title={text.days()} id="days">
      <form
        method="post"
        action={visit.path(`/periods/${period.id}/voices/days`)}
        class="grid gap-4 max-w-md"
        data-controller="once"
      >
        <ProblemSummary errors={errors} />
        <DayFields
          {...view}
          onlyLast={isAsking}
          opensOn={typed.opensOn ?? round.opensOn}
          closesOn={typed.closesOn ?? round.closesOn}
        />
        {isAsking ? (
          <TextArea
            name="reason"
            label={text.dayReason()}
            required
            maxLength={500}
            rows={2}
            value={typed.reason}
            error={errors.reason}
          />
        ) : null}
        <div>
          <SubmitButton look="outline">{text.saveDays()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

const ACTS = {
  prepare: text['act-prepare'],
  open: text['act-open'],
  reschedule: text['act-reschedule'],
  remind: text['act-remind'],
  replace: text['act-replace'],
  release: text['act-release'],
} as const;

export function History({ visit, history }: RoundView) {
  return (
    <Card title={text.history()}>
      <ol class="grid gap-3">
        {history.map((line) => (
          <li key={line.id}>
            <p>
              {text.by({
                act: Object.hasOwn(ACTS, line.act) ? ACTS[line.act as keyof typeof ACTS]() : line.act,
                name: line.by,
              })}
            </p>
            <p class="text-sm text-base-content/75">{formatInstant(line.at, visit.agency.zone)}</p>
            {line.reason ? <p class="text-sm">{line.reason}</p> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
