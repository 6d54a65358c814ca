/** Reference data of the statistics (test/data/statistics, sources in its SOURCES.md). */
import { readFileSync } from 'node:fs';

/** The cells of a CSV file without its header; no cell of these files holds a comma. */
export function referenceRows(name: string): string[][] {
  return readFileSync(`test/data/statistics/${name}.csv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
}

/** The same as numbers, from a column on. */
export function referenceNumbers(name: string, fromColumn = 0): number[][] {
  return referenceRows(name).map((row) => row.slice(fromColumn).map(Number));
}
