/**
 * Which level a post asks for, and by which standard. Standards are written for a level of post or for a name of post,
 * everywhere or within one unit; what is said more closely holds before what is said generally. Pure.
 */
import { type Bilingual, sameInBoth } from '#domain/bilingual.ts';
import { POST_LEVELS, type PostLevel, postLevelLabel } from '#domain/schemes/index.ts';
import { alike } from '../levels.ts';

export interface Target {
  /** One of the two is said. */
  readonly postLevel: PostLevel | null;
  readonly positionName: string | null;
  /** Within this unit and those below it; everywhere where it is null. */
  readonly unitId: string | null;
}

export interface Standard extends Target {
  readonly id: string;
  readonly target: string;
  readonly revision: number;
  /** Required level by code of the competency, 1 to 5; empty where the standard was taken back. */
  readonly levels: Readonly<Record<string, number>>;
  readonly validFrom: string;
  /** The decree or decision. */
  readonly basis: string;
  readonly unitName: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** The name under which revisions of one standard follow each other. */
export function targetKey({ postLevel, positionName, unitId }: Target): string {
  const post = postLevel === null ? `position:${alike(positionName ?? '')}` : `level:${postLevel}`;
  return `${post}@${unitId ?? ''}`;
}

/** Names of levels of posts are official titles; a name of a post stays as the office writes it. */
export function postLabel({ postLevel, positionName }: Target): Bilingual {
  return postLevel === null ? sameInBoth(positionName ?? '') : postLevelLabel(postLevel);
}

/**
 * The usual level of the managerial and socio-cultural competencies (P38 as recollected, to be confirmed with the
 * BKPSDM); for the functional skill levels a Tera default. Proposals: nothing of it holds before an officer sets it.
 */
export const PROPOSED_LEVEL: Readonly<Record<PostLevel, number>> = {
  'jpt-pratama': 4,
  administrator: 3,
  pengawas: 2,
  pelaksana: 1,
  'ahli-utama': 5,
  'ahli-madya': 4,
  'ahli-muda': 3,
  'ahli-pertama': 2,
  penyelia: 2,
  mahir: 1,
  terampil: 1,
  pemula: 1,
};

/** Of each target the latest revision that has begun on that day: a later one corrects from its own day on. */
export function holdingOn(standards: readonly Standard[], on: string): readonly Standard[] {
  const latest = new Map<string, Standard>();
  for (const each of standards) {
    if (each.validFrom > on) continue;
    const known = latest.get(each.target);
    if (!known || known.revision < each.revision) latest.set(each.target, each);
  }
  return [...latest.values()];
}

export interface Post {
  readonly positionName: string;
  readonly positionKind: string;
  readonly positionLevel: string | null;
  readonly unitId: string;
}

export function postLevelOf({ positionKind, positionLevel }: Post): PostLevel | undefined {
  const known: readonly string[] = POST_LEVELS;
  const found = [positionLevel, positionKind].find((each) => each !== null && known.includes(each));
  return POST_LEVELS.find((each) => each === found);
}

/** Parents of units, the unit itself first. */
export type Ancestors = (unitId: string) => readonly string[];

export function ancestorsIn(parents: ReadonlyMap<string, string | null>): Ancestors {
  return (unitId) => {
    const found: string[] = [];
    for (let at: string | null = unitId; at !== null && !found.includes(at); at = parents.get(at) ?? null)
      found.push(at);
    return found;
  };
}

export interface Required {
  readonly level: number;
  readonly standard: Standard;
}

/** The standards that hold for a post, the most general first. */
export function standardsFor(
  post: Post,
  holding: readonly Standard[],
  ancestors: Ancestors,
): readonly Standard[] {
  const level = postLevelOf(post);
  const units = ancestors(post.unitId);
  const closeness = ({ postLevel, unitId }: Standard) =>
    (postLevel === null ? units.length + 1 : 0) +
    (unitId === null ? 0 : units.length - units.indexOf(unitId));
  return holding
    .filter(
      (each) =>
        Object.keys(each.levels).length > 0 &&
        (each.unitId === null || units.includes(each.unitId)) &&
        (each.postLevel === null
          ? alike(each.positionName ?? '') === alike(post.positionName)
          : each.postLevel === level),
    )
    .toSorted((a, b) => closeness(a) - closeness(b));
}

/** What a post asks for, competency by competency, each with the standard that says so. */
export function requiredOf(standards: readonly Standard[]): ReadonlyMap<string, Required> {
  const required = new Map<string, Required>();
  for (const standard of standards)
    for (const [code, level] of Object.entries(standard.levels)) required.set(code, { level, standard });
  return required;
}
