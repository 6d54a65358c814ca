/** Mechanisms that count records: attendance, cases, answers, innovations. */
import { type Scheme, SERVICE_ELEMENTS } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { currentLocale, inLocale } from '#platform/locale/locale.ts';
import type { SettingsOf } from './mechanism.tsx';
import { ScaleList, SmallTable } from './parts.tsx';
import { text } from './text-parts.ts';

export function PresencePart({ settings }: { settings: SettingsOf<'presence'> }) {
  const { absentDay, late, earlyLeave } = settings.deductions;
  const minus = (points: string) => `−${formatDecimal(points)}`;
  const rows = [
    { key: 'absent', cells: [text.absentDay(), minus(absentDay)] },
    ...late.map(({ upTo, points }) => ({
      key: `late-${upTo ?? 'more'}`,
      cells: [upTo === undefined ? text.lateMore() : text.lateUpTo({ minutes: upTo }), minus(points)],
    })),
    ...(earlyLeave ?? []).map(({ upTo, points }) => ({
      key: `early-${upTo ?? 'more'}`,
      cells: [upTo === undefined ? text.earlyMore() : text.earlyUpTo({ minutes: upTo }), minus(points)],
    })),
  ];
  return (
    <>
      <p class="max-w-prose">{text.how_presence()}</p>
      <SmallTable
        caption={text.deduction()}
        columns={[{ heading: text.event() }, { heading: text.deduction(), align: 'right' }]}
        rows={rows}
      />
      {earlyLeave ? null : <p class="text-base-content/75">{text.earlyShown()}</p>}
    </>
  );
}

export function ServiceStandardPart({ settings }: { settings: SettingsOf<'service-standard'> }) {
  const { clock, services, withoutCases } = settings;
  const shared = { days: daysText(clock.days), from: timeText(clock.from), to: timeText(clock.to) };
  return (
    <>
      <p class="max-w-prose">{text['how_service-standard']()}</p>
      <SmallTable
        caption={text.standardTime()}
        columns={[{ heading: text.service() }, { heading: text.standardTime(), align: 'right' }]}
        rows={services.map((service) => ({
          key: service.code,
          cells: [inLocale(service.label), text.hours({ hours: formatDecimal(service.targetHours) })],
        }))}
      />
      <p>
        {clock.break
          ? text.clockBreak({
              ...shared,
              breakFrom: timeText(clock.break.from),
              breakTo: timeText(clock.break.to),
            })
          : text.clock(shared)}
      </p>
      <p>{text[`withoutCases_${withoutCases}`]()}</p>
    </>
  );
}

/** `Senin, Selasa, …`, in the order of the week. Monday is 1; 5 January 2026 was a Monday. */
function daysText(days: readonly number[]): string {
  const format = new Intl.DateTimeFormat(currentLocale() === 'id' ? 'id-ID' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  });
  return days
    .toSorted((a, b) => a - b)
    .map((day) => format.format(new Date(Date.UTC(2026, 0, 4 + day))))
    .join(', ');
}

function timeText(time: string): string {
  return currentLocale() === 'id' ? time.replace(':', '.') : time;
}

export function SurveyPart({ scheme, settings }: { scheme: Scheme; settings: SettingsOf<'survey'> }) {
  const items = settings.items === 'service-elements' ? SERVICE_ELEMENTS : settings.items;
  return (
    <>
      <p class="max-w-prose">{text.how_survey()}</p>
      <ScaleList scheme={scheme} scale={settings.scale} />
      <p>
        {text.surveyAtLeast({ count: settings.atLeast })} {text[`tooFew_${settings.tooFew}`]()}
      </p>
      <details class="rounded-field border border-base-300">
        <summary class="cursor-pointer px-3 py-2 font-medium">
          {text.questions({ count: items.length })}
        </summary>
        <ol class="list-decimal pl-8 pr-3 pb-3 grid gap-0.5">
          {items.map((item) => (
            <li key={item.code}>{inLocale(item.label)}</li>
          ))}
        </ol>
      </details>
      {settings.bands ? (
        <SmallTable
          caption={text.surveyBands()}
          showCaption
          columns={[{ heading: text.surveyBands() }, { heading: text.from(), align: 'right' }]}
          rows={settings.bands.map((band) => ({
            key: band.label.id,
            cells: [inLocale(band.label), formatDecimal(band.from)],
          }))}
        />
      ) : null}
    </>
  );
}

export function InnovationPart({ settings }: { settings: SettingsOf<'innovation'> }) {
  const { stages, atMost } = settings;
  const percent = String(settings.unverifiedPercent);
  return (
    <>
      <p class="max-w-prose">{text.how_innovation({ atMost: formatDecimal(atMost) })}</p>
      <p>
        {percent === '0' ? text.unverifiedNone() : text.unverifiedPart({ percent: formatDecimal(percent) })}
      </p>
      <SmallTable
        caption={text.stage()}
        columns={[{ heading: text.stage() }, { heading: text.points(), align: 'right' }]}
        rows={stages.map((stage) => ({
          key: stage.code,
          cells: [inLocale(stage.label), formatDecimal(stage.points)],
        }))}
      />
    </>
  );
}
