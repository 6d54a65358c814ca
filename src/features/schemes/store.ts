/**
 * Where compiled schemes come from: the national ones from the files of this installation, an agency's own from the
 * versions that it adopted. A version never changes, so what was compiled once is kept for the life of the process.
 */
import { type CompiledScheme, compileScheme, parseScheme } from '#domain/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';

export interface SchemeStore {
  /** Shipped with this installation: the national ones in force for everybody, the others as templates. */
  readonly shipped: readonly CompiledScheme[];
  /** The YAML of a shipped version or of one that this agency adopted, as its author wrote it. */
  source(tx: Tx, id: string, version: number): Promise<string | undefined>;
  /** The examples that a shipped version brings along, in the order of their file. */
  examples(id: string, version: number): readonly SchemeExample[];
  /** A national version or one that this agency adopted; undefined when there is none. */
  find(tx: Tx, id: string, version: number): Promise<CompiledScheme | undefined>;
  /** The same for a version that something already uses: it has to be there. */
  load(tx: Tx, id: string, version: number): Promise<CompiledScheme>;
  /** What a new period of this agency may use: national versions first, then its own, by id and version. */
  usable(tx: Tx): Promise<readonly CompiledScheme[]>;
}

/** A worked example of a scheme, written by its author and checked with it. The name is Indonesian. */
export interface SchemeExample {
  readonly name: string;
  readonly evidence: unknown;
}

/** The files of a shipped scheme by id and version; read when they are asked for. */
export interface ShippedFiles {
  source(id: string, version: number): string | undefined;
  examples(id: string, version: number): readonly SchemeExample[];
}

/** Templates are large and rarely looked at: they are read when somebody first asks for them. */
export function makeSchemeStore(
  national: readonly CompiledScheme[],
  templates: () => readonly CompiledScheme[],
  files: ShippedFiles,
): SchemeStore {
  const adopted = new Map<string, CompiledScheme>();
  let shipped: readonly CompiledScheme[] | undefined;

  const find: SchemeStore['find'] = async (tx, id, version) => {
    const known =
      national.find(({ scheme }) => scheme.id === id && scheme.version === version) ??
      adopted.get(keyOf(tx, id, version));
    if (known) return known;
    const source = await adoptedSource(tx, id, version);
    return source === undefined ? undefined : keep(tx, id, version, source);
  };

  function keep(tx: Tx, id: string, version: number, source: string): CompiledScheme {
    const compiled = compileAdopted(source, `${id}@${version}`);
    adopted.set(keyOf(tx, id, version), compiled);
    return compiled;
  }

  return {
    get shipped() {
      shipped ??= [...templates(), ...national];
      return shipped;
    },
    find,
    async source(tx, id, version) {
      const isNational = national.some(({ scheme }) => scheme.id === id && scheme.version === version);
      const own = isNational ? undefined : await adoptedSource(tx, id, version);
      return own ?? files.source(id, version);
    },
    examples: (id, version) => files.examples(id, version),
    async load(tx, id, version) {
      const found = await find(tx, id, version);
      if (!found) throw new Error(`the scheme ${id}@${version} is used and not there`);
      return found;
    },
    async usable(tx) {
      const rows = await tx.db
        .selectFrom('scheme_versions')
        .select(['scheme_id', 'version'])
        .where('agency_id', '=', tx.agencyId)
        .orderBy('scheme_id')
        .orderBy('version')
        .execute();
      const own: CompiledScheme[] = [];
      for (const row of rows) {
        const found = await find(tx, row.scheme_id, row.version);
        if (found) own.push(found);
      }
      return [...national, ...own];
    },
  };
}

/** What an agency adopted holds there even where the installation ships a template of the same name. */
async function adoptedSource(tx: Tx, id: string, version: number): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('scheme_versions')
    .select('source')
    .where('agency_id', '=', tx.agencyId)
    .where('scheme_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.source;
}

function keyOf(tx: Tx, id: string, version: number): string {
  return `${tx.agencyId} ${id}@${version}`;
}

/** An adopted text passed every check of its day; a newer check must still read it, and says so if it does not. */
function compileAdopted(source: string, name: string): CompiledScheme {
  const parsed = parseScheme(source, name);
  if (!parsed.ok) {
    const [first] = parsed.problems;
    throw new Error(
      `the adopted scheme ${name} no longer passes the check: ${first?.path} ${first?.what.en}`,
    );
  }
  return compileScheme(parsed.scheme);
}
