import { POST_LEVELS, postLevelLabel } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { ChoiceList, type Level } from '../fields.tsx';
import { text } from '../text.ts';
import { type ComponentForm, isRecord, type Part, type SettingsOf, textIn } from '../types.ts';
import { type Item, readVoiced, type Voiced, VoicedForm, voicedFields } from './voiced.tsx';
import { voicesOf } from './voices.ts';

/** Best first, like every scale; 0 says that nothing of the competency is there yet. */
const LEVELS = ['5', '4', '3', '2', '1', '0'] as const;

export function competenciesForm(part: Part<SettingsOf<'competencies'>>): ComponentForm {
  const { code, settings, frame, base } = part;
  const required = requiredIn(part);
  const posts = POST_LEVELS.filter((post) => settings.standards?.[post] !== undefined);
  const postName = `${code}.post`;
  const choosesPost =
    frame.mode === 'everything' && posts.length > 0 && !isRecord(isRecord(base) ? base.required : undefined);
  const voiced: Voiced = {
    code,
    frame,
    voices: voicesOf(settings.voices, base),
    items: settings.dictionary
      .filter((competency) => !required || competency.code in required)
      .map((competency): Item => {
        const asked = required?.[competency.code];
        return {
          code: competency.code,
          label: inLocale(competency.label),
          about: (
            <p class="text-sm text-base-content/75 max-w-prose">
              {competency.meaning ? `${inLocale(competency.meaning)} ` : ''}
              {asked === undefined ? '' : text.required({ level: String(asked) })}
            </p>
          ),
          levels: LEVELS.map((level): Level => {
            const anchor = (
              competency.levels as Readonly<Record<string, { id: string; en: string } | undefined>>
            )[level];
            return {
              code: level,
              label: level === '0' ? text.levelZero() : text.level({ level }),
              anchor: anchor && inLocale(anchor),
            };
          }),
        };
      }),
    within: 'levels',
    // What the post asks for needs no words; whatever differs from it does.
    needsReason: ({ code: item }, level) => String(required?.[item] ?? '') !== level,
    reasonHint: text.competencyReasonHint(),
    toEvidence: Number,
  };
  return {
    fields: { ...voicedFields(voiced), ...(choosesPost ? { [postName]: textIn(base, 'post') } : {}) },
    read(reader) {
      const forms = readVoiced(voiced, reader);
      const post = choosesPost ? reader.choice(postName, posts) : textIn(base, 'post') || undefined;
      const required = isRecord(base) && isRecord(base.required) ? { required: base.required } : {};
      const standard = post ? { post, ...required } : 'required' in required ? required : undefined;
      reader.at(code, choosesPost ? postName : `component-${code}`);
      if (!standard) reader.missing(choosesPost ? postName : `component-${code}`, text.standardMissing());
      return forms && standard && { ...standard, forms };
    },
    draw: (state) => (
      <>
        {choosesPost ? (
          <div class="p-5 max-w-sm">
            <ChoiceList
              state={state}
              name={postName}
              label={text.post()}
              options={[
                { code: '', label: text.choose() },
                ...posts.map((post) => ({ code: post, label: inLocale(postLevelLabel(post)) })),
              ]}
            />
          </div>
        ) : null}
        <VoicedForm voiced={voiced} state={state} />
      </>
    ),
  };
}

/** Level asked for by competency, by the post and by the evidence itself; undefined while neither is known. */
function requiredIn({
  settings,
  base,
}: Part<SettingsOf<'competencies'>>): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(base)) return undefined;
  const standards: Readonly<Record<string, Readonly<Record<string, number>> | undefined>> =
    settings.standards ?? {};
  const post = typeof base.post === 'string' ? standards[base.post] : undefined;
  return isRecord(base.required) ? { ...post, ...base.required } : post;
}
