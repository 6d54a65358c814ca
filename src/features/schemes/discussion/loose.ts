/** Reading what a draft says where it says it readably: a text with faults can be discussed too. Pure. */
import { type Bilingual, sameInBoth } from '#domain/bilingual.ts';

export type Loose = Readonly<Record<string, unknown>>;

export function recordOf(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

export function listOf(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

/** A word or number as it stands in the file; empty where there is neither. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** A text in both languages; one language stands for the other, and `otherwise` for a text that is not there. */
export function bothOf(value: unknown, otherwise = ''): Bilingual {
  const { id, en } = recordOf(value);
  const [indonesian, english] = [wordOf(id), wordOf(en)];
  if (!indonesian && !english) return sameInBoth(otherwise);
  return { id: indonesian || english, en: english || indonesian };
}

/** A number of the file in words: `12.5` is read `12,5` in Indonesian. */
export function numberOf(value: unknown): Bilingual {
  const text = wordOf(value);
  return { id: text.replace('.', ','), en: text };
}
