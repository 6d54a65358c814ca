/** A standard in a few words. */
import { inLocale } from '#platform/locale/locale.ts';
import { postLabel, type Standard } from './model.ts';
import { text } from './text.ts';

/** `9 kompetensi pada tingkat 2`. */
export function levelsInWords(levels: Standard['levels']): string {
  const values = Object.values(levels);
  const [from, to] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0) return text.takenBack();
  if (from === to) return text.sameLevel({ count: values.length, level: from });
  return text.mixedLevels({ count: values.length, from, to });
}

/** `Pengawas · Kecamatan Alak`. */
export function standardName(standard: Standard): string {
  const post = inLocale(postLabel(standard));
  return standard.unitName ? `${post} · ${standard.unitName}` : post;
}
