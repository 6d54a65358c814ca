/** From form data to typed input, or errors by field in the language of the page. */
import type { Context } from 'hono';
import { z } from 'zod';
import { messages } from '../locale/messages.ts';

const text = messages({
  required: { id: 'Isian ini belum diisi.', en: 'Please fill in this field.' },
  tooLong: {
    id: 'Terlalu panjang: paling banyak {limit} karakter.',
    en: 'Too long: at most {limit} characters.',
  },
  date: {
    id: 'Tulis tanggal yang benar, misalnya 2026-01-31.',
    en: 'Give a real date, for example 2026-01-31.',
  },
  choice: { id: 'Pilih salah satu.', en: 'Please choose one.' },
  number: { id: 'Tulis angka, misalnya 95 atau 97,5.', en: 'Give a number, for example 95 or 97.5.' },
  wrong: { id: 'Isian ini tidak dapat dibaca.', en: 'This field cannot be read.' },
});

export type Parsed<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly errors: Record<string, string>; readonly typed: Record<string, string> };

/**
 * Form fields as text; of a name given twice the last one counts, files are left out, and so are characters of
 * code zero, which no text in the database can hold.
 */
export async function formFields(c: Context): Promise<Record<string, string>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.replaceAll('\0', '')]] : [],
    ),
  );
}

export function parseFields<Schema extends z.ZodType>(
  schema: Schema,
  fields: Record<string, string>,
): Parsed<z.output<Schema>> {
  const result = schema.safeParse(fields);
  if (result.success) return { ok: true, value: result.data };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? 'form');
    errors[field] ??= inWords(issue);
  }
  return { ok: false, errors, typed: fields };
}

function inWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
    case 'too_small':
      return text.required();
    case 'too_big':
      return text.tooLong({ limit: Number(issue.maximum) });
    case 'invalid_value':
      return text.choice();
    case 'custom':
      return issue.message;
    case 'invalid_format':
      return issue.format === 'date' ? text.date() : text.wrong();
    default:
      return text.wrong();
  }
}

/** Text that must say something, trimmed. */
export const someText = (limit = 4000) => z.string().trim().min(1).max(limit);

/** Text that may be empty; empty becomes null. */
export const maybeText = (limit = 4000) =>
  z
    .string()
    .trim()
    .max(limit)
    .optional()
    .transform((value) => value || null);

export const civilDate = () => z.iso.date();

/** A number as an Indonesian writes it (`1.234,5`) or a file (`1234.5`), to an exact decimal string. */
export const decimalText = () =>
  z
    .string()
    .trim()
    .transform((value, context) => {
      const parsed = parseDecimal(value);
      if (parsed !== null) return parsed;
      context.addIssue({ code: 'custom', message: text.number() });
      return z.NEVER;
    });

export function parseDecimal(value: string): string | null {
  const compact = value.replace(/\s/g, '');
  const indonesian = /^-?\d{1,3}(\.\d{3})+(,\d+)?$|^-?\d+,\d+$/.test(compact);
  const plain = indonesian ? compact.replaceAll('.', '').replace(',', '.') : compact;
  return /^-?\d{1,15}(\.\d{1,4})?$/.test(plain) ? plain : null;
}
