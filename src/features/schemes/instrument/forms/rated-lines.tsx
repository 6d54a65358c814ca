import { lineKindLabel } from '#domain/rules/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Badge } from '#ui/parts.tsx';
import { ItemBlock, LevelField, levelsOf, needsReason, ReasonField } from '../fields.tsx';
import { text } from '../text.ts';
import { type ComponentForm, listIn, type Part, type SettingsOf, textIn } from '../types.ts';

interface Line {
  readonly key: string;
  readonly label: string;
  readonly kind: 'main' | 'additional';
  readonly rating: string;
}

/** Ratings of single results and the decision that rests on them; left open, the decision follows the count. */
export function ratedLinesForm(part: Part<SettingsOf<'rated-lines'>>): ComponentForm {
  const { code, settings, frame, base } = part;
  const levels = levelsOf(frame.scheme, settings.scale);
  const codes = levels.map((level) => level.code);
  const lines = linesOf(part);
  const asksReason = frame.mode === 'appraiser';
  const decision = `${code}.rating`;
  const name = (line: Line) => `${code}.line.${line.key}.level`;
  return {
    fields: Object.fromEntries([
      ...lines.map((line) => [name(line), line.rating]),
      [decision, textIn(base, 'rating')],
    ]),
    read(reader) {
      const rated = lines.map((line, index) => {
        const rating = reader.choice(name(line), codes);
        const reason = reader.text(`${name(line)}.reason`);
        reader.at(`${code}.lines[${index}]`, name(line));
        reader.at(`${code}.lines[${index}].rating`, name(line), { label: line.label, reason });
        if (!rating) reader.missing(name(line), text.chooseLevel());
        else if (asksReason && needsReason(levels, rating) && !reason)
          reader.missing(`${name(line)}.reason`, text.reasonMissing());
        return rating && { kind: line.kind, rating };
      });
      const rating = reader.choice(decision, codes);
      reader.at(`${code}.rating`, decision, { reason: reader.text(`${decision}.reason`) });
      const complete = rated.filter((line) => line !== undefined);
      const whole = lines.length > 0 && complete.length === lines.length ? { lines: complete } : {};
      return rating || 'lines' in whole ? { ...(rating ? { rating } : {}), ...whole } : undefined;
    },
    draw: (state) => (
      <div class="divide-y divide-base-300">
        {lines.map((line) => (
          <ItemBlock
            key={line.key}
            title={line.label}
            above={<Badge>{inLocale(lineKindLabel(line.kind))}</Badge>}
            facts={part.lines?.find((each) => each.key === line.key)?.facts}
          >
            <LevelField
              frame={frame}
              state={state}
              name={name(line)}
              label={text.levelFor({ what: line.label })}
              levels={levels}
              hideLabel
            />
            {asksReason ? (
              <ReasonField state={state} name={`${name(line)}.reason`} what={line.label} />
            ) : null}
          </ItemBlock>
        ))}
        <ItemBlock title={text.overall()}>
          <LevelField
            frame={frame}
            state={state}
            name={decision}
            label={text.levelFor({ what: inLocale(settings.label) })}
            levels={levels}
            empty={text.followSuggestion()}
            hideLabel
          />
          {asksReason ? (
            <ReasonField state={state} name={`${decision}.reason`} what={inLocale(settings.label)} />
          ) : null}
        </ItemBlock>
      </div>
    ),
  };
}

function linesOf({ lines, base }: Part<SettingsOf<'rated-lines'>>): readonly Line[] {
  const rated = listIn(base, 'lines');
  if (lines)
    return lines.map(({ key, label, kind }, index) => ({
      key,
      label,
      kind,
      rating: textIn(rated[index], 'rating'),
    }));
  return rated.map((line, index) => ({
    key: String(index),
    label: text.line({ number: index + 1 }),
    kind: line.kind === 'additional' ? 'additional' : 'main',
    rating: textIn(line, 'rating'),
  }));
}
