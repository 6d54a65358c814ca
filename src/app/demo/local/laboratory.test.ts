import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { outcomeOf, type Period, periodSchema } from '#domain/laboratory/index.ts';
import { computeSide, SIDES } from './laboratory-design.ts';
import { DEMO_RUNS } from './laboratory-runs.ts';

const FOLDERS = { 'jambi-adil-terbuka': 'kota-jambi', 'sawahlunto-capaian': 'kota-sawahlunto' } as const;

/** The stored runs are what the laboratory computes today: `TERA_WRITE_RUNS=1 npm test -- demo/local/laboratory`. */
it('the saved runs of the demonstration are computed, not invented', { timeout: 120_000 }, async () => {
  const computed: Record<string, Record<string, string>> = {};
  for (const [schemeId, folder] of Object.entries(FOLDERS)) {
    const sides = SIDES.map((side) => [side, JSON.stringify(computeSide(folder, schemeId, side))] as const);
    computed[schemeId] = Object.fromEntries(sides);
  }
  if (process.env.TERA_WRITE_RUNS) await writeRuns(computed);
  else expect(DEMO_RUNS).toEqual(computed);
  for (const runs of Object.values(computed))
    for (const text of Object.values(runs)) {
      const periods: readonly Period[] = periodSchema.array().parse(JSON.parse(text));
      expect(outcomeOf(periods).wrong.share).toBeGreaterThan(0.05);
    }
});

async function writeRuns(
  computed: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<void> {
  const lines = Object.entries(computed).map(
    ([schemeId, runs]) =>
      `  '${schemeId}': {\n${Object.entries(runs)
        .map(([side, text]) => `    ${side}:\n      '${text}',\n`)
        .join('')}  },\n`,
  );
  await writeFile(
    new URL('./laboratory-runs.ts', import.meta.url),
    `/** Runs of the laboratory for the demonstration. Written by laboratory.test.ts; never by hand. */
export const DEMO_RUNS: Readonly<Record<string, { readonly before: string; readonly after: string }>> = {
${lines.join('')}};
`,
  );
}
