/** Results against targets: how achievement is computed, and the curve from achievement to score. */
import type { Scheme } from '#domain/schemes/index.ts';
import { DIRECTIONS } from '#domain/schemes/sections.ts';
import { formatDecimal, formatNumber } from '#platform/locale/format.ts';
import type { SettingsOf } from './mechanism.tsx';
import { ScaleList, SmallTable } from './parts.tsx';
import { round, TextLines } from './svg-text.tsx';
import { text } from './text-parts.ts';

type Settings = SettingsOf<'planned-results'>;
type Segment = Settings['conversion']['segments'][number];

export function PlannedResultsPart({ scheme, settings }: { scheme: Scheme; settings: Settings }) {
  const { weighting, additional, conversion, maximumAchieved, scale } = settings;
  return (
    <>
      <p class="max-w-prose">{text['how_planned-results']()}</p>
      <div class="grid gap-4 sm:grid-cols-2 items-start">
        <Curve segments={conversion.segments} />
        <SmallTable
          caption={text.curveLabel()}
          columns={[{ heading: text.achievement() }, { heading: text.score(), align: 'right' }]}
          rows={conversion.segments.map((segment) => ({
            key: segment.from,
            cells: [segmentPercent(segment), segmentScore(segment)],
          }))}
        />
      </div>
      <ul class="list-disc pl-5 grid gap-1">
        <li>{text.rounding({ decimals: conversion.roundPercent })}</li>
        <li>{weighting === 'equal' ? text.linesEqual() : text.linesGiven()}</li>
        <li>{additional === 'shown' ? text.additionalShown() : text.additionalCounted()}</li>
        {maximumAchieved === undefined ? null : (
          <li>{text.maximumAchieved({ score: formatDecimal(maximumAchieved) })}</li>
        )}
      </ul>
      {scale === undefined ? null : (
        <>
          <p>{text.qualitativeLines()}</p>
          <ScaleList scheme={scheme} scale={scale} />
        </>
      )}
      <details class="rounded-field border border-base-300">
        <summary class="cursor-pointer px-3 py-2 font-medium">{text.directions()}</summary>
        <div class="px-3 pb-3">
          <SmallTable
            caption={text.directions()}
            columns={[{ heading: text.direction() }, { heading: text.formula() }]}
            rows={DIRECTIONS.map((direction) => ({
              key: direction,
              cells: [text[`direction_${direction}`](), text[`formula_${direction}`]()],
            }))}
          />
        </div>
      </details>
    </>
  );
}

function segmentPercent({ from, to }: Segment): string {
  const words =
    to === undefined
      ? text.percentFrom({ from: formatDecimal(from) })
      : text.percentFromTo({ from: formatDecimal(from), to: formatDecimal(to) });
  return words.replaceAll(' %', '\u00a0%');
}

function segmentScore({ score, reaching }: Segment): string {
  return reaching === undefined || reaching === score
    ? formatDecimal(score)
    : text.scoreFromTo({ from: formatDecimal(score), to: formatDecimal(reaching) });
}

const WIDTH = 320;
const HEIGHT = 190;
const LEFT = 34;
const BOTTOM = 30;

/** The points of the curve; binary fractions are good enough for a drawing. */
function Curve({ segments }: { segments: readonly Segment[] }) {
  const last = segments.at(-1);
  const end = Number(last?.to ?? last?.from ?? 100);
  const right = Math.max(110, last?.to === undefined ? end * 1.12 : end);
  const points = segments.flatMap(({ from, to, score, reaching }) => [
    [Number(from), Number(score)] as const,
    [Number(to ?? right), Number(reaching ?? score)] as const,
  ]);
  const top = Math.max(...points.map(([, score]) => score), 1);
  const x = (percent: number) => round(LEFT + (percent / right) * (WIDTH - LEFT - 6));
  const y = (score: number) => round(HEIGHT - BOTTOM - (score / top) * (HEIGHT - BOTTOM - 14));
  const ticksX = [...new Set([0, ...segments.map(({ from }) => Number(from)), 100])].sort((a, b) => a - b);
  const ticksY = [...new Set(points.map(([, score]) => score))].sort((a, b) => a - b);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      class="w-full max-w-sm h-auto"
      role="img"
      aria-label={text.curveLabel()}
    >
      {spaced(ticksY, (top / (HEIGHT - BOTTOM - 14)) * 14).map((score) => (
        <g key={score}>
          <path d={`M${LEFT} ${y(score)}H${WIDTH - 6}`} stroke="currentColor" stroke-opacity="0.15" />
          <TextLines lines={[formatNumber(score)]} x={LEFT - 5} y={y(score) + 4} size={11} anchor="end" />
        </g>
      ))}
      {spaced(ticksX, (right / (WIDTH - LEFT)) * 34).map((percent) => (
        <TextLines
          key={percent}
          lines={[`${formatNumber(percent)} %`]}
          x={x(percent)}
          y={HEIGHT - BOTTOM + 17}
          size={11}
          anchor={percent === 0 ? 'start' : 'middle'}
        />
      ))}
      <path d={`M${LEFT} ${y(0)}H${WIDTH - 6}`} stroke="currentColor" stroke-opacity="0.6" />
      <path
        d={points.map(([percent, score], index) => `${index ? 'L' : 'M'}${x(percent)} ${y(score)}`).join('')}
        fill="none"
        stroke="var(--color-primary)"
        stroke-width="2.5"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** Of ticks that would lie upon each other only the outer are kept; the last always. */
function spaced(ticks: readonly number[], apart: number): readonly number[] {
  const kept: number[] = [];
  for (const tick of ticks.toReversed()) {
    const next = kept.at(-1);
    if (next === undefined || next - tick >= apart) kept.push(tick);
  }
  return kept.toReversed();
}
