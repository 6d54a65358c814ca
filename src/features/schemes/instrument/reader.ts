import { sameInBoth } from '#domain/bilingual.ts';
import type { Annotations } from '#domain/schemes/index.ts';
import { parseDecimal } from '#platform/web/forms.ts';
import { text } from './text.ts';
import type { Fields, Reader } from './types.ts';

/** Longer text than a field allows was not typed in our form; it is cut rather than lost whole. */
const LONGEST = 4000;

export interface Reading extends Reader {
  readonly problems: Readonly<Record<string, string>>;
  readonly gaps: Readonly<Record<string, string>>;
  readonly annotations: Annotations;
  /** The field that a path of the evidence came from: that of the longest path above it. */
  fieldAt(path: string): string | undefined;
}

export function readerOf(fields: Fields): Reading {
  const problems: Record<string, string> = {};
  const gaps: Record<string, string> = {};
  const annotations: Record<string, Annotations[string]> = {};
  const places = new Map<string, string>();
  const textAt = (name: string) => (fields[name] ?? '').trim().slice(0, LONGEST);
  return {
    problems,
    gaps,
    annotations,
    text: textAt,
    decimal(name, label) {
      const typed = textAt(name);
      if (typed === '') return undefined;
      const value = parseDecimal(typed);
      if (value === null || value.startsWith('-')) {
        problems[name] ??= text.notANumber({ label });
        return undefined;
      }
      return value;
    },
    whole(name, label) {
      const typed = textAt(name);
      if (typed === '') return undefined;
      if (/^\d{1,6}$/.test(typed)) return Number(typed);
      problems[name] ??= text.notWhole({ label });
      return undefined;
    },
    choice: (name, codes) => codes.find((code) => code === fields[name]),
    problem(name, message) {
      problems[name] ??= message;
    },
    missing(name, message) {
      gaps[name] ??= message;
    },
    at(path, name, about = {}) {
      places.set(path, name);
      const { label, reason } = about;
      if (label === undefined && !reason) return;
      annotations[path] = {
        ...(label === undefined ? {} : { label: sameInBoth(label) }),
        ...(reason ? { note: reason } : {}),
      };
    },
    fieldAt(path) {
      for (let at = path; at !== ''; at = at.replace(/(^|[.[])[^.[]*$/, '')) {
        const name = places.get(at);
        if (name !== undefined) return name;
      }
      return undefined;
    },
  };
}
