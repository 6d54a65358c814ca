/** Reads the forms of innovations: what was typed, and what is wrong with it. */
import { z } from 'zod';
import type { FieldErrors } from '#ui/form.tsx';
import type { Claim } from './commands/steps.ts';
import type { Words } from './commands/write.ts';
import { text } from './text.ts';

type Fields = Readonly<Record<string, string>>;
type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: FieldErrors };

const LONGEST = { title: 150, problem: 4000, idea: 8000, account: 4000, measure: 200 } as const;

function written(fields: Fields, name: keyof typeof LONGEST, errors: Record<string, string>): string {
  const value = (fields[name] ?? '').trim();
  if (value === '') errors[name] = text.missing();
  else if (value.length > LONGEST[name]) errors[name] = text.tooLong({ count: LONGEST[name] });
  return value;
}

export function readWords(fields: Fields): Read<{ readonly words: Words; readonly nips: readonly string[] }> {
  const errors: Record<string, string> = {};
  const words = {
    title: written(fields, 'title', errors),
    problem: written(fields, 'problem', errors),
    idea: written(fields, 'idea', errors),
  };
  const nips = (fields.members ?? '')
    .split(/[\n,;]+/)
    .map((nip) => nip.replace(/[\s.]/g, ''))
    .filter((nip) => nip !== '');
  const wrong = nips.find((nip) => !/^\d{18}$/.test(nip));
  if (wrong !== undefined) errors.members = text.badNip({ nip: wrong.slice(0, 30) });
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: { words, nips } };
}

export function readClaim(fields: Fields): Read<Claim> {
  const errors: Record<string, string> = {};
  const account = written(fields, 'account', errors);
  if (!fields.stage) errors.stage = text.chooseStage();
  if (!z.iso.date().safeParse(fields.reachedOn).success) errors.reachedOn = text.missing();
  const measure = (fields.measure ?? '').trim().slice(0, LONGEST.measure) || null;
  const [before, after] = [number(fields, 'before', errors), number(fields, 'after', errors)];
  if ((measure === null) !== (after === null) || (measure === null && before !== null))
    errors.measure = text.measureWhole();
  const link = (fields.link ?? '').trim() || null;
  if (link !== null && !isLink(link)) errors.link = text.badLink();
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    value: {
      id: fields.id ?? '',
      stage: fields.stage ?? '',
      reachedOn: fields.reachedOn ?? '',
      account,
      measure,
      before,
      after,
      link,
    },
  };
}

function number(fields: Fields, name: string, errors: Record<string, string>): string | null {
  const typed = (fields[name] ?? '').trim().replaceAll('.', '').replace(',', '.');
  if (typed === '') return null;
  if (/^-?\d{1,12}(\.\d{1,4})?$/.test(typed)) return typed;
  errors[name] = text.badNumber();
  return null;
}

function isLink(link: string): boolean {
  return link.length <= 2000 && /^https?:\/\/[^\s]+$/.test(link) && URL.canParse(link);
}
