import { messages } from '#platform/locale/messages.ts';

const text = messages({
  minutes: { id: '{minutes} menit', en: '{minutes} min' },
  hours: { id: '{hours} jam', en: '{hours} h' },
  both: { id: '{hours} jam {minutes} menit', en: '{hours} h {minutes} min' },
});

/** `7 jam 15 menit`. */
export function durationWords(total: number): string {
  const hours = Math.floor(total / 60);
  const minutes = total - hours * 60;
  if (hours === 0) return text.minutes({ minutes });
  return minutes === 0 ? text.hours({ hours }) : text.both({ hours, minutes });
}
