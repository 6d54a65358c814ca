/** The same fits by lme4, where R with lme4 is installed; otherwise what it took once, for comparison. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { fitCrossed } from '#domain/statistics/crossed/index.ts';
import { type Design, simulate } from '#domain/statistics/simulate.ts';
import { freshFolder, removeFolder } from './demo-server.ts';
import { atMost, type Measure, shown } from './measure.ts';

const run = promisify(execFile);

/** lme4 1.1-31 on R 4.2.2, one thread, a shared machine of two processors; fit alone, without conditional variances. */
const MEASURED_ONCE: readonly { design: Design; count: string; seconds: number; megabytes: number }[] = [
  { design: 'A', count: '1e5', seconds: 39.6, megabytes: 404 },
  { design: 'B', count: '1e5', seconds: 2.4, megabytes: 286 },
  { design: 'C', count: '1e5', seconds: 2.1, megabytes: 273 },
  { design: 'B', count: '1e6', seconds: 259, megabytes: 1188 },
  { design: 'C', count: '1e6', seconds: 24.8, megabytes: 997 },
];

const SCRIPT = `
suppressPackageStartupMessages(library(lme4))
data <- read.csv(commandArgs(TRUE)[1], colClasses = c("factor", "factor", "numeric"))
time <- system.time(fit <- lmer(score ~ 1 + (1 | ratee) + (1 | rater), data))
parts <- as.data.frame(VarCorr(fit))
value <- function(name) parts$vcov[parts$grp == name]
cat(sprintf('{"seconds":%f,"ratee":%.12f,"rater":%.12f,"residual":%.12f}',
  time[["user.self"]], value("ratee"), value("rater"), value("Residual")))
`;

interface ByLme4 {
  readonly seconds: number;
  readonly ratee: number;
  readonly rater: number;
  readonly residual: number;
}

export async function comparedWithLme4(): Promise<readonly Measure[]> {
  if (!(await isInstalled())) {
    return MEASURED_ONCE.flatMap(({ design, count, seconds, megabytes }) => [
      shown(
        `fairness: for comparison, lme4 took once for design ${design} with ${count} ratings`,
        seconds,
        's',
      ),
      shown(
        `fairness: for comparison, lme4 needed once for design ${design} with ${count} ratings`,
        megabytes,
        'MB',
      ),
    ]);
  }
  const folder = await freshFolder();
  try {
    const measures: Measure[] = [];
    for (const design of ['B', 'C'] as const) measures.push(...(await sideBySide(design, folder)));
    return measures;
  } finally {
    await removeFolder(folder);
  }
}

async function isInstalled(): Promise<boolean> {
  return run('Rscript', ['-e', 'library(lme4)']).then(
    () => true,
    () => false,
  );
}

async function sideBySide(design: Design, folder: string): Promise<readonly Measure[]> {
  const data = simulate(design, 100_000, 104);
  const file = path.join(folder, `${design}.csv`);
  const lines = Array.from(data.score, (score, row) => `${data.ratee[row]},${data.rater[row]},${score}`);
  await writeFile(file, `ratee,rater,score\n${lines.join('\n')}\n`);
  const { stdout } = await run('Rscript', ['-e', SCRIPT, file], {
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1' },
  });
  const theirs = JSON.parse(stdout) as ByLme4;
  const ours = fitCrossed(data);
  if (ours.kind !== 'estimated') throw new Error(ours.reason);
  const apart = (['ratee', 'rater', 'residual'] as const).map(
    (part) => 100 * Math.abs(ours.variance[part] / theirs[part] - 1),
  );
  return [
    shown(`fairness: lme4 beside it, design ${design} with 1e5 ratings`, theirs.seconds, 's'),
    atMost(
      `fairness: variances against lme4, design ${design} with 1e5 ratings`,
      Math.max(...apart),
      '%',
      0.1,
    ),
  ];
}
