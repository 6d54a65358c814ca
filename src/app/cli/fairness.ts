/** `tera fairness RATINGS.csv`: severity, adjusted figures, reliability and patterns to review, as JSON. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import {
  analyseRatings,
  type FairnessSettings,
  settingsForScale,
} from '#domain/statistics/fairness/index.ts';
import { type CommandStreams, EXIT, problemLine, terminalLanguage } from './command.ts';
import { type Condition, mappingOf } from './fairness-columns.ts';
import { type RatingFile, type RefusedFile, readRatings, type Selection } from './fairness-csv.ts';
import { createJsonBytes } from './fairness-json.ts';
import { writeFairness } from './fairness-output.ts';

const USAGE = `tera fairness RATINGS.csv [--out FILE.json] [--columns ratee=…,rater=…,item=…,score=…,group=…]
    [--where HEADING=VALUE]… [--scale LOW,HIGH] [--threshold POINTS] [--probability P] [--q RATE] [--minimum FORMS] [--cuts A,B,…] [--seed NUMBER]
Columns: ratee, rater, score; optional item, group, day, tie, role, weight.
`;

interface Options {
  readonly file: string;
  readonly out?: string;
  readonly selection: Selection;
  readonly scale?: readonly [number, number];
  readonly threshold?: number;
  readonly probability?: number;
  readonly q?: number;
  readonly minimum?: number;
  readonly cuts?: readonly number[];
  readonly seed?: number;
}

const VALUES = ['out', 'columns', 'scale', 'threshold', 'probability', 'q', 'minimum', 'cuts', 'seed'];

/** The arguments as options; undefined where they are wrong. */
function optionsOf(args: readonly string[]): Options | undefined {
  const given = new Map<string, string>();
  const files: string[] = [];
  const where: Condition[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (!argument.startsWith('--')) {
      files.push(argument);
      continue;
    }
    const [, name = '', , inline] = /^--([a-z]+)(=(.*))?$/s.exec(argument) ?? [];
    const value = inline ?? args[++index];
    const [, heading = '', wanted = ''] = name === 'where' ? (/^([^=]+)=(.*)$/s.exec(value ?? '') ?? []) : [];
    if (heading !== '') {
      where.push({ heading: heading.trim(), value: wanted.trim() });
      continue;
    }
    if (!VALUES.includes(name) || value === undefined || given.has(name)) return undefined;
    given.set(name, value);
  }
  const [file, ...others] = files;
  const mapping = mappingOf(given.get('columns') ?? '') ?? (given.has('columns') ? undefined : {});
  const numbers = numbersOf(given);
  if (file === undefined || others.length > 0 || !mapping || !numbers) return undefined;
  const out = given.get('out');
  return { file, selection: { mapping, where }, ...numbers, ...(out === undefined ? {} : { out }) };
}

type Numbers = Pick<Options, 'scale' | 'threshold' | 'probability' | 'q' | 'minimum' | 'cuts' | 'seed'>;

