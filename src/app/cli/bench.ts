import { SUITES } from '../bench/suites.ts';
import { type Command, EXIT } from './io.ts';

/** `tera bench [--json] [SUITE …]`: each measure beside what it should reach. Fails when one does not. */
export const run: Command = async (args, io) => {
  const asJson = args.includes('--json');
  const asked = args.filter((arg) => arg !== '--json');
  const unknown = asked.filter((name) => !Object.hasOwn(SUITES, name));
  if (unknown.length > 0) {
    io.stderr.write(`Unknown: ${unknown.join(', ')}. Known: ${Object.keys(SUITES).join(', ')}\n`);
    return EXIT.usage;
  }
  let allReached = true;
  for (const [name, suite] of Object.entries(SUITES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const measure of await suite()) {
      allReached &&= measure.ok;
      const mark = measure.reach === null ? ' ' : measure.ok ? '✓' : '✗';
      const line = `${mark} ${measure.name}: ${measure.value} ${measure.unit}${measure.reach ? ` (${measure.reach})` : ''}`;
      io.stdout.write(`${asJson ? JSON.stringify(measure) : line}\n`);
    }
  }
  return allReached ? EXIT.done : EXIT.refused;
};
