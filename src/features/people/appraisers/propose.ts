/**
 * Who should appraise whom, read from the hierarchy: the head of the unit, and above a head the head of the unit
 * above; the appraiser's own appraiser is the atasan pejabat penilai. Only a proposal: what it is unsure of is
 * said, an officer decides. Pure.
 * Source: the usual chain in regional agencies, PermenPANRB 6/2022 and PP 30/2019 (docs/glossary.md).
 */
export interface UnitNode {
  readonly id: string;
  readonly parentId: string | null;
}

export interface Post {
  readonly personId: string;
  readonly unitId: string;
  readonly kind: 'definitive' | 'plt' | 'plh';
  readonly positionKind: string;
  readonly positionLevel: string | null;
  readonly isHead: boolean;
  /** First day in the post, where it matters whether somebody moved. */
  readonly from?: string;
  /** False for those who only appraise, such as a mayor, who is no civil servant. */
  readonly isAppraised?: boolean;
}

export interface CurrentAssignment {
  readonly personId: string;
  readonly appraiserId: string;
  readonly superiorId: string | null;
  readonly source: 'hierarchy' | 'officer';
  readonly from?: string;
}

/** Why an officer should look before accepting. */
export type Doubt =
  | 'nobody-above'
  | 'no-superior'
  | 'unit-without-head'
  | 'several-heads'
  | 'acting-head'
  | 'level-too-low'
  | 'differs-from-officer'
  | 'officer-choice-outdated';

/** What is left to do for a person: decide, only accept, or nothing. */
export type Standing = 'doubtful' | 'ready' | 'settled';

export interface Proposal {
  readonly personId: string;
  readonly appraiserId: string | null;
  readonly superiorId: string | null;
  readonly doubts: readonly Doubt[];
  readonly change: 'none' | 'new' | 'changed';
  readonly current: CurrentAssignment | null;
}

export interface Hierarchy {
  readonly units: readonly UnitNode[];
  /** Posts in force on the day. */
  readonly posts: readonly Post[];
  readonly current: readonly CurrentAssignment[];
}

interface Found {
  readonly personId: string | null;
  readonly doubts: readonly Doubt[];
}

/** A proposal for everybody who holds a definitive post, doubtful ones first, then those that change something. */
export function proposeAppraisers(hierarchy: Hierarchy): readonly Proposal[] {
  const units = new Map(hierarchy.units.map((unit) => [unit.id, unit]));
  const heads = headsByUnit(hierarchy.posts);
  const ownPost = new Map(
    hierarchy.posts.filter((post) => post.kind === 'definitive').map((post) => [post.personId, post]),
  );
  const current = new Map(hierarchy.current.map((each) => [each.personId, each]));
  const above = (personId: string): Found => {
    const post = ownPost.get(personId);
    return post ? findAbove(post, { units, heads }) : { personId: null, doubts: ['nobody-above'] };
  };
  const appraised = [...ownPost.values()].filter((post) => post.isAppraised !== false);
  const atWork = new Set(hierarchy.posts.map((post) => post.personId));
  const proposals = appraised.map((post): Proposal => {
    const appraiser = above(post.personId);
    const superior = appraiser.personId
      ? superiorOf(appraiser.personId, above)
      : { personId: null, doubts: [] };
    const now = current.get(post.personId) ?? null;
    const change = changeOf(now, appraiser.personId, superior.personId);
    const doubts = new Set<Doubt>([...appraiser.doubts, ...superior.doubts]);
    if (isLevelTooLow(post, appraiser.personId ? ownPost.get(appraiser.personId) : undefined))
      doubts.add('level-too-low');
    if (now?.source === 'officer' && change === 'changed')
      doubts.add(isOutdated(now, post, atWork) ? 'officer-choice-outdated' : 'differs-from-officer');
    return {
      personId: post.personId,
      appraiserId: appraiser.personId,
      superiorId: superior.personId,
      doubts: [...doubts],
      change,
      current: now,
    };
  });
  return proposals.sort((one, other) => weight(other) - weight(one));
}

