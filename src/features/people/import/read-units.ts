/** Rows of a unit hierarchy as units, or as what is wrong with them: codes, parents, circles. */
import type { Finding } from './finding.ts';
import type { UnitColumn } from './layouts.ts';
import type { IncomingUnit, UnitRecord } from './records.ts';
import type { Row } from './row.ts';

export type UnitsRead = {
  readonly units: readonly IncomingUnit[];
  /** Row of every refused unit whose code is readable. */
  readonly refusedCodes: ReadonlyMap<string, number>;
  readonly refused: readonly Finding[];
  readonly warnings: readonly Finding[];
};

type Candidate = { readonly unit: IncomingUnit; readonly row: Row<UnitColumn> };

export function readUnits(rows: readonly Row<UnitColumn>[], known: readonly UnitRecord[]): UnitsRead {
  const candidates = new Map<string, Candidate>();
  const refusedCodes = new Map<string, number>();
  for (const row of rows) {
    const unit = readUnit(row);
    const earlier = unit && candidates.get(unit.code);
    if (earlier) row.refuse('code', 'unitTwice', { row: String(earlier.row.origin.row) });
    else if (unit && row.refused.length === 0) candidates.set(unit.code, { unit, row });
    else if (unit?.code) refusedCodes.set(unit.code, row.origin.row);
  }
  refuseCycles(candidates, refusedCodes, known);
  refuseBadParents(candidates, refusedCodes, new Set(known.map((unit) => unit.code)));
  remarkSeveralTops(candidates);
  return {
    units: [...candidates.values()].map(({ unit }) => unit),
    refusedCodes,
    refused: rows.flatMap((row) => row.refused),
    warnings: rows.flatMap((row) => row.warnings),
  };
}

function readUnit(row: Row<UnitColumn>): IncomingUnit | null {
  const code = unitCode(row.text('code'));
  const name = row.text('name');
  if (!code) row.refuse('code', 'unitCodeMissing');
  if (!name) row.refuse('name', 'unitNameMissing');
  if (!code) return null;
  return {
    code,
    name,
    parentCode: unitCode(row.text('parent')) || null,
    headTitle: row.text('headTitle') || null,
    origin: row.origin,
  };
}

/** Codes differ in case between exports of one source; a unit without parent may have a 0 there. */
export function unitCode(text: string): string {
  return text === '0' ? '' : text.toUpperCase();
}

/** A circle may also be closed by a unit that is recorded already and not in the file. */
function refuseCycles(
  candidates: Map<string, Candidate>,
  refusedCodes: Map<string, number>,
  known: readonly UnitRecord[],
): void {
  const units = new Map(known.map((unit) => [unit.code, unit]));
  for (const [code, { unit }] of candidates) units.set(code, unit);
  for (const cycle of cyclesOf(units)) {
    const path = [...cycle, cycle[0] ?? ''].map((code) => units.get(code)?.name ?? code).join(' → ');
    for (const code of cycle) {
      const row = candidates.get(code)?.row;
      if (!row) continue;
      row.refuse('parent', 'cycle', { path });
      refusedCodes.set(code, row.origin.row);
      candidates.delete(code);
    }
  }
}

function cyclesOf(units: ReadonlyMap<string, UnitRecord>): string[][] {
  const cycles: string[][] = [];
  const finished = new Set<string>();
  for (const start of units.keys()) {
    const path: string[] = [];
    let code: string | null = start;
    while (code !== null && units.has(code) && !finished.has(code) && !path.includes(code)) {
      path.push(code);
      code = units.get(code)?.parentCode ?? null;
    }
    if (code !== null && path.includes(code)) cycles.push(path.slice(path.indexOf(code)));
    for (const each of path) finished.add(each);
  }
  return cycles;
}

/** A refused unit refuses those below it, so this goes on until nothing changes. */
function refuseBadParents(
  candidates: Map<string, Candidate>,
  refusedCodes: Map<string, number>,
  known: ReadonlySet<string>,
): void {
  for (let refusedSome = true; refusedSome; ) {
    refusedSome = false;
    for (const [code, { unit, row }] of candidates) {
      const parent = unit.parentCode;
      if (parent === null || candidates.has(parent)) continue;
      const refusedRow = refusedCodes.get(parent);
      if (refusedRow === undefined && known.has(parent)) continue;
      if (refusedRow === undefined) row.refuse('parent', 'parentUnknown');
      else row.refuse('parent', 'parentRefused', { row: String(refusedRow) });
      refusedCodes.set(code, row.origin.row);
      candidates.delete(code);
      refusedSome = true;
    }
  }
}

function remarkSeveralTops(candidates: ReadonlyMap<string, Candidate>): void {
  const tops = [...candidates.values()].filter(({ unit }) => unit.parentCode === null);
  if (tops.length < 2) return;
  for (const { row } of tops) row.warn('parent', 'severalTops', { count: tops.length });
}