function numbersOf(given: ReadonlyMap<string, string>): Numbers | undefined {
  let isRight = true;
  const list = (name: string, check: (values: readonly number[]) => boolean) => {
    const text = given.get(name);
    if (text === undefined) return undefined;
    const values = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
    if (!values.every(Number.isFinite) || !check(values)) isRight = false;
    return values;
  };
  const one = (name: string, check: (value: number) => boolean) =>
    list(name, (values) => values.length === 1 && check(values[0] ?? Number.NaN))?.[0];
  const isAscending = (values: readonly number[]) =>
    values.every((value, index) => index === 0 || value > (values[index - 1] ?? value));
  const scale = list('scale', (values) => values.length === 2 && isAscending(values));
  const cuts = list('cuts', isAscending);
  const numbers = {
    threshold: one('threshold', (value) => value >= 0),
    probability: one('probability', (value) => value > 0.5 && value < 1),
    q: one('q', (value) => value > 0 && value < 1),
    minimum: one('minimum', (value) => Number.isInteger(value) && value >= 3),
    seed: one('seed', (value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32),
  };
  if (!isRight) return undefined;
  const set = Object.fromEntries(
    Object.entries({ ...numbers, cuts }).filter(([, value]) => value !== undefined),
  );
  return { ...set, ...(scale ? { scale: [scale[0] ?? 0, scale[1] ?? 0] } : {}) };
}

/** The settings asked for; the scale is that of the scores seen where none was named. */
function settingsOf(options: Options, file: RatingFile): FairnessSettings {
  const base = settingsForScale(options.scale ?? usualScale(file), file.isWhole);
  return {
    ...base,
    severityThreshold: options.threshold ?? base.severityThreshold,
    severityProbability: options.probability ?? base.severityProbability,
    falseDiscoveryRate: options.q ?? base.falseDiscoveryRate,
    minimumForms: options.minimum ?? base.minimumForms,
    cuts: options.cuts ?? base.cuts,
    seed: options.seed ?? base.seed,
  };
}

/** 0 to 100 where the scores fit it and reach beyond ten, else the range of the scores. */
function usualScale({ lowest, highest }: RatingFile): readonly [number, number] {
  return lowest >= 0 && highest > 10 && highest <= 100 ? [0, 100] : [lowest, highest];
}

export async function run(args: readonly string[], streams: CommandStreams): Promise<number> {
  const options = optionsOf(args);
  if (!options) {
    streams.stderr.write(USAGE);
    return EXIT.usage;
  }
  const startedAt = performance.now();
  const progress = progressOn(streams.stderr);
  const file = read(options, progress);
  if (typeof file === 'string') {
    progress.clear();
    streams.stderr.write(`${options.file}: ${file}\n`);
    return EXIT.refused;
  }
  if ('problems' in file) {
    progress.clear();
    refuse(file, streams);
    return EXIT.refused;
  }
  const analysis = analyseRatings(file.columns, settingsOf(options, file), (done) =>
    progress.show('compute', done),
  );
  progress.clear();
  const seconds = (performance.now() - startedAt) / 1000;
  if (options.out === undefined) {
    const json = createJsonBytes((bytes) => streams.stdout.write(Buffer.from(bytes).toString('utf8')));
    writeFairness(json, file, analysis, seconds);
    return EXIT.done;
  }
  try {
    writeWhole(options.out, (write) => writeFairness(createJsonBytes(write), file, analysis, seconds));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    streams.stderr.write(`${options.out}: ${WORDS.unwritable[terminalLanguage()]} (${error.code})\n`);
    return EXIT.refused;
  }
  return EXIT.done;
}

const WORDS = {
  unreadable: { id: 'tidak dapat dibaca', en: 'cannot be read' },
  unwritable: { id: 'tidak dapat ditulis', en: 'cannot be written' },
  more: { id: 'masalah lainnya', en: 'more problems' },
  read: { id: 'membaca', en: 'reading' },
  compute: { id: 'menghitung', en: 'computing' },
} as const;

function read(options: Options, progress: Progress): RatingFile | RefusedFile | string {
  try {
    return readRatings(options.file, options.selection, (done) => progress.show('read', done));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return `${WORDS.unreadable[terminalLanguage()]} (${error.code})`;
  }
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

function refuse({ problems, total }: RefusedFile, { stderr }: CommandStreams): void {
  for (const problem of problems) stderr.write(problemLine(problem));
  const more = total - problems.length;
  if (more > 0) stderr.write(`… ${more} ${WORDS.more[terminalLanguage()]}\n`);
}

/** Writes beside the file and puts it in place when it is whole: nobody finds half an answer. */
function writeWhole(file: string, fill: (write: (bytes: Uint8Array) => void) => void): void {
  const beside = `${file}.${process.pid}.part`;
  const handle = openSync(beside, 'w');
  try {
    fill((bytes) => {
      for (let from = 0; from < bytes.length; ) from += writeSync(handle, bytes, from);
    });
    closeSync(handle);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

interface Progress {
  readonly show: (stage: 'read' | 'compute', done: number) => void;
  readonly clear: () => void;
}

/** One line that is written over, only where somebody looks at it. */
function progressOn(stderr: CommandStreams['stderr']): Progress {
  const isSeen = 'isTTY' in stderr && stderr.isTTY === true;
  let shownAt = 0;
  const clear = () => {
    if (shownAt > 0) stderr.write('\r\u001b[K');
    shownAt = 0;
  };
  const show: Progress['show'] = (stage, done) => {
    const now = performance.now();
    if (!isSeen || now - shownAt < 100) return;
    shownAt = now;
    stderr.write(`\r\u001b[K${WORDS[stage][terminalLanguage()]} ${Math.floor(100 * done)} %`);
  };
  return { show, clear };
}
