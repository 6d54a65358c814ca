/** Setting a paper holds the process for 10 to 30 ms. Papers asked for at once are set one after another, and between two the process answers others. */
import { renderPaper } from './render.ts';
import type { Paper } from './types.ts';

let last: Promise<unknown> = Promise.resolve();

export function renderInTurn(paper: Paper): Promise<Buffer> {
  const mine = last.then(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return renderPaper(paper);
  });
  last = mine.catch(() => undefined);
  return mine;
}
