/** What `service-standard` says: every case with the working time it took, service by service. */
import { type Bilingual, inBoth, joinBoth, sameInBoth, say } from '../../bilingual.ts';
import {
  type Basis,
  type ExplainedInput,
  type Explanation,
  MISSING,
  NOT_APPLICABLE,
  percentValue,
} from '../../explanation.ts';
import { meanUnits, unitsText } from '../fixed.ts';
import type { Outcome } from '../outcome.ts';
import type { WorkingClock } from '../working-clock.ts';
import { points } from './in-words.ts';
import { type Annotations, annotated } from './mechanism.ts';
import {
  counted,
  countedValue,
  durationInWords,
  FULL_UNITS,
  notCounted,
  ROUNDED,
  scoreValue,
  timeInWords,
} from './records.ts';
import type { ServiceStandardSettings } from './service-standard.ts';
import { type Case, type Cases, isOnTime, minutesOf, type Service } from './service-standard-evidence.ts';

type Explained = {
  readonly code: string;
  readonly label: Bilingual;
  readonly basis: readonly Basis[];
  readonly cases: Cases | undefined;
  readonly outcome: Outcome;
  readonly services: readonly Service[];
  readonly clock: ServiceStandardSettings['clock'];
  readonly running: WorkingClock;
  readonly annotations: Annotations;
};

/** A case with its place in the evidence. */
type Placed = {
  readonly each: Case;
  readonly index: number;
  readonly service: Service;
  /** Of an open case nothing is known yet. */
  readonly minutes: number;
  readonly onTime: boolean;
};

const CASES = ['kasus', 'case', 'cases'] as const;

export function explainCases(explained: Explained): Explanation {
  const { code, label, basis, cases, outcome, services } = explained;
  if (!cases) {
    const rule = { id: 'Berkas kasus belum diberikan.', en: 'No file of cases has been given.' };
    return { code, label, basis, value: MISSING, rule, inputs: [], children: [] };
  }
  const placed = placedCases(cases, explained.running);
  const closed = placed.filter(({ each }) => each.end !== null);
  const open = placed.filter(({ each }) => each.end === null);
  const children = [
    ...services.flatMap((service) => {
      const own = closed.filter((entry) => entry.service === service);
      return own.length === 0 ? [] : [explainService(service, own, explained)];
    }),
    ...(open.length === 0 ? [] : [explainOpen(open, explained)]),
  ];
  if (outcome.state !== 'value' || outcome.type !== 'score') {
    const missing = outcome.state === 'missing';
    const value = missing ? MISSING : NOT_APPLICABLE;
    return { code, label, basis, value, rule: withoutRule(open.length, missing), inputs: [], children };
  }
  const onTime = closed.filter((entry) => entry.onTime).length;
  const rule = say(
    {
      id: '{onTime} dari {closed} kasus yang selesai tepat waktu: {onTime} ÷ {closed} × 100 = {score}{rounded}. {clock}',
      en: '{onTime} of {closed} finished cases were on time: {onTime} ÷ {closed} × 100 = {score}{rounded}. {clock}',
    },
    {
      onTime,
      closed: closed.length,
      score: points(outcome.units),
      rounded: outcome.units * closed.length === onTime * FULL_UNITS ? '' : ROUNDED,
      clock: clockRule(explained),
    },
  );
  return { code, label, basis, value: scoreValue(outcome.units), rule, inputs: [], children };
}

function placedCases(read: Cases, running: WorkingClock): readonly Placed[] {
  return read.cases.flatMap((each, index): Placed[] => {
    const service = read.services[index];
    if (!service) return [];
    const minutes = each.end === null ? 0 : minutesOf(read, index, running);
    return [{ each, index, service, minutes, onTime: isOnTime(minutes, service) }];
  });
}

function withoutRule(open: number, missing: boolean): Bilingual {
  const why =
    open === 0
      ? { id: 'Tidak ada kasus.', en: 'There are no cases.' }
      : {
          id: 'Belum ada kasus yang selesai.',
          en: 'No case is finished yet.',
        };
  const consequence = missing
    ? {
        id: 'Nilainya belum ada; itu bukan nol.',
        en: 'There is no score yet; that is not zero.',
      }
    : { id: 'Komponen ini tidak berlaku.', en: 'This component does not apply.' };
  return joinBoth([why, consequence]);
}

