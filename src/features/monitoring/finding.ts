/** What the figures of one indicator say, in a sentence. */
import { currentLocale } from '#platform/locale/locale.ts';
import type { Tone } from '#ui/parts.tsx';
import type { IndicatorProgress } from './model.ts';
import { type Track, trackOf } from './realisation.ts';
import { text } from './text.ts';

/** A decimal string as it is read: `1200.5` → `1.200,5`. Exact, however long. */
export function shown(value: string): string {
  const [separator, point] = currentLocale() === 'id' ? ['.', ','] : [',', '.'];
  const [whole = '', part] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  return part ? grouped + point + part : grouped;
}

/** Percent for reading: no more than one decimal. */
export function shownPercent(percent: string): string {
  return shown(String(Math.round(Number(percent) * 10) / 10));
}

export function withUnit(value: string, unit: string): string {
  return unit ? `${shown(value)} ${unit}` : shown(value);
}

export function finding(progress: IndicatorProgress, elapsed: string): string {
  const { realisation, achievementPercent, indicator } = progress;
  const { target } = indicator;
  if (target.value === null) {
    return progress.entries.length > 0 ? text.unmeasured() : text.nothingYet();
  }
  if (realisation === null) return text.nothingYet();
  if (target.accumulation === 'sum' && target.direction === 'lower') {
    return text.findingCeiling({
      value: withUnit(realisation, target.unit),
      target: withUnit(target.value, target.unit),
      due: shownPercent(String((Number(target.value) * Number(elapsed)) / 100)),
    });
  }
  if (achievementPercent === null) {
    return text.findingZero({
      value: withUnit(realisation, target.unit),
      target: withUnit(target.value, target.unit),
    });
  }
  const percent = shownPercent(achievementPercent);
  if (target.direction === 'lower') {
    return text.findingLower({
      value: withUnit(realisation, target.unit),
      target: withUnit(target.value, target.unit),
      percent,
    });
  }
  return target.accumulation === 'sum'
    ? text.findingPace({ percent, due: shownPercent(elapsed) })
    : text.findingShare({ percent });
}

const TONES: Record<Track, Tone> = {
  reached: 'success',
  'on-track': 'success',
  behind: 'warning',
  'not-yet': 'info',
  missing: 'neutral',
  unmeasured: 'neutral',
};

export function standing(progress: IndicatorProgress, elapsed: string): { track: Track; tone: Tone } {
  const track = trackOf(progress.realisation, progress.indicator.target, elapsed);
  return { track, tone: TONES[track] };
}

/** The words of a target: as agreed on paper, which may say more than its number. */
export function targetWords({ target }: IndicatorProgress['indicator']): string {
  if (target.text) return target.text;
  if (target.value === null) return '–';
  const upper = target.upper === null ? '' : shown(target.upper);
  const value = upper ? text.rangeTo({ from: shown(target.value), to: upper }) : shown(target.value);
  return target.unit ? `${value} ${target.unit}` : value;
}
