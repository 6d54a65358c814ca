/** Levels of posts for which a standard of competencies is written: structural posts and functional levels. */
import { type Bilingual, sameInBoth } from '../bilingual.ts';
import { FUNCTIONAL_LEVELS, type FunctionalLevel, functionalLevelLabel } from '../rules/credit-points.ts';

const STRUCTURAL = ['jpt-pratama', 'administrator', 'pengawas', 'pelaksana'] as const;

/** Every level of post, structural ones first. */
export const POST_LEVELS = [...STRUCTURAL, ...FUNCTIONAL_LEVELS] as const;
export type PostLevel = (typeof POST_LEVELS)[number];

const STRUCTURAL_LABELS: Readonly<Record<(typeof STRUCTURAL)[number], string>> = {
  'jpt-pratama': 'Jabatan Pimpinan Tinggi Pratama',
  administrator: 'Administrator',
  pengawas: 'Pengawas',
  pelaksana: 'Pelaksana',
};

function isFunctional(level: PostLevel): level is FunctionalLevel {
  return (FUNCTIONAL_LEVELS as readonly string[]).includes(level);
}

/** Names of posts are official titles and stay Indonesian in both languages. */
export function postLevelLabel(level: PostLevel): Bilingual {
  return isFunctional(level) ? functionalLevelLabel(level) : sameInBoth(STRUCTURAL_LABELS[level]);
}