/** When the clock runs: `Yang dihitung hanya jam kerja: Senin–Jumat, 08.00–16.00, istirahat 12.00–13.00.` */
function clockRule({ clock, cases }: Explained): Bilingual {
  const span = ({ from, to }: { readonly from: string; readonly to: string }): Bilingual => ({
    id: `${from.replace(':', '.')}–${to.replace(':', '.')}`,
    en: `${from}–${to}`,
  });
  const pause = clock.break
    ? say({ id: ', istirahat {span}', en: ', break {span}' }, { span: span(clock.break) })
    : sameInBoth('');
  const off = (clock.holidays?.length ?? 0) + (cases?.holidays.length ?? 0);
  const holidays =
    off === 0
      ? sameInBoth('')
      : say({ id: ', tanpa {off} hari libur', en: ', without {off} holidays' }, { off });
  return say(
    {
      id: 'Yang dihitung hanya jam kerja: {days}, {span}{pause}{holidays}.',
      en: 'Only working hours count: {days}, {span}{pause}{holidays}.',
    },
    { days: daysInWords(clock.days), span: span(clock), pause, holidays },
  );
}

const DAY_NAMES = {
  id: 'Senin Selasa Rabu Kamis Jumat Sabtu Minggu'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
};

/** Days of the week, runs of three or more drawn together. */
function daysInWords(days: readonly number[]): Bilingual {
  const sorted = [...days].sort((one, other) => one - other);
  const runs: number[][] = [];
  for (const day of sorted) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return inBoth((language) => {
    const name = (day: number | undefined) => DAY_NAMES[language][(day ?? 1) - 1] ?? '';
    return runs
      .flatMap((run) => (run.length > 2 ? [`${name(run[0])}–${name(run.at(-1))}`] : run.map(name)))
      .join(', ');
  });
}

function hoursInWords(units: number): Bilingual {
  return say({ id: '{hours} jam kerja', en: '{hours} working hours' }, { hours: points(units) });
}

/** The cases of one service, each with the time it took. */
function explainService(service: Service, own: readonly Placed[], explained: Explained): Explanation {
  const { code, annotations } = explained;
  const onTime = own.filter((entry) => entry.onTime).length;
  const share = unitsText(meanUnits(onTime * FULL_UNITS, own.length, 2));
  return {
    code: `${code}-${service.code}`,
    label: service.label,
    value: percentValue(share),
    rule: say(
      {
        id: 'Dijanjikan selesai dalam {target}. {onTime} dari {all} kasus tepat waktu.',
        en: 'Promised within {target}. {onTime} of {all} cases were on time.',
      },
      { target: hoursInWords(service.targetUnits), onTime, all: own.length },
    ),
    basis: [],
    inputs: own.map(({ each, index, minutes, onTime: kept }): ExplainedInput => {
      const label = say(
        {
          id: '{length} waktu kerja, {kept}',
          en: '{length} of working time, {kept}',
        },
        {
          length: durationInWords(minutes),
          kept: kept ? { id: 'tepat waktu', en: 'on time' } : { id: 'terlambat', en: 'late' },
        },
      );
      const value = countedValue(minutes, label);
      return annotated({ path: `${code}.cases[${index}]`, label: caseLabel(each), value }, annotations);
    }),
    children: [],
  };
}

function caseLabel({ id, start, end }: Case): Bilingual {
  return say(
    end === null
      ? { id: 'Kasus {id}, sejak {start}', en: 'Case {id}, since {start}' }
      : { id: 'Kasus {id}, {start} sampai {end}', en: 'Case {id}, {start} to {end}' },
    { id, start: timeInWords(start), end: end === null ? '' : endInWords(start, end) },
  );
}

/** The end without its date where the case ended on the day it began. */
function endInWords(start: string, end: string): Bilingual {
  if (start.slice(0, 10) !== end.slice(0, 10)) return timeInWords(end);
  const time = end.slice(11);
  return { id: `pukul ${time.replace(':', '.')}`, en: time };
}

function explainOpen(open: readonly Placed[], { code, annotations }: Explained): Explanation {
  return notCounted(
    code,
    {
      id: 'Kasus yang belum selesai belum diketahui tepat waktu atau tidak, sehingga belum dihitung.',
      en: 'Whether an open case will be on time is not known yet, so it is not counted.',
    },
    open.map(({ each, index, service }) =>
      annotated(
        {
          path: `${code}.cases[${index}]`,
          label: caseLabel(each),
          value: {
            state: 'value',
            kind: 'text',
            value: 'open',
            label: say(
              { id: 'belum selesai ({service})', en: 'open ({service})' },
              { service: service.label },
            ),
          },
        },
        annotations,
      ),
    ),
    countedValue(open.length, counted(open.length, CASES)),
  );
}
