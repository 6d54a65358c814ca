/** Forms of the small mechanisms: one level, one number, one yes or no. */
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import {
  ChoiceList,
  ItemBlock,
  LevelField,
  levelsOf,
  needsReason,
  ReasonField,
  ShortField,
} from '../fields.tsx';
import { text } from '../text.ts';
import { type ComponentForm, isRecord, type Part, type SettingsOf, textIn } from '../types.ts';

export function ratingForm({ code, settings, frame, base }: Part<SettingsOf<'rating'>>): ComponentForm {
  const levels = levelsOf(frame.scheme, settings.scale);
  const codes = levels.map((level) => level.code);
  const values = settings.items === undefined ? [] : (frame.scheme.behaviours?.values ?? []);
  const given = isRecord(base) ? base.values : undefined;
  const asksReason = frame.mode === 'appraiser';
  const name = `${code}.rating`;
  const valueName = (value: string) => `${code}.values.${value}`;
  const label = inLocale(settings.label);
  return {
    fields: Object.fromEntries([
      [name, textIn(base, 'rating')],
      ...values.map((value) => [valueName(value.code), textIn(given, value.code)]),
    ]),
    read(reader) {
      const rating = reader.choice(name, codes);
      const rated: Record<string, string> = {};
      for (const value of values) {
        const chosen = reader.choice(valueName(value.code), codes);
        if (!chosen) continue;
        rated[value.code] = chosen;
        const reason = reader.text(`${valueName(value.code)}.reason`);
        reader.at(`${code}.values.${value.code}`, valueName(value.code), { reason });
      }
      if (!rating) {
        reader.missing(name, text.chooseLevel());
        return undefined;
      }
      const reason = reader.text(`${name}.reason`);
      if (asksReason && needsReason(levels, rating) && !reason)
        reader.missing(`${name}.reason`, text.reasonMissing());
      reader.at(name, name, { reason });
      return { rating, ...(Object.keys(rated).length > 0 ? { values: rated } : {}) };
    },
    draw: (state) => (
      <div class="divide-y divide-base-300">
        {values.map((value) => (
          <ItemBlock key={value.code} title={inLocale(value.label)} facts={frame.itemFacts?.(value.code)}>
            <LevelField
              frame={frame}
              state={state}
              name={valueName(value.code)}
              label={text.levelFor({ what: inLocale(value.label) })}
              levels={levels}
              hideLabel
            />
            {asksReason ? (
              <ReasonField
                state={state}
                name={`${valueName(value.code)}.reason`}
                what={inLocale(value.label)}
              />
            ) : null}
          </ItemBlock>
        ))}
        <ItemBlock title={values.length > 0 ? text.overall() : label}>
          <LevelField
            frame={frame}
            state={state}
            name={name}
            label={text.levelFor({ what: label })}
            levels={levels}
            hideLabel
          />
          {asksReason ? (
            <ReasonField state={state} name={`${name}.reason`} what={label} hint={text.reasonHint()} />
          ) : null}
        </ItemBlock>
      </div>
    ),
  };
}

export function scoreForm({ code, settings, base }: Part<SettingsOf<'score'>>): ComponentForm {
  const name = `${code}.score`;
  const { from, to } = settings.range;
  return {
    fields: { [name]: formatDecimal(textIn(base, 'score')) },
    read(reader) {
      const score = reader.decimal(name, inLocale(settings.label));
      reader.at(`${code}.score`, name);
      if (score === undefined) {
        reader.missing(name, text.numberMissing({ label: inLocale(settings.label) }));
        return undefined;
      }
      return { score };
    },
    draw: (state) => (
      <div class="p-5 max-w-xs">
        <ShortField
          state={state}
          name={name}
          label={text.score()}
          hint={text.range({ from: formatDecimal(from), to: formatDecimal(to) })}
        />
      </div>
    ),
  };
}

export function factForm({ code, settings, frame, base }: Part<SettingsOf<'fact'>>): ComponentForm {
  const name = `${code}.value`;
  const value = isRecord(base) ? base.value : undefined;
  const label = inLocale(settings.label);
  const levels = [
    { code: 'yes', label: text.yes() },
    { code: 'no', label: text.no() },
  ];
  return {
    fields: { [name]: value === true ? 'yes' : value === false ? 'no' : '' },
    read(reader) {
      const chosen = reader.choice(name, ['yes', 'no']);
      reader.at(`${code}.value`, name, { reason: reader.text(`${name}.reason`) });
      if (!chosen) {
        reader.missing(name, text.chooseLevel());
        return undefined;
      }
      return { value: chosen === 'yes' };
    },
    draw: (state) => (
      <div class="p-5 grid gap-3">
        {frame.look === 'cards' ? (
          <LevelField frame={frame} state={state} name={name} label={label} levels={levels} />
        ) : (
          <ChoiceList
            state={state}
            name={name}
            label={label}
            options={[{ code: '', label: text.notYet() }, ...levels]}
          />
        )}
        {frame.mode === 'appraiser' ? (
          <ReasonField state={state} name={`${name}.reason`} what={label} />
        ) : null}
      </div>
    ),
  };
}
