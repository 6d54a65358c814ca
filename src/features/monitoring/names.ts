import { VALUE_CODES, type ValueCode } from '#features/planning/index.ts';

/** The values of BerAKHLAK carry proper names, the same in every language: `berorientasi-pelayanan` → `Berorientasi Pelayanan`. */
export function valueName(code: ValueCode): string {
  return code.replace(
    /(^|-)([a-z])/g,
    (_, dash: string, letter: string) => (dash ? ' ' : '') + letter.toUpperCase(),
  );
}

export function isValueCode(text: string): text is ValueCode {
  return (VALUE_CODES as readonly string[]).includes(text);
}
