/** The fairness laboratory, in words. */
import { say } from '#domain/bilingual.ts';
import type { Sentences } from './words.ts';

export const laboratory = {
  'laboratory.run-requested': ({ name, scheme, people, periods, seed }) =>
    say(
      {
        id: 'Simulasi {name} diminta: skema {scheme}, {people} pegawai rekaan, {periods} periode, benih {seed}.',
        en: 'Simulation {name} requested: scheme {scheme}, {people} invented people, {periods} periods, seed {seed}.',
      },
      { name, scheme, people, periods, seed: String(seed) },
    ),
  'laboratory.run-cancelled': ({ name, scheme }) =>
    say(
      {
        id: 'Simulasi {name} (skema {scheme}) dibatalkan.',
        en: 'Simulation {name} (scheme {scheme}) cancelled.',
      },
      { name, scheme },
    ),
} satisfies Partial<Sentences>;
