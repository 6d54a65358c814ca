import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountLine, recoverable, suppress, suppressTable } from './suppression.ts';

const MINIMUM = 5;

describe('suppressTable', () => {
  it('hides nothing where every number is large or nought', () => {
    const shown = suppressTable(
      [
        [12, 0, 6],
        [9, 30, 0],
      ],
      MINIMUM,
    );
    expect(shown.cells.flat()).not.toContain(true);
    expect([...shown.rowTotals, ...shown.columnTotals, shown.total]).not.toContain(true);
  });

  it('hides a second number in the row and the column of a small one', () => {
    const { cells, rowTotals, columnTotals, total } = suppressTable(
      [
        [20, 10, 3],
        [15, 25, 30],
        [40, 12, 18],
      ],
      MINIMUM,
    );
    expect(cells[0]?.[2]).toBe(true);
    expect(cells[0]?.filter(Boolean)).toHaveLength(2);
    expect(cells.flat().filter(Boolean)).toHaveLength(4);
    expect([...rowTotals, ...columnTotals, total]).not.toContain(true);
  });

  it('hides a unit of fewer people than the minimum altogether, with another so that it cannot be subtracted', () => {
    const { cells, rowTotals, total } = suppressTable(
      [
        [2, 1],
        [20, 30],
        [8, 9],
      ],
      MINIMUM,
    );
    expect(cells[0]).toEqual([true, true]);
    expect(rowTotals).toEqual([true, false, true]);
    expect(total).toBe(false);
  });

  it('hides everything where all are few', () => {
    const { cells, rowTotals, columnTotals, total } = suppressTable([[1, 2]], MINIMUM);
    expect([...cells.flat(), ...rowTotals, ...columnTotals, total]).not.toContain(false);
  });

  it('has nothing to say about no table', () => {
    expect(suppressTable([], MINIMUM)).toEqual({
      cells: [],
      rowTotals: [],
      columnTotals: [],
      total: false,
    });
  });
});

describe('recoverable', () => {
  it('finds a number that follows from several lines together only', () => {
    // a+b and c+d hide two each by row; by column a+c, and b+d+e with e alone in its row: rows less column give e.
    const hidden = Uint8Array.from([1, 1, 1, 1, 1, 0, 0, 0, 0]);
    const lines: CountLine[] = [
      { total: 5, parts: [0, 1] },
      { total: 6, parts: [2, 3] },
      { total: 7, parts: [0, 2] },
      { total: 8, parts: [1, 3, 4] },
    ];
    expect(recoverable(hidden, lines)).toEqual([4]);
  });
});

const counts = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 60 })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  );

describe('what is hidden', () => {
  it('never follows from a linear combination of what is shown', () => {
    fc.assert(
      fc.property(counts, (table) => {
        const { values, lines } = flatten(table);
        const hidden = suppress(values, lines, MINIMUM);
        expectHidden(values, lines, hidden);
      }),
      { numRuns: 400 },
    );
  });

  it('holds for the table as it is shown', () => {
    fc.assert(
      fc.property(counts, (table) => {
        const shown = suppressTable(table, MINIMUM);
        const hidden = Uint8Array.from(
          [
            ...shown.cells.flatMap((row, index) => [...row, shown.rowTotals[index] ?? false]),
            ...shown.columnTotals,
            shown.total,
          ].map(Number),
        );
        const { values, lines } = flatten(table);
        expectHidden(values, lines, hidden);
      }),
      { numRuns: 200 },
    );
  });

  it('holds for units in a tree, whose totals are parts of the unit above', () => {
    const parents = fc.array(fc.nat(), { minLength: 1, maxLength: 6 });
    const own = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 }), {
      minLength: 7,
      maxLength: 7,
    });
    fc.assert(
      fc.property(parents, own, (picks, people) => {
        const { values, lines } = tree(picks, people);
        expectHidden(values, lines, suppress(values, lines, MINIMUM));
      }),
      { numRuns: 60 },
    );
  });
});

