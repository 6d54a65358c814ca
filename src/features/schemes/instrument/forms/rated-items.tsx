import type { Bilingual } from '#domain/bilingual.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { levelsOf } from '../fields.tsx';
import type { ComponentForm, Part, SettingsOf } from '../types.ts';
import { type Item, readVoiced, type Voiced, VoicedForm, voicedFields } from './voiced.tsx';
import { voicesOf } from './voices.ts';

export function ratedItemsForm(part: Part<SettingsOf<'rated-items'>>): ComponentForm {
  const { code, settings, frame, base } = part;
  const voiced: Voiced = {
    code,
    frame,
    voices: voicesOf(settings.voices, base),
    items: itemsOf(part),
    within: 'items',
    toEvidence: (level) => level,
  };
  return {
    fields: voicedFields(voiced),
    read(reader) {
      const forms = readVoiced(voiced, reader);
      return forms && { forms };
    },
    draw: (state) => <VoicedForm voiced={voiced} state={state} />,
  };
}

function itemsOf({ settings, frame }: Part<SettingsOf<'rated-items'>>): readonly Item[] {
  if (settings.items === 'behaviours')
    return (frame.scheme.behaviours?.values ?? []).map((value) => ({
      code: value.code,
      label: inLocale(value.label),
      about: <Guides guides={value.guides} />,
      levels: levelsOf(frame.scheme, settings.scale),
    }));
  return settings.items.map((item) => ({
    code: item.code,
    label: inLocale(item.label),
    about: item.meaning ? (
      <p class="text-sm text-base-content/75 max-w-prose">{inLocale(item.meaning)}</p>
    ) : null,
    levels: levelsOf(frame.scheme, settings.scale, item.anchors),
  }));
}

function Guides({ guides }: { guides: readonly Bilingual[] }) {
  return (
    <ul class="text-sm text-base-content/75 list-disc pl-5">
      {guides.map((guide) => (
        <li key={guide.id}>{inLocale(guide)}</li>
      ))}
    </ul>
  );
}
