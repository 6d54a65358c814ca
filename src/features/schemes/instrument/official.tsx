/**
 * The two official ratings of a local scheme: what the scheme suggests from the same evidence, and the appraiser's
 * confirmation of it or departure with a reason. The rule itself is the engine's; here it is asked and drawn.
 */
import { RATINGS, type Rating, ratingLabel } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Card } from '#ui/parts.tsx';
import { ChoiceList, LevelField, ReasonField } from './fields.tsx';
import { text } from './text.ts';
import { type Fields, type FormState, type Frame, isRecord, type Reader, textIn } from './types.ts';

export const OFFICIAL = ['results', 'behaviour'] as const;
export type OfficialName = (typeof OFFICIAL)[number];
export type Suggested = Readonly<Record<OfficialName, Rating | null>>;

const ratingName = (name: OfficialName) => `official.${name}`;
const reasonName = (name: OfficialName) => `official.${name}.reason`;

/** National schemes decide the two ratings as their components; only local ones map to them. */
export function hasOfficial({ scheme }: Pick<Frame, 'scheme'>): boolean {
  return OFFICIAL.some((name) => typeof scheme.official?.[name] === 'object');
}

/** What the scheme suggests while nobody has decided; null while evidence for it is missing. */
export function suggestedRatings(
  compiled: CompiledScheme,
  evidence: Readonly<Record<string, unknown>>,
): Suggested {
  const { official: _, ...rest } = evidence;
  const { results, behaviour } = compiled.evaluate(rest).official;
  const rating = (code: string | null) => RATINGS.find((each) => each === code) ?? null;
  return { results: rating(results), behaviour: rating(behaviour) };
}

/** The ratings that this scheme maps from scores; one that a component gives needs no confirmation. */
function mapped({ scheme }: Pick<Frame, 'scheme'>): readonly OfficialName[] {
  return OFFICIAL.filter((name) => typeof scheme.official?.[name] === 'object');
}

function standing(frame: Frame, name: OfficialName): unknown {
  const { official } = frame.base;
  return isRecord(official) ? official[name] : undefined;
}

export function officialFields(frame: Frame): Fields {
  if (!hasOfficial(frame)) return {};
  return Object.fromEntries(
    mapped(frame).flatMap((name) => [
      [ratingName(name), textIn(standing(frame, name), 'rating')],
      [reasonName(name), textIn(standing(frame, name), 'reason')],
    ]),
  );
}

/**
 * What was confirmed or departed from. An appraiser has to choose both; who plays may leave them to the scheme.
 * A choice that is the suggestion itself is not written down as a departure.
 */
export function readOfficial(
  compiled: CompiledScheme,
  frame: Frame,
  evidence: Readonly<Record<string, unknown>>,
  reader: Reader,
): Readonly<Record<string, unknown>> | undefined {
  if (!hasOfficial(frame)) return undefined;
  const suggested = suggestedRatings(compiled, evidence);
  const official: Record<string, unknown> = {};
  for (const name of mapped(frame)) {
    const rating = reader.choice(ratingName(name), RATINGS);
    const reason = reader.text(reasonName(name));
    reader.at(`official.${name}`, ratingName(name));
    reader.at(`official.${name}.rating`, ratingName(name), { reason });
    reader.at(`official.${name}.reason`, reasonName(name));
    if (!rating) {
      if (frame.mode === 'appraiser') reader.missing(ratingName(name), text.chooseRating());
      continue;
    }
    const departs = suggested[name] !== null && suggested[name] !== rating;
    // In play the reason would be the appraiser's: the rule is shown, and a word stands in for it.
    const words = reason || (frame.mode === 'everything' ? '–' : '');
    if (departs && !words) {
      reader.missing(reasonName(name), text.departureMissing());
      continue;
    }
    official[name] = { rating, ...(departs || reason ? { reason: words } : {}) };
  }
  return Object.keys(official).length > 0 ? official : undefined;
}

export function OfficialSection(props: { frame: Frame; state: FormState }) {
  const { frame, state } = props;
  const levels = RATINGS.map((rating) => ({ code: rating, label: inLocale(ratingLabel(rating)) }));
  const labels = { results: text.officialResults(), behaviour: text.officialBehaviour() };
  return (
    <Card title={text.official()} id="component-official">
      <p class="text-sm text-base-content/75 max-w-prose">{text.officialIntro()}</p>
      <div class="mt-4 grid gap-6 lg:grid-cols-2">
        {mapped(frame).map((name) => (
          <div key={name} class="grid gap-3 content-start min-w-0">
            {frame.mode === 'everything' ? (
              <ChoiceList
                state={state}
                name={ratingName(name)}
                label={labels[name]}
                options={[{ code: '', label: text.followSuggestion() }, ...levels]}
              />
            ) : (
              <>
                <LevelField
                  frame={{ look: 'cards' }}
                  state={state}
                  name={ratingName(name)}
                  label={labels[name]}
                  levels={levels}
                />
                <ReasonField
                  state={state}
                  name={reasonName(name)}
                  label={text.departureReason()}
                  what={labels[name]}
                  hint={text.departureHint()}
                />
              </>
            )}
          </div>
        ))}
      </div>
    </Card>
  );
}
