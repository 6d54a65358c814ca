/** What a run rests on: its assumptions, how components were treated, its settings. */
import { CHOSEN_VOICES, handlingOf, MANY_VOICES, ratersOf } from '#domain/laboratory/index.ts';
import { type CompiledScheme, voiceLabel } from '#domain/schemes/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Card, Facts } from '#ui/parts.tsx';
import { PERCENT_FIELDS } from '../form.ts';
import type { Run } from '../queries.ts';
import { text as form } from '../text-form.ts';
import { text } from '../text-result.ts';
import { periodsOf } from '../words.ts';

export function Assumptions({ scheme }: { scheme: CompiledScheme | undefined }) {
  return (
    <Card title={text.assumptions()}>
      <ul class="list-disc pl-5 grid gap-1.5 max-w-prose text-sm">
        {[1, 2, 3, 4, 5, 6].map((number) => (
          <li key={number}>{text[`assume${number as 1 | 2 | 3 | 4 | 5 | 6}`]()}</li>
        ))}
      </ul>
      {scheme ? (
        <details class="text-sm mt-3">
          <summary class="cursor-pointer link py-1">{text.handling()}</summary>
          <DataTable
            caption={text.handling()}
            rows={scheme.components}
            rowKey={({ code }) => code}
            columns={[
              {
                key: 'component',
                heading: text.component(),
                isTitle: true,
                cell: ({ label }) => inLocale(label),
              },
              {
                key: 'treatment',
                heading: text.treatment(),
                isWide: true,
                cell: (component) => {
                  const voices = ratersOf(component).map((voice) => inLocale(voiceLabel(voice)));
                  const words = text[`handling_${handlingOf(component)}`]();
                  return voices.length > 0 ? `${words}: ${voices.join(', ')}` : words;
                },
              },
            ]}
          />
        </details>
      ) : null}
    </Card>
  );
}

export function Settings({ run }: { run: Run }) {
  const { settings, structure } = run;
  const sizes = {
    people: run.people,
    appraisers: new Set(structure.appraiserOf).size,
    units: new Set(structure.unitOf).size,
  };
  const facts: readonly (readonly [string, string])[] = [
    [
      text.structure(),
      run.structureKind === 'own' ? text.structureOwn(sizes) : text.structureInvented(sizes),
    ],
    [form.periods(), formatNumber(periodsOf(run))],
    ...PERCENT_FIELDS.map((field) => [form[field](), formatNumber(settings[field])] as const),
    [form.acrossUnits(), settings.acrossUnits ? '✓' : '–'],
    ...CHOSEN_VOICES.map((voice) => {
      const many = MANY_VOICES.find((each) => each === voice);
      const asked = many ? formatNumber(settings.raters[many]) : form.one();
      return [
        inLocale(voiceLabel(voice)),
        `${form.asked()}: ${asked} · ${form.missing()}: ${formatNumber(settings.missing[voice])}`,
      ] as const;
    }),
    [form.surveyAnswers(), formatNumber(settings.surveyAnswers)],
    [form.typical(), formatNumber(settings.typical)],
    [form.seed(), String(run.seed)],
  ];
  return (
    <Card>
      <details open={run.state !== 'done'}>
        <summary class="cursor-pointer text-lg font-semibold">{text.settings()}</summary>
        <div class="mt-3">
          <Facts facts={facts} />
        </div>
      </details>
    </Card>
  );
}
