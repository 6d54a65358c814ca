/**
 * Messages as typed data: both languages beside each other, parameters in braces. A missing language,
 * a missing parameter or a misspelt key does not compile.
 *
 *   const text = messages({
 *     refused: { id: '{count} baris ditolak', en: { one: '{count} row refused', other: '{count} rows refused' } },
 *   });
 *   text.refused({ count: 3 })
 */
import { formatNumber } from './format.ts';
import { currentLocale } from './locale.ts';

type Plural = { readonly one: string; readonly other: string };
type Message = { readonly id: string; readonly en: string | Plural };

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Parameters<Entry extends Message> = [NamesIn<Entry['id']>] extends [never]
  ? []
  : [parameters: Record<NamesIn<Entry['id']>, string | number>];

export type Messages<Catalogue extends Record<string, Message>> = {
  readonly [Key in keyof Catalogue]: (...parameters: Parameters<Catalogue[Key]>) => string;
};

function fill(template: string, parameters: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`message parameter {${name}} is missing in "${template}"`);
    return typeof value === 'number' ? formatNumber(value) : value;
  });
}

function choose(message: Message, parameters: Record<string, string | number>): string {
  if (currentLocale() === 'id') return message.id;
  if (typeof message.en === 'string') return message.en;
  return parameters.count === 1 ? message.en.one : message.en.other;
}

export function messages<const Catalogue extends Record<string, Message>>(
  catalogue: Catalogue,
): Messages<Catalogue> {
  const entries = Object.entries(catalogue).map(([key, message]) => [
    key,
    (parameters: Record<string, string | number> = {}) => fill(choose(message, parameters), parameters),
  ]);
  return Object.fromEntries(entries) as Messages<Catalogue>;
}
