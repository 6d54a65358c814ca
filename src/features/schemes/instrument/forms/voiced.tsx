/** The form of items that several voices judge: whose turn it is can change, the rest is shown and kept. */
import type { ComponentChildren } from 'preact';
import { voiceLabel } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { ItemBlock, type Level, LevelField, NOT_OBSERVED, needsReason, ReasonField } from '../fields.tsx';
import { text } from '../text.ts';
import { type FormState, type Frame, isRecord, type Reader } from '../types.ts';
import { changedForms, isAsked, type VoiceForms } from './voices.ts';

export interface Item {
  readonly code: string;
  readonly label: string;
  /** What the item is about, and what the post asks for. */
  readonly about?: ComponentChildren;
  readonly levels: readonly Level[];
}

export interface Voiced {
  readonly code: string;
  readonly frame: Frame;
  readonly voices: readonly VoiceForms[];
  readonly items: readonly Item[];
  /** Name of the record of a form that holds the levels. */
  readonly within: 'items' | 'levels';
  /** A level as the evidence has it. */
  readonly toEvidence: (level: string) => unknown;
  /** Which levels the appraiser explains; the best and those below the middle where nothing is said. */
  readonly needsReason?: (item: Item, level: string) => boolean;
  readonly reasonHint?: string;
}

const fieldName = (voiced: Voiced, voice: VoiceForms, item: Item) =>
  `${voiced.code}.${voice.voice}.${item.code}`;

function levelIn(voiced: Voiced, voice: VoiceForms, item: Item): string {
  const form = voice.own?.[voiced.within];
  if (!isRecord(form)) return '';
  const value = form[item.code];
  if (value === undefined) return NOT_OBSERVED;
  return String(value);
}

/** Whether an empty field keeps what the voice said: where the forms of its people may not be shown one by one. */
function keepsEmpty(voice: VoiceForms): boolean {
  return voice.forms.length > 0 && !voice.own;
}

export function voicedFields(voiced: Voiced): Readonly<Record<string, string>> {
  const asked = voiced.voices.filter((voice) => isAsked(voiced.frame, voice));
  return Object.fromEntries(
    asked.flatMap((voice) =>
      voiced.items.map((item) => [fieldName(voiced, voice, item), levelIn(voiced, voice, item)]),
    ),
  );
}

/** `forms` of the evidence; undefined where no voice has spoken. */
export function readVoiced(voiced: Voiced, reader: Reader): Readonly<Record<string, unknown>> | undefined {
  const forms: Record<string, unknown> = {};
  for (const voice of voiced.voices) {
    const given = isAsked(voiced.frame, voice)
      ? changedForms(voice, voiced.within, changesOf(voiced, voice, reader))
      : voice.forms;
    if (given.length > 0) forms[voice.voice] = given;
  }
  return Object.keys(forms).length > 0 ? forms : undefined;
}

/** Level by item; null for an item that was left out on purpose. */
function changesOf(voiced: Voiced, voice: VoiceForms, reader: Reader): Readonly<Record<string, unknown>> {
  const { code, frame, items, within } = voiced;
  const changes: Record<string, unknown> = {};
  for (const item of items) {
    const name = fieldName(voiced, voice, item);
    const codes = item.levels.map((level) => level.code);
    const chosen = reader.choice(name, [...codes, NOT_OBSERVED]);
    const path = `${code}.forms.${voice.voice}[0].${within}.${item.code}`;
    const reason = reader.text(`${name}.reason`);
    reader.at(path, name, { reason });
    if (chosen === NOT_OBSERVED) changes[item.code] = null;
    else if (chosen) changes[item.code] = voiced.toEvidence(chosen);
    else if (frame.mode === 'appraiser') reader.missing(name, text.chooseLevel());
    else if (!keepsEmpty(voice)) changes[item.code] = null;
    if (
      frame.mode === 'appraiser' &&
      chosen &&
      codes.includes(chosen) &&
      (voiced.needsReason?.(item, chosen) ?? needsReason(item.levels, chosen)) &&
      !reason
    )
      reader.missing(`${name}.reason`, text.reasonMissing());
  }
  const first = items[0];
  const isEmpty = Object.values(changes).every((level) => level === null);
  if (frame.mode === 'appraiser' && first && isEmpty && Object.keys(changes).length === items.length)
    reader.missing(fieldName(voiced, voice, first), text.allNotObserved());
  return changes;
}

