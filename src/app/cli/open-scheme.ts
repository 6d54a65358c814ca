/** Finds the scheme that a command names, or says why it cannot. */
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { loadScheme, SchemeRefused } from '../schemes.ts';
import { EXIT, type Output, problemLine, terminalLanguage } from './command.ts';

/** `ID` or `ID@VERSION`. */
export type SchemeName = { readonly id: string; readonly version?: number };

export function schemeNamed(text: string): SchemeName | undefined {
  const [, id, version] = /^([a-z0-9-]+)(?:@([1-9]\d{0,3}))?$/.exec(text) ?? [];
  if (id === undefined) return undefined;
  return version === undefined ? { id } : { id, version: Number(version) };
}

/** The compiled scheme, or the exit code after its absence or its problems were reported. */
export function openScheme({ id, version }: SchemeName, stderr: Output): CompiledScheme | number {
  try {
    const scheme = loadScheme(id, version);
    if (scheme) return scheme;
  } catch (error) {
    if (!(error instanceof SchemeRefused)) throw error;
    for (const problem of error.problems) stderr.write(problemLine(problem));
    return EXIT.refused;
  }
  const name = version === undefined ? id : `${id}@${version}`;
  stderr.write(
    terminalLanguage() === 'id'
      ? `skema ${name} tidak ada, lihat daftarnya dengan: tera scheme list\n`
      : `there is no scheme ${name}, see: tera scheme list\n`,
  );
  return EXIT.usage;
}