function headsByUnit(posts: readonly Post[]): ReadonlyMap<string, readonly Post[]> {
  return Map.groupBy(
    posts.filter((post) => post.isHead),
    (post) => post.unitId,
  );
}

/** The definitive head; where the post is vacant the Plt, then the Plh. */
function headOf(
  heads: readonly Post[] | undefined,
): { readonly post: Post; readonly doubts: readonly Doubt[] } | undefined {
  for (const kind of ['definitive', 'plt', 'plh'] as const) {
    const found = heads?.filter((head) => head.kind === kind) ?? [];
    const [post] = found;
    if (!post) continue;
    const doubts: Doubt[] = [];
    if (kind !== 'definitive') doubts.push('acting-head');
    if (found.length > 1) doubts.push('several-heads');
    return { post, doubts };
  }
  return undefined;
}

function findAbove(
  post: Post,
  known: { units: ReadonlyMap<string, UnitNode>; heads: ReadonlyMap<string, readonly Post[]> },
): Found {
  const doubts = new Set<Doubt>();
  const visited = new Set<string>();
  let unitId: string | null = post.isHead ? (known.units.get(post.unitId)?.parentId ?? null) : post.unitId;
  while (unitId && !visited.has(unitId)) {
    visited.add(unitId);
    const head = headOf(known.heads.get(unitId));
    if (head && head.post.personId !== post.personId) {
      for (const doubt of head.doubts) doubts.add(doubt);
      return { personId: head.post.personId, doubts: [...doubts] };
    }
    // Somebody who acts as the head above themselves is appraised further up, and that is no surprise.
    if (!head) doubts.add('unit-without-head');
    unitId = known.units.get(unitId)?.parentId ?? null;
  }
  return { personId: null, doubts: [...doubts, 'nobody-above'] };
}

/** At the top the mayor is both: nobody stands above (chain of JPT in PermenPANRB 6/2022). */
function superiorOf(appraiserId: string, above: (personId: string) => Found): Found {
  const next = above(appraiserId);
  if (next.personId) return { personId: next.personId, doubts: [] };
  return { personId: appraiserId, doubts: ['no-superior'] };
}

const SENIOR_LEVELS = new Set(['ahli-madya', 'ahli-utama']);
const RANKED = ['pelaksana', 'jf', 'pengawas', 'administrator', 'jpt-pratama', 'jpt-madya', 'other'];

/** Senior functional posts are appraised by an administrator or higher; nobody is by a lower structural post. */
function isLevelTooLow(post: Post, appraiser: Post | undefined): boolean {
  if (!appraiser) return false;
  const own = RANKED.indexOf(post.positionKind);
  const theirs = RANKED.indexOf(appraiser.positionKind);
  if (post.positionLevel && SENIOR_LEVELS.has(post.positionLevel))
    return theirs < RANKED.indexOf('administrator') && !appraiser.isHead;
  return own > RANKED.indexOf('jf') && theirs < own;
}

function changeOf(
  now: CurrentAssignment | null,
  appraiserId: string | null,
  superiorId: string | null,
): Proposal['change'] {
  if (!now) return appraiserId ? 'new' : 'none';
  return now.appraiserId === appraiserId && now.superiorId === superiorId ? 'none' : 'changed';
}

/** An officer's decision stands until the person has moved or the appraiser holds no post any more. */
function isOutdated(now: CurrentAssignment, post: Post, atWork: ReadonlySet<string>): boolean {
  const hasMoved = now.from !== undefined && post.from !== undefined && post.from > now.from;
  return hasMoved || !atWork.has(now.appraiserId);
}

export function standingOf(proposal: Proposal): Standing {
  if (proposal.doubts.includes('differs-from-officer')) return 'settled';
  if (proposal.change === 'none' && proposal.current) return 'settled';
  if (!proposal.appraiserId) return 'doubtful';
  return proposal.doubts.some((doubt) => doubt !== 'no-superior') ? 'doubtful' : 'ready';
}

const WEIGHT: Readonly<Record<Standing, number>> = { doubtful: 2, ready: 1, settled: 0 };

function weight(proposal: Proposal): number {
  return WEIGHT[standingOf(proposal)];
}
