/** What the sentences of the record are put together from. */
import { type Bilingual, say } from '#domain/bilingual.ts';
import { dateInWords } from '#domain/explanation.ts';
import type { EventType, PayloadOf } from './vocabulary.ts';

export type Sentences = { readonly [Type in EventType]: (payload: PayloadOf<Type>) => Bilingual };

export const plain = (id: string, en: string) => () => ({ id, en });
const NOTHING: Bilingual = { id: '', en: '' };
/** A part of the sentence that is said only when there is something to say. */
export const optional = (template: Bilingual, value: string | null | undefined): Bilingual =>
  value ? say(template, { value }) : NOTHING;
export const date = (civilDate: string | null): Bilingual =>
  civilDate ? dateInWords(civilDate) : { id: 'tanpa batas', en: 'open end' };
export const REASON: Bilingual = { id: ' Alasan: {value}', en: ' Reason: {value}' };
