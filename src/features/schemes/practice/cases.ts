/**
 * Sample employees of a scheme: its own example, and the same person in a better and in a harder year. Invented, and
 * made from the scheme itself, so that every scheme has them the day it is written.
 */
import type { CompiledScheme, Scheme } from '#domain/schemes/index.ts';
import type { ComponentSettings } from '#domain/schemes/mechanisms/settings.ts';

export const CASES = ['steady', 'strong', 'hard'] as const;
export type CaseCode = (typeof CASES)[number];

export type Evidence = Readonly<Record<string, unknown>>;

type Turn = 'better' | 'worse';

/** Evidence of a sample employee; always of the shape that the scheme reads, and with a category. */
export function sampleEvidence(compiled: CompiledScheme, code: CaseCode): Evidence {
  if (code === 'steady') return compiled.example;
  const turn = code === 'strong' ? 'better' : 'worse';
  let evidence: Evidence = compiled.example;
  for (const [name, settings] of Object.entries(compiled.scheme.components)) {
    const varied = vary(compiled.scheme, settings, evidence[name], turn);
    const next = { ...evidence, [name]: varied };
    const { problems, category } = compiled.evaluate(next);
    // What a scheme does not take stays as in its example.
    if (problems.length === 0 && category !== null) evidence = next;
  }
  return evidence;
}

function vary(scheme: Scheme, settings: ComponentSettings, example: unknown, turn: Turn): unknown {
  switch (settings.mechanism) {
    case 'rating':
      return { rating: levelOf(scheme, settings.scale, turn) };
    case 'rated-lines':
      return {
        lines: recordsIn(example, 'lines').map((line) => ({
          kind: line.kind,
          rating: turn === 'better' ? 'above' : 'below',
        })),
      };
    case 'score':
      return { score: scoreOf(settings.range, turn) };
    case 'fact':
      // A fact is neither good nor bad by itself: whoever practises turns it.
      return example;
    case 'planned-results':
      return {
        lines: recordsIn(example, 'lines').map((line) => variedLine(scheme, settings.scale, line, turn)),
      };
    case 'rated-items':
      return { forms: formsOf(example, turn, (form) => variedItems(scheme, settings.scale, form, turn)) };
    case 'competencies':
      return {
        ...(isRecord(example) ? example : {}),
        forms: formsOf(example, turn, (form) => variedLevels(form, turn)),
      };
    case 'presence':
      return { ...(isRecord(example) ? example : {}), ...ATTENDANCE[turn] };
    case 'service-standard':
      return { cases: recordsIn(example, 'cases').map((each) => variedCase(each, turn)) };
    case 'survey':
      return { ...(isRecord(example) ? example : {}), ...variedMeans(scheme, settings.scale, example, turn) };
    case 'innovation':
      return turn === 'better' ? example : { items: [] };
    case 'team-contribution':
      return {
        teams: recordsIn(example, 'teams').map((team) => ({
          ...team,
          level: levelOf(scheme, settings.scale, turn),
        })),
      };
  }
}

/** The best level, or the last but one: the very last would hide what the rest of the form does. */
function levelOf(scheme: Scheme, scale: string, turn: Turn): string | undefined {
  const levels = scheme.scales?.[scale]?.levels ?? [];
  return (turn === 'better' ? levels[0] : (levels.at(-2) ?? levels.at(-1)))?.code;
}

function scoreOf({ from, to }: { readonly from: string; readonly to: string }, turn: Turn): string {
  const [lowest, highest] = [Number(from), Number(to)];
  return String(Math.round(lowest + (highest - lowest) * (turn === 'better' ? 1 : 0.5)));
}

function variedLine(scheme: Scheme, scale: string | undefined, line: Evidence, turn: Turn): Evidence {
  if (line.level !== undefined && scale !== undefined)
    return { ...line, level: levelOf(scheme, scale, turn) };
  return { ...line, indicators: recordsIn(line, 'indicators').map((each) => variedIndicator(each, turn)) };
}

/** A fifth above or two fifths short of the target, whichever way is better. */
function variedIndicator(indicator: Evidence, turn: Turn): Evidence {
  const target = Number(indicator.target);
  if (!Number.isFinite(target) || target === 0) return indicator;
  const higher = indicator.direction === 'higher';
  const factor = turn === 'better' ? (higher ? 1.2 : 0.8) : higher ? 0.6 : 1.6;
  return { ...indicator, realisations: [String(Math.round(target * factor * 100) / 100)] };
}

/** In a hard year some did not answer either: a voice below its number is then left out openly. */
function formsOf(
  example: unknown,
  turn: Turn,
  change: (form: Evidence) => Evidence,
): Readonly<Record<string, readonly Evidence[]>> {
  const forms = isRecord(example) && isRecord(example.forms) ? example.forms : {};
  return Object.fromEntries(
    Object.keys(forms).map((voice) => {
      const all = recordsIn(forms, voice).map(change);
      return [voice, turn === 'worse' ? all.slice(0, Math.max(1, all.length - 1)) : all];
    }),
  );
}

function variedItems(scheme: Scheme, scale: string, form: Evidence, turn: Turn): Evidence {
  const items = isRecord(form.items) ? form.items : {};
  const level = levelOf(scheme, scale, turn);
  return { ...form, items: Object.fromEntries(Object.keys(items).map((code) => [code, level])) };
}

function variedLevels(form: Evidence, turn: Turn): Evidence {
  const levels = isRecord(form.levels) ? form.levels : {};
  const step = turn === 'better' ? 1 : -1;
  return {
    ...form,
    levels: Object.fromEntries(
      Object.entries(levels).map(([code, level]) => [code, Math.min(5, Math.max(1, Number(level) + step))]),
    ),
  };
}

const ATTENDANCE: Readonly<Record<Turn, Evidence>> = {
  better: { absentDays: 0, longestAbsence: 0, late: [], earlyLeave: [] },
  worse: {
    absentDays: 3,
    longestAbsence: 2,
    late: [
      { date: '2026-01-12', minutes: 25 },
      { date: '2026-02-03', minutes: 70 },
      { date: '2026-04-20', minutes: 120 },
    ],
    earlyLeave: [{ date: '2026-03-27', minutes: 45 }],
  },
};

/** A hard year answers a month later; the open case stays open. */
function variedCase(each: Evidence, turn: Turn): Evidence {
  if (turn === 'better' || typeof each.end !== 'string') return each;
  return { ...each, end: each.end.replace(/^2026-03/, '2026-04') };
}

function variedMeans(scheme: Scheme, scale: string, example: unknown, turn: Turn): Evidence {
  const means = isRecord(example) && isRecord(example.means) ? example.means : {};
  const code = levelOf(scheme, scale, turn);
  const score = scheme.scales?.[scale]?.levels.find((level) => level.code === code)?.score;
  return { means: Object.fromEntries(Object.keys(means).map((question) => [question, score])) };
}

function isRecord(value: unknown): value is Evidence {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of objects below a name; empty where there is none. */
export function recordsIn(value: unknown, name: string): readonly Evidence[] {
  const list = isRecord(value) ? value[name] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
