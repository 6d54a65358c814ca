/** Which versions an agency may read: national ones, those it adopted, and the templates of the installation. */
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { SchemeStore } from '../store.ts';

/** What a version is to this agency. */
export type Standing = 'national' | 'adopted' | 'template';

export interface ReadableVersion {
  readonly standing: Standing;
  readonly compiled: CompiledScheme;
}

/** The version of that id as this agency may read it: its own and the national ones before templates. */
export async function findReadable(
  tx: Tx,
  schemes: SchemeStore,
  id: string,
  version: number,
): Promise<ReadableVersion | undefined> {
  const usable = await schemes.find(tx, id, version);
  if (usable)
    return {
      standing: usable.scheme.authority === 'national' ? 'national' : 'adopted',
      compiled: usable,
    };
  const template = schemes.shipped.find(({ scheme }) => scheme.id === id && scheme.version === version);
  return template && { standing: 'template', compiled: template };
}

/** The same from the two parts of an address; what is no version is not there. */
export async function requireReadable(
  tx: Tx,
  schemes: SchemeStore,
  id: string,
  version: string,
): Promise<ReadableVersion> {
  const number = /^[1-9]\d{0,3}$/.test(version) ? Number(version) : undefined;
  const isCode = /^[a-z][a-z0-9-]{0,59}$/.test(id);
  const found = number && isCode ? await findReadable(tx, schemes, id, number) : undefined;
  if (!found) throw new NotFound();
  return found;
}
