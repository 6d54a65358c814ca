import { Decimal } from 'decimal.js';
import { SERVICE_ELEMENTS } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { FieldGrid, ShortField } from '../fields.tsx';
import { text } from '../text.ts';
import { type ComponentForm, isRecord, listIn, type Part, type SettingsOf, textIn } from '../types.ts';

type Survey = Part<SettingsOf<'survey'>>;

/** Answers as their number and the mean of each question: single answers are never shown. */
export function surveyForm(part: Survey): ComponentForm {
  const { code, settings } = part;
  const items = settings.items === 'service-elements' ? SERVICE_ELEMENTS : settings.items;
  const count = `${code}.count`;
  const meanName = (item: string) => `${code}.means.${item}`;
  const known = meansOf(part);
  return {
    fields: Object.fromEntries([
      [count, known.count],
      ...items.map((item) => [meanName(item.code), formatDecimal(known.means.get(item.code) ?? '')]),
    ]),
    read(reader) {
      reader.at(`${code}.count`, count);
      const answers = reader.whole(count, text.answers());
      const means = Object.fromEntries(
        items.flatMap((item) => {
          reader.at(`${code}.means.${item.code}`, meanName(item.code));
          const mean = reader.decimal(meanName(item.code), inLocale(item.label));
          return mean === undefined ? [] : [[item.code, mean]];
        }),
      );
      if (answers === undefined) {
        reader.missing(count, text.numberMissing({ label: text.answers() }));
        return undefined;
      }
      return { count: answers, means };
    },
    draw: (state) => (
      <div class="p-5">
        <FieldGrid>
          <ShortField state={state} name={count} label={text.answers()} />
          {items.map((item) => (
            <ShortField
              key={item.code}
              state={state}
              name={meanName(item.code)}
              label={text.mean({ what: inLocale(item.label) })}
            />
          ))}
        </FieldGrid>
      </div>
    ),
  };
}

function meansOf({ settings, frame, base }: Survey): { count: string; means: ReadonlyMap<string, string> } {
  const given = isRecord(base) ? base.means : undefined;
  const answers = listIn(base, 'answers');
  const count = isRecord(given) ? Number(textIn(base, 'count')) : answers.length;
  // Of too few answers not even the mean is shown: one might be read out of it.
  if (frame.hidesFew && count > 0 && count < settings.atLeast)
    return { count: String(count), means: new Map() };
  if (isRecord(given))
    return {
      count: textIn(base, 'count'),
      means: new Map(Object.keys(given).map((item) => [item, textIn(given, item)])),
    };
  if (answers.length === 0) return { count: '', means: new Map() };
  const levels = frame.scheme.scales?.[settings.scale]?.levels ?? [];
  const scores = new Map(
    levels.flatMap((level, index) => [
      [level.code, level.score ?? '0'],
      [String(levels.length - index), level.score ?? '0'],
    ]),
  );
  const sums = new Map<string, { sum: Decimal; count: number }>();
  for (const answer of answers)
    for (const [item, level] of Object.entries(answer)) {
      const before = sums.get(item) ?? { sum: new Decimal(0), count: 0 };
      sums.set(item, { sum: before.sum.plus(scores.get(String(level)) ?? 0), count: before.count + 1 });
    }
  const mean = ({ sum, count }: { sum: Decimal; count: number }) =>
    sum.div(count).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  return {
    count: String(answers.length),
    means: new Map([...sums].map(([item, each]) => [item, mean(each).toFixed()])),
  };
}
