/** One attribute: the finding in words, the differences with their intervals, and every figure as a table. */
import type { Gap, SharePair } from '#domain/statistics/groups/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Card } from '#ui/parts.tsx';
import { Caterpillar, type CaterpillarRow, caterpillarAxis } from '#ui/plot/index.ts';
import type { Run } from '../../store/types.ts';
import { attributeLabel, groupLabel, inOrder } from '../labels.ts';
import { text } from '../text.ts';
import { type GroupRow, LEAST_PEOPLE, type NamedFinding } from '../types.ts';
import { isSure } from './groups-page.tsx';

const ONE = { maximumFractionDigits: 1 };
const SIGNED = { maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const;
const TWO = { maximumFractionDigits: 2, signDisplay: 'exceptZero' } as const;

interface Shown {
  readonly row: GroupRow;
  readonly run: Run;
}

export function AttributeCard({ row, run }: Shown) {
  const { attribute, figures } = row;
  const findings = inOrder(attribute, figures.findings);
  const band = run.settings.minimumEffect.points;
  const marks = findings.map(
    (finding): CaterpillarRow => ({
      key: finding.group,
      name: nameOf(row, finding),
      words: (
        <>
          {gapWords(finding.adjusted)}
          {finding.raw ? (
            <span class="block text-base-content/75">{text.rawBeside({ gap: gapWords(finding.raw) })}</span>
          ) : null}
        </>
      ),
      n: isPair(row, finding) ? figures.people : finding.people,
      estimate: finding.adjusted?.value ?? null,
      interval: finding.adjusted?.interval ?? null,
      mark: finding.adjusted === null ? 'unknown' : isSure(finding, run) ? 'beyond' : 'usual',
    }),
  );
  return (
    <Card title={attributeLabel(attribute)}>
      <div class="grid grid-cols-[minmax(0,1fr)] gap-4">
        <div class="grid gap-1 max-w-prose">
          {sentencesOf({ row, run }).map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
        {marks.length > 0 ? (
          <>
            <Caterpillar
              caption={`${attributeLabel(attribute)}: ${text.plot()}`}
              headings={{ name: text.group(), plot: text.plot(), words: text.difference(), n: text.people() }}
              rows={marks}
              band={band}
              axis={caterpillarAxis(marks, band)}
              ends={[text.endLower(), text.endHigher()]}
            />
            <Figures row={row} findings={findings} />
          </>
        ) : null}
        <Notes row={row} />
      </div>
    </Card>
  );
}

/** The only comparison there is: this group with the only other one. */
function isPair({ figures }: Pick<GroupRow, 'figures'>, { group }: Pick<NamedFinding, 'group'>): boolean {
  const { findings, shown, hidden } = figures;
  return findings.length === 1 && hidden.groups === 0 && shown.some((each) => each.group !== group);
}

function nameOf({ attribute, figures }: GroupRow, { group }: NamedFinding): string {
  const one = groupLabel(attribute, group);
  const other = figures.shown.find((each) => each.group !== group)?.group;
  return other !== undefined && isPair({ figures }, { group })
    ? text.pair({ one, other: lowered(groupLabel(attribute, other)) })
    : one;
}

/** Within a sentence; what is written in capitals stays so. */
function lowered(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** What may be said: sure differences, else that none is seen, else why nothing can be said. */
function sentencesOf({ row, run }: Shown): readonly string[] {
  const { attribute, figures } = row;
  const { findings, shown } = figures;
  if (findings.length === 0) return [text.tooSmall({ least: LEAST_PEOPLE })];
  if (findings.every(({ adjusted }) => adjusted === null)) return [text.cannotTell()];
  const sure = findings.filter((finding) => isSure(finding, run));
  const isSeen = findings.some(({ adjusted }) => adjusted && adjusted.interval[0] * adjusted.interval[1] > 0);
  if (sure.length === 0) return isSeen ? [text.unsure(), text.seenButMany()] : [text.unsure()];
  return inOrder(attribute, sure).map(({ group, adjusted }) => {
    const other = shown.find((each) => each.group !== group)?.group;
    const words = {
      group: groupLabel(attribute, group),
      others:
        other !== undefined && isPair(row, { group }) ? lowered(groupLabel(attribute, other)) : text.others(),
      points: formatNumber(Math.abs(adjusted?.value ?? 0), ONE),
    };
    const isLower = (adjusted?.value ?? 0) < 0;
    if (figures.allowedFor.includes('unit')) return isLower ? text.lower(words) : text.higher(words);
    return isLower ? text.lowerUnit(words) : text.higherUnit(words);
  });
}

export function gapWords(gap: Gap | null): string {
  if (!gap) return text.notEstimable();
  const [low, high] = gap.interval.map((value) => formatNumber(value, SIGNED));
  return text.interval({ value: formatNumber(gap.value, SIGNED), low: low ?? '', high: high ?? '' });
}

function shareWords(share: SharePair | null): string {
  if (!share) return text.suppressed();
  const percent = (value: number) => formatNumber(value, { style: 'percent', maximumFractionDigits: 0 });
  const points = (value: number) => formatNumber(Math.round(value * 100), SIGNED);
  return text.share({
    group: percent(share.group),
    others: percent(share.others),
    low: points(share.interval[0]),
    high: points(share.interval[1]),
  });
}

function standardisedWords({ standardised }: NamedFinding): string {
  if (!standardised) return '–';
  const [low, high] = standardised.interval.map((value) => formatNumber(value, TWO));
  return text.interval({ value: formatNumber(standardised.value, TWO), low: low ?? '', high: high ?? '' });
}

function shareColumns(): readonly Column<NamedFinding>[] {
  return [
    { key: 'top', heading: text.top(), cell: ({ top }) => shareWords(top) },
    { key: 'below', heading: text.below(), cell: ({ below }) => shareWords(below) },
  ];
}

function Figures({ row, findings }: { row: GroupRow; findings: readonly NamedFinding[] }) {
  const hasUnit = row.figures.allowedFor.includes('unit');
  return (
    <details class="text-sm">
      <summary class="cursor-pointer link py-1">{text.asTable()}</summary>
      <div class="mt-2 -mx-5">
        <DataTable
          caption={attributeLabel(row.attribute)}
          rows={findings}
          rowKey={(finding) => finding.group}
          columns={[
            { key: 'group', heading: text.group(), isTitle: true, cell: (finding) => nameOf(row, finding) },
            { key: 'people', heading: text.people(), cell: ({ people }) => formatNumber(people) },
            { key: 'raw', heading: text.rawShort(), cell: ({ raw }) => gapWords(raw) },
            {
              key: 'adjusted',
              heading: hasUnit ? text.adjustedShort() : text.adjustedPostShort(),
              cell: ({ adjusted }) => gapWords(adjusted),
            },
            { key: 'd', heading: 'd', cell: standardisedWords },
            {
              key: 'q',
              heading: 'q',
              cell: ({ q }) => (q === null ? '–' : formatNumber(q, { maximumFractionDigits: 3 })),
            },
            // Shares of units stand on the board.
            ...(row.attribute === 'unit' ? [] : shareColumns()),
          ]}
        />
      </div>
      <p class="max-w-prose text-base-content/75">{text.columns()}</p>
    </details>
  );
}

function Notes({ row: { figures } }: { row: GroupRow }) {
  const { hidden, unknown, isRounded } = figures;
  const notes = [
    hidden.groups > 0 && figures.findings.length > 0
      ? text.hidden({ groups: hidden.groups, people: hidden.people, least: LEAST_PEOPLE })
      : '',
    unknown > 0 ? text.unknown({ people: unknown }) : '',
    isRounded ? text.rounded() : '',
  ].filter(Boolean);
  return notes.length === 0 ? null : (
    <div class="grid gap-1 text-sm text-base-content/75 max-w-prose">
      {notes.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </div>
  );
}
