/** How the checks of a scheme say what they find. */
import { say } from '../bilingual.ts';
import type { Scheme } from './language.ts';
import type { Report } from './mechanisms/mechanism.ts';
import type { ComponentSettings } from './mechanisms/settings.ts';

/** Components by code; undefined for one that exists and is itself faulty, so that it is not reported twice. */
export type KnownComponents = Readonly<Record<string, ComponentSettings | undefined>>;

/** The sections that are of the right shape. Checks that need a faulty section are left for the next run. */
export type Sections = Partial<Omit<Scheme, 'components'>> & {
  /** Every component named in the file; undefined for one whose own shape is faulty. */
  readonly components: KnownComponents;
  /** Every scale named in the file, also one whose own shape is faulty and that `scales` leaves out. */
  readonly scaleNames: readonly string[];
  /** Names of the sections that are there and of the wrong shape. */
  readonly faulty: ReadonlySet<string>;
};

/** Reports under a part of the file. */
export function below(report: Report, ...prefix: PropertyKey[]): Report {
  return (path, what, remedy) => report([...prefix, ...path], what, remedy);
}

/** Says that a name is not one of those known. */
export function reportUnknown(
  report: Report,
  path: readonly PropertyKey[],
  name: string,
  known: readonly string[],
): void {
  report(
    path,
    say({ id: '"{name}" tidak dikenal', en: '"{name}" is not known' }, { name }),
    known.length === 0
      ? {
          id: 'belum ada yang dapat disebut; tambahkan dahulu',
          en: 'there is none to name yet; add it first',
        }
      : say(
          { id: 'pilih salah satu: {list}', en: 'choose one of: {list}' },
          { list: [...new Set(known)].join(', ') },
        ),
  );
}

/** Reports every code that occurs twice. */
export function reportRepeated(
  report: Report,
  path: readonly PropertyKey[],
  entries: readonly { readonly code: string }[],
): void {
  const seen = new Set<string>();
  for (const [index, { code }] of entries.entries()) {
    if (seen.has(code)) {
      report(
        [...path, index, 'code'],
        say({ id: 'kode "{code}" sudah dipakai', en: 'the code "{code}" is already used' }, { code }),
        { id: 'beri kode lain', en: 'give another code' },
      );
    }
    seen.add(code);
  }
}