export function VoicedForm({ voiced, state }: { voiced: Voiced; state: FormState }) {
  const asked = voiced.voices.filter((voice) => isAsked(voiced.frame, voice));
  const others = voiced.voices.filter((voice) => !isAsked(voiced.frame, voice));
  return (
    <>
      <div class="divide-y divide-base-300">
        {voiced.frame.look === 'cards' && asked.length === 1
          ? voiced.items.map((item) => (
              <AskedItem key={item.code} voiced={voiced} voices={asked} item={item} state={state} />
            ))
          : voiced.items.map((item) => (
              <ItemBlock key={item.code} title={item.label} facts={item.about}>
                <VoiceLists voiced={voiced} voices={asked} item={item} state={state} />
              </ItemBlock>
            ))}
      </div>
      {others.length > 0 ? <OtherVoices voices={others} /> : null}
    </>
  );
}

interface ItemProps {
  readonly voiced: Voiced;
  readonly voices: readonly VoiceForms[];
  readonly item: Item;
  readonly state: FormState;
}

/** One voice, all levels with their anchors, and why. */
function AskedItem({ voiced, voices, item, state }: ItemProps) {
  const { frame } = voiced;
  return voices.map((voice) => {
    const name = fieldName(voiced, voice, item);
    return (
      <ItemBlock
        key={name}
        title={item.label}
        facts={
          <>
            {item.about}
            {frame.itemFacts?.(item.code)}
          </>
        }
      >
        <LevelField
          frame={frame}
          state={state}
          name={name}
          label={text.levelFor({ what: item.label })}
          levels={item.levels}
          more={[{ code: NOT_OBSERVED, label: text.notObserved(), anchor: text.notObservedHint() }]}
          hideLabel
        />
        {frame.mode === 'appraiser' ? (
          <ReasonField
            state={state}
            name={`${name}.reason`}
            what={item.label}
            hint={voiced.reasonHint ?? text.reasonHint()}
          />
        ) : null}
        {frame.besideReason?.(name, { label: item.label, code: item.code })}
      </ItemBlock>
    );
  });
}

/** All voices side by side, a list each. */
function VoiceLists({ voiced, voices, item, state }: ItemProps) {
  return (
    <div class="grid gap-3 grid-cols-[repeat(auto-fill,minmax(min(13rem,100%),1fr))]">
      {voices.map((voice) => (
        <LevelField
          key={voice.voice}
          frame={{ look: 'compact' }}
          state={state}
          name={fieldName(voiced, voice, item)}
          label={inLocale(voiceLabel(voice.voice))}
          levels={item.levels}
          more={[{ code: NOT_OBSERVED, label: text.notObserved() }]}
          empty={keepsEmpty(voice) ? text.asNow() : text.none()}
        />
      ))}
    </div>
  );
}

/** Who else has spoken, in numbers only: what they said is counted, and explained as their mean. */
function OtherVoices({ voices }: { voices: readonly VoiceForms[] }) {
  return (
    <div class="px-5 py-4 border-t border-base-300 text-sm">
      <p class="font-medium">{text.otherVoices()}</p>
      <ul class="text-base-content/75">
        {voices.map((voice) => {
          const label = inLocale(voiceLabel(voice.voice));
          return (
            <li key={voice.voice}>
              {voice.forms.length > 0
                ? text.voiceForms({ voice: label, count: voice.forms.length })
                : text.voiceNone({ voice: label })}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
