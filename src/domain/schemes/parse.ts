/** Text of a scheme file → a checked scheme, or all its problems with line and column. */
import { z } from 'zod';
import { say } from '../bilingual.ts';
import { pathText, type SegmentedProblem, segmentedProblemsOf } from '../problem.ts';
import { checkMeaning } from './check.ts';
import { type Scheme, SECTIONS } from './language.ts';
import { isRecord } from './mechanisms/mechanism.ts';
import { type ComponentSettings, componentSettings } from './mechanisms/settings.ts';
import type { Sections } from './reports.ts';
import { type FileProblem, readSource, type Source } from './source.ts';

export type ParsedScheme =
  | { readonly ok: true; readonly scheme: Scheme }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Reads and checks a scheme. `file` is only named in problems and compared with id and version. */
export function parseScheme(text: string, file: string): ParsedScheme {
  const source = readSource(text, file);
  if (source.problems.length > 0) return { ok: false, problems: source.problems };
  const found: SegmentedProblem[] = [];
  const report = (
    segments: readonly PropertyKey[],
    what: SegmentedProblem['what'],
    remedy: SegmentedProblem['remedy'],
  ) => {
    found.push({ segments, path: pathText(segments), what, remedy, ofName: false });
  };
  if (!isRecord(source.data)) {
    report(
      [],
      { id: 'berkas ini tidak memuat skema', en: 'this file holds no scheme' },
      { id: 'mulai dengan language: 1', en: 'begin with language: 1' },
    );
    return { ok: false, problems: placed(found, source, file) };
  }
  const { scheme, sections, problems } = readSections(source.data);
  found.push(...problems);
  checkMeaning(sections, source.data, report);
  checkFolder(sections, file, report);
  if (found.length > 0 || !scheme) return { ok: false, problems: placed(found, source, file) };
  return { ok: true, scheme };
}

type Read = {
  readonly scheme: Scheme | undefined;
  readonly sections: Sections;
  readonly problems: readonly SegmentedProblem[];
};

/** Reads each section by itself, so that a fault in one hides nothing of the others. */
function readSections(data: Readonly<Record<string, unknown>>): Read {
  const whole = z.strictObject(SECTIONS).safeParse(data, { reportInput: false });
  const read: Record<string, unknown> = {};
  const faulty = new Set<string>();
  for (const [name, schema] of Object.entries(SECTIONS)) {
    const section = schema.safeParse(data[name]);
    if (section.success) read[name] = section.data;
    else if (data[name] !== undefined) faulty.add(name);
  }
  const scales = readScales(data.scales);
  const components: Record<string, ComponentSettings | undefined> = {};
  for (const [name, given] of Object.entries(isRecord(data.components) ? data.components : {}))
    components[name] = componentSettings.safeParse(given).data;
  return {
    scheme: whole.data,
    // Each entry was read by the schema of its own section just above.
    sections: { ...(read as Partial<Scheme>), components, ...scales, faulty },
    problems: whole.success ? [] : segmentedProblemsOf(whole.error, data, Object.keys(SECTIONS)),
  };
}

/** Reads each scale by itself, so that a fault in one does not make the others unknown. */
function readScales(given: unknown): Pick<Sections, 'scales' | 'scaleNames'> {
  const shape = SECTIONS.scales.unwrap().valueType;
  const named = Object.entries(isRecord(given) ? given : {});
  const sound = named.flatMap(([name, each]) => {
    const scale = shape.safeParse(each).data;
    return scale ? [[name, scale] as const] : [];
  });
  return { scales: Object.fromEntries(sound), scaleNames: named.map(([name]) => name) };
}

/** In the folder `<agency>/<id>/v<version>/` a file must say the same as its folder. */
function checkFolder(sections: Sections, file: string, report: Parameters<typeof checkMeaning>[2]): void {
  const folder = /(?:^|[\\/])([^\\/]+)[\\/]v(\d+)[\\/]scheme\.yaml$/.exec(file);
  if (!folder) return;
  const [, id = '', version = ''] = folder;
  const remedy = { id: 'samakan dengan nama folder', en: 'make it agree with the folder' };
  if (sections.id !== undefined && sections.id !== id)
    report(['id'], say({ id: 'folder bernama {id}', en: 'the folder is named {id}' }, { id }), remedy);
  if (sections.version !== undefined && String(sections.version) !== version)
    report(
      ['version'],
      say({ id: 'folder bernama v{version}', en: 'the folder is named v{version}' }, { version }),
      remedy,
    );
}

/** Problems at their place in the file, in reading order, none twice. */
function placed(found: readonly SegmentedProblem[], source: Source, file: string): readonly FileProblem[] {
  const seen = new Set<string>();
  return found
    .filter(({ path, what }) => {
      const key = `${path}|${what.en}`;
      return seen.has(key) ? false : Boolean(seen.add(key));
    })
    .map(({ segments, ofName, path, what, remedy }) => ({
      file,
      ...source.placeOf(segments, ofName),
      path,
      what,
      remedy,
    }))
    .sort((first, second) => first.line - second.line || first.column - second.column);
}
