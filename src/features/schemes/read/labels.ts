import type { Tone } from '#ui/parts.tsx';
import type { Standing } from './access.ts';
import { text } from './text.ts';

export const STANDING_TONE: Record<Standing, Tone> = {
  national: 'info',
  adopted: 'success',
  template: 'neutral',
};

/** What a version is to this agency, in a word. */
export function standingText(standing: Standing): string {
  switch (standing) {
    case 'national':
      return text.standing_national();
    case 'adopted':
      return text.standing_adopted();
    case 'template':
      return text.standing_template();
  }
}
