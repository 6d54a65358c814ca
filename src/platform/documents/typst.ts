/**
 * Sets documents as PDF with Typst. A template is a file the project ships; what people wrote reaches it only
 * as JSON in a virtual `data.json`, so nothing in a name or a comment can be read as markup.
 *
 * One compiler serves a process: it keeps parsed templates, fonts and layouts between documents. What it
 * remembers is aged after every few documents, so memory stays level over many thousands.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  type CompileDocArgs,
  NodeCompiler,
  type NodeTypstDocument,
} from '@myriaddreamin/typst-ts-node-compiler';
import { cleanText } from './clean-text.ts';

/** PDF/A-2a is the archival form with tags; it refuses a document with a letter that no font can draw. */
const ARCHIVAL = 'a-2a';
const PLAIN = '1.7';

export type TypesetterOptions = {
  /** Folder of the templates; a template may read and import only what lies below it. */
  readonly templates: string;
  /** More folders with TrueType or OpenType fonts. The compiler itself brings Libertinus Serif. */
  readonly fontFolders?: readonly string[];
  /** Documents between two ageings of what the compiler remembers. */
  readonly documentsPerAgeing?: number;
};

export type Typesetter = {
  /**
   * Sets `<template>.typ`, which reads its data by `json("data.json")`.
   * Throws TypesettingError when the template does not compile with this data.
   */
  render(template: string, data: unknown): Buffer;
  /** Makes bytes readable to templates and returns the path to use: the same bytes give the same path. */
  addFile(bytes: Uint8Array, extension: string): string;
};

export class TypesettingError extends Error {
  override readonly name = 'TypesettingError';
}

function messagesOf(diagnostics: readonly unknown[]): string {
  return diagnostics
    .map((entry) =>
      typeof entry === 'object' && entry !== null && 'message' in entry
        ? String(entry.message)
        : String(entry),
    )
    .join('; ');
}

function isMissingGlyph(error: unknown): boolean {
  return error instanceof Error && error.message.includes('could not be displayed with');
}

export function createTypesetter(options: TypesetterOptions): Typesetter {
  const folder = path.resolve(options.templates);
  if (!existsSync(folder)) throw new TypesettingError(`no templates in ${folder}`);
  const agesAfter = options.documentsPerAgeing ?? 5;
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontPaths: [...(options.fontFolders ?? [])] }],
  });
  const added = new Set<string>();
  let rendered = 0;

  const prepare = (template: string, data: unknown) => {
    const json = JSON.stringify(data, (_, value: unknown) =>
      typeof value === 'string' ? cleanText(value) : value,
    );
    compiler.mapShadow(path.join(folder, 'data.json'), Buffer.from(json));
    rendered += 1;
    if (rendered % agesAfter === 0) compiler.evictCache(1);
    return { mainFilePath: path.join(folder, `${template}.typ`), resetRead: true };
  };

  /** Compiles once more, from memory, to learn what stopped the PDF from being written. */
  const documentOf = (template: string, source: CompileDocArgs): NodeTypstDocument => {
    const result = compiler.compile(source);
    const diagnostics = result.hasError() ? result.takeDiagnostics() : null;
    if (diagnostics) {
      const reasons = messagesOf(compiler.fetchDiagnostics(diagnostics));
      throw new TypesettingError(`template "${template}" does not compile: ${reasons}`);
    }
    if (!result.result) throw new TypesettingError(`template "${template}" gave no document`);
    return result.result;
  };

  return {
    render(template, data) {
      const source = prepare(template, data);
      try {
        // From source to file in one call: a document handed over in between is only freed when the event
        // loop turns, so a long run of papers would pile up hundreds of megabytes.
        return compiler.pdf(source, { pdfStandard: ARCHIVAL });
      } catch (error) {
        const document = documentOf(template, source);
        if (isMissingGlyph(error)) return compiler.pdf(document, { pdfStandard: PLAIN });
        throw new TypesettingError(`template "${template}" cannot be written as PDF`, { cause: error });
      }
    },
    addFile(bytes, extension) {
      const name = `${createHash('sha256').update(bytes).digest('hex')}.${extension}`;
      if (!added.has(name)) {
        compiler.mapShadow(path.join(folder, 'files', name), Buffer.from(bytes));
        added.add(name);
      }
      return `/files/${name}`;
    },
  };
}