function expectHidden(values: readonly number[], lines: readonly CountLine[], hidden: Uint8Array) {
  values.forEach((value, index) => {
    if (value > 0 && value < MINIMUM) expect(hidden[index]).toBe(1);
  });
  expect(determined(lines, hidden)).toEqual([]);
  for (const { total, parts } of lines) {
    if (hidden[total] === 1) continue;
    const together = parts.reduce((sum, part) => sum + (hidden[part] === 1 ? (values[part] ?? 0) : 0), 0);
    expect(together === 0 || together >= MINIMUM).toBe(true);
  }
}

/** By ranks of dense matrices of exact fractions, apart from how the module does it. */
function determined(lines: readonly CountLine[], hidden: Uint8Array): readonly number[] {
  const columns = [...hidden.keys()].filter((index) => hidden[index] === 1);
  const rows = lines.map((line) =>
    columns.map((column) => (line.total === column ? -1n : line.parts.includes(column) ? 1n : 0n)),
  );
  const rank = rankOf(rows);
  return columns.filter(
    (asked) => rankOf([...rows, columns.map((each) => (each === asked ? 1n : 0n))]) === rank,
  );
}

/** Without fractions (Bareiss): every division is exact. */
function rankOf(matrix: readonly (readonly bigint[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let [rank, previous] = [0, 1n];
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const found = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (found < 0) continue;
    const pivot = rows[found] ?? [];
    rows[found] = rows[rank] ?? [];
    rows[rank] = pivot;
    const head = pivot[column] ?? 1n;
    for (let index = rank + 1; index < rows.length; index += 1) {
      const row = rows[index] ?? [];
      const factor = row[column] ?? 0n;
      rows[index] = row.map((value, at) => (value * head - factor * (pivot[at] ?? 0n)) / previous);
    }
    previous = head;
    rank += 1;
  }
  return rank;
}

function flatten(table: readonly (readonly number[])[]) {
  const width = (table[0]?.length ?? 0) + 1;
  const withTotals = table.map((row) => [...row, row.reduce((sum, value) => sum + value, 0)]);
  const bottom = Array.from({ length: width }, (_, column) =>
    withTotals.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  const all = [...withTotals, bottom];
  const lines: CountLine[] = [
    ...all.map((_, row) => ({
      total: row * width + width - 1,
      parts: Array.from({ length: width - 1 }, (_, column) => row * width + column),
    })),
    ...bottom.map((_, column) => ({
      total: (all.length - 1) * width + column,
      parts: table.map((_, row) => row * width + column),
    })),
  ];
  return { values: all.flat(), lines };
}

/** Node k+1 hangs below node picks[k] modulo its number; each has people of its own, its sum and its total. */
function tree(picks: readonly number[], people: readonly (readonly number[])[]) {
  const size = picks.length + 1;
  const parentOf = (node: number) => (picks[node - 1] ?? 0) % node;
  const own = Array.from({ length: size }, (_, node) => {
    const row = people[node] ?? [0, 0, 0];
    return [...row, row.reduce((sum, value) => sum + value, 0)];
  });
  const sums = own.map((row) => [...row]);
  for (let node = size - 1; node > 0; node -= 1) {
    sums[node]?.forEach((value, column) => {
      const above = sums[parentOf(node)];
      if (above) above[column] = (above[column] ?? 0) + value;
    });
  }
  const ownAt = (node: number, column: number) => node * 8 + column;
  const sumAt = (node: number, column: number) => node * 8 + 4 + column;
  const lines: CountLine[] = [];
  for (let node = 0; node < size; node += 1) {
    lines.push({ total: ownAt(node, 3), parts: [0, 1, 2].map((column) => ownAt(node, column)) });
    lines.push({ total: sumAt(node, 3), parts: [0, 1, 2].map((column) => sumAt(node, column)) });
    const children = Array.from({ length: size }, (_, other) => other).filter(
      (other) => other > 0 && parentOf(other) === node,
    );
    for (let column = 0; column < 4; column += 1) {
      lines.push({
        total: sumAt(node, column),
        parts: [ownAt(node, column), ...children.map((child) => sumAt(child, column))],
      });
    }
  }
  return { values: own.flatMap((row, node) => [...row, ...(sums[node] ?? [])]), lines };
}
