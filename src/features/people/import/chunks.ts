/** Rows of one statement: 20 columns of them stay far below PostgreSQL's 65,535 parameters. */
const CHUNK = 1000;

export function chunks<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}
