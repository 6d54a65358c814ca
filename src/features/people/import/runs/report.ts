/** What a check found, kept as a file beside the uploads: who and what would change, and every refused row. */
import type { Tx } from '#platform/database/database.ts';
import type { Difference, FieldChange } from '../difference.ts';
import type { Finding } from '../finding.ts';
import type { ImportOutcome } from '../import-people.ts';
import { unitCode } from '../read-units.ts';

export interface ReportedPerson {
  readonly name: string;
  readonly nip: string | null;
  readonly position: string;
  readonly unit: string;
  readonly from: string | null;
  readonly fields: readonly FieldChange[];
  /** What the file says of somebody who left. */
  readonly status: string | null;
}

export interface ReportedUnit {
  readonly name: string;
  readonly parent: string | null;
  readonly fields: readonly FieldChange[];
}

interface Part<Entry> {
  readonly added: readonly Entry[];
  readonly changed: readonly Entry[];
  readonly ended: readonly Entry[];
}

export interface Report {
  readonly people: Part<ReportedPerson>;
  readonly units: Part<ReportedUnit>;
  readonly refused: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Units are told by name: their codes say nothing to a reader. */
export async function reportOn(tx: Tx, outcome: ImportOutcome): Promise<Report> {
  const change = outcome.difference;
  const nameOf = await unitNames(tx, change);
  const told = (fields: readonly FieldChange[]) =>
    fields.map((each) =>
      each.field === 'unitCode' || each.field === 'parentCode'
        ? { ...each, old: nameOf(each.old), new: nameOf(each.new) }
        : each,
    );
  return {
    people: {
      added: change.people.added.map(({ incoming, from }) => ({
        name: incoming.details.name,
        nip: incoming.nip,
        position: incoming.placement.positionName,
        unit: nameOf(incoming.placement.unitCode) ?? '',
        from,
        fields: [],
        status: null,
      })),
      changed: change.people.changed.map(({ current, incoming, fields }) => ({
        name: current.details.name,
        nip: current.nip,
        position: incoming.placement.positionName,
        unit: nameOf(incoming.placement.unitCode) ?? '',
        from: null,
        fields: told(fields),
        status: null,
      })),
      ended: change.people.ended.map(({ current, leaver }) => ({
        name: current.details.name,
        nip: current.nip,
        position: current.placement?.positionName ?? '',
        unit: nameOf(current.placement?.unitCode ?? null) ?? '',
        from: null,
        fields: [],
        status: leaver?.status ?? null,
      })),
    },
    units: {
      added: change.units.added.map((unit) => ({
        name: unit.name,
        parent: nameOf(unit.parentCode),
        fields: [],
      })),
      changed: change.units.changed.map((unit) => ({
        name: unit.current.name,
        parent: nameOf(unit.incoming.parentCode),
        fields: told(unit.fields),
      })),
      ended: change.units.ended.map((unit) => ({
        name: unit.name,
        parent: nameOf(unit.parentCode),
        fields: [],
      })),
    },
    refused: outcome.refused,
    warnings: outcome.warnings,
  };
}

async function unitNames(
  tx: Tx,
  change: Difference,
): Promise<(code: string | boolean | null) => string | null> {
  const rows = await tx.db
    .selectFrom('units')
    .select(['code', 'name'])
    .where('agency_id', '=', tx.agencyId)
    .execute();
  const names = new Map(rows.map((row) => [unitCode(row.code), row.name]));
  for (const unit of change.units.added) names.set(unit.code, unit.name);
  for (const { incoming } of change.units.changed) names.set(incoming.code, incoming.name);
  return (code) => (typeof code === 'string' ? (names.get(code) ?? code) : null);
}

export function packReport(report: Report): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(report));
}

/** Only what `packReport` wrote is ever read here. */
export function unpackReport(bytes: Uint8Array): Report {
  return JSON.parse(new TextDecoder().decode(bytes)) as Report;
}
