/**
 * The whole of `tera fairness`, from the file to the file: start, reading, model, detectors, writing; time and peak
 * memory of the process. Ratings with a known truth, fixed seeds; CPU seconds stand beside, for a machine that is busy.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { type Design, simulate } from '#domain/statistics/simulate.ts';
import { projectRoot } from '#platform/project-root.ts';
import { freshFolder, removeFolder } from './demo-server.ts';
import { atMost, type Measure, shown } from './measure.ts';

interface Case {
  readonly design: Design | 'single';
  readonly count: number;
  readonly seed: number;
  readonly seconds: number;
  readonly megabytes: number;
}

const CASES: readonly Case[] = [
  { design: 'B', count: 100_000, seed: 101, seconds: 1.5, megabytes: 400 },
  { design: 'A', count: 1_000_000, seed: 102, seconds: 5, megabytes: 400 },
  { design: 'B', count: 1_000_000, seed: 102, seconds: 5, megabytes: 400 },
  { design: 'C', count: 1_000_000, seed: 102, seconds: 5, megabytes: 400 },
  { design: 'single', count: 1_000_000, seed: 102, seconds: 5, megabytes: 400 },
  { design: 'B', count: 10_000_000, seed: 103, seconds: 25, megabytes: 2048 },
];

/** Asked for with `TERA_BENCH_LARGE=1`: another minute. */
const LARGE_CASES: readonly Case[] = [
  { design: 'A', count: 10_000_000, seed: 103, seconds: 25, megabytes: 2048 },
  { design: 'C', count: 10_000_000, seed: 103, seconds: 25, megabytes: 2048 },
];

/** Every case, one after the other. */
export async function measureFairnessCommand(): Promise<readonly Measure[]> {
  const folder = await freshFolder();
  try {
    const measures: Measure[] = [];
    for (const each of process.env.TERA_BENCH_LARGE ? [...CASES, ...LARGE_CASES] : CASES) {
      const file = path.join(folder, 'ratings.csv');
      writeRatings(file, each);
      const used = await runCommand(file, path.join(folder, 'figures.json'));
      const name = `tera fairness, ${nameOf(each)}`;
      measures.push(
        atMost(name, used.seconds, 's', each.seconds),
        shown(`${name}, processor`, used.cpuSeconds, 's'),
      );
      if (used.megabytes !== undefined)
        measures.push(atMost(`${name}, memory`, used.megabytes, 'MB', each.megabytes));
    }
    return measures;
  } finally {
    await removeFolder(folder);
  }
}

function nameOf({ design, count }: Case): string {
  const size = `${count.toLocaleString('en')} ratings`;
  return design === 'single' ? `${size}, one for each person` : `${size} of design ${design}`;
}

function writeRatings(file: string, { design, count, seed }: Case): void {
  const data = simulate(design === 'single' ? 'A' : design, count, seed);
  const handle = openSync(file, 'w');
  let text = 'ratee,rater,score\n';
  for (let row = 0; row < data.score.length; row++) {
    const ratee = design === 'single' ? row : data.ratee[row];
    text += `p${ratee},r${data.rater[row]},${data.score[row]?.toFixed(3)}\n`;
    if (text.length > 1_000_000) {
      writeSync(handle, text);
      text = '';
    }
  }
  writeSync(handle, text);
  closeSync(handle);
}

interface Used {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Undefined where the system does not tell. */
  readonly megabytes: number | undefined;
}

async function runCommand(file: string, out: string): Promise<Used> {
  const startedAt = performance.now();
  const command = path.join(projectRoot(), 'bin/tera');
  const child = spawn(process.execPath, [command, 'fairness', file, '--out', out], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // The system keeps the peak until the process ends; it is read shortly before.
  let megabytes: number | undefined;
  let cpuSeconds = 0;
  const timer = setInterval(() => {
    megabytes = peakMegabytes(child.pid) ?? megabytes;
    cpuSeconds = cpuSecondsOf(child.pid) ?? cpuSeconds;
  }, 20);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`tera fairness ended with code ${code}`);
  return { seconds: (performance.now() - startedAt) / 1000, cpuSeconds, megabytes };
}

function peakMegabytes(pid: number | undefined): number | undefined {
  const match = /VmHWM:\s+(\d+) kB/.exec(procFile(pid, 'status'));
  return match ? Number(match[1]) / 1024 : undefined;
}

/** User and system time: the 14th and 15th field, in hundredths of a second. */
function cpuSecondsOf(pid: number | undefined): number | undefined {
  const fields = procFile(pid, 'stat').split(') ')[1]?.split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) / 100 : undefined;
}

function procFile(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
