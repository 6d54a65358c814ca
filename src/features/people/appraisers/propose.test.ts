import { describe, expect, it } from 'vitest';
import { type Hierarchy, type Post, proposeAppraisers } from './propose.ts';

const units = [
  { id: 'city', parentId: null },
  { id: 'office', parentId: 'city' },
  { id: 'section', parentId: 'office' },
];
const post = (personId: string, unitId: string, more: Partial<Post> = {}): Post => ({
  personId,
  unitId,
  kind: 'definitive',
  positionKind: 'pelaksana',
  positionLevel: null,
  isHead: false,
  ...more,
});
const head = (personId: string, unitId: string, positionKind: string, more: Partial<Post> = {}) =>
  post(personId, unitId, { isHead: true, positionKind, ...more });

const full: Hierarchy = {
  units,
  posts: [
    head('mayor', 'city', 'other'),
    head('chief', 'office', 'jpt-pratama'),
    head('lead', 'section', 'administrator'),
    post('clerk', 'section'),
  ],
  current: [],
};
const proposalOf = (hierarchy: Hierarchy, personId: string) =>
  proposeAppraisers(hierarchy).find((proposal) => proposal.personId === personId);

describe('proposing appraisers from the hierarchy', () => {
  it('goes to the head of the unit, and above a head to the unit above', () => {
    expect(proposalOf(full, 'clerk')).toMatchObject({
      appraiserId: 'lead',
      superiorId: 'chief',
      doubts: [],
      change: 'new',
    });
    expect(proposalOf(full, 'lead')).toMatchObject({ appraiserId: 'chief', superiorId: 'mayor', doubts: [] });
  });

  it('lets the mayor stand at both places at the top, and says so', () => {
    expect(proposalOf(full, 'chief')).toMatchObject({
      appraiserId: 'mayor',
      superiorId: 'mayor',
      doubts: ['no-superior'],
    });
    expect(proposalOf(full, 'mayor')).toMatchObject({
      appraiserId: null,
      doubts: ['nobody-above'],
      change: 'none',
    });
  });

  it('climbs over a vacant post and doubts it', () => {
    const vacant = { ...full, posts: full.posts.filter((each) => each.personId !== 'lead') };
    expect(proposalOf(vacant, 'clerk')).toMatchObject({
      appraiserId: 'chief',
      superiorId: 'mayor',
      doubts: ['unit-without-head'],
    });
  });

  it('takes the Plt of a vacant post, but appraises the Plt where their own post is', () => {
    const posts = [
      ...full.posts.filter((each) => each.personId !== 'lead'),
      post('deputy', 'section'),
      head('deputy', 'section', 'administrator', { kind: 'plt' }),
    ];
    const acting = { ...full, posts };
    expect(proposalOf(acting, 'clerk')).toMatchObject({ appraiserId: 'deputy', doubts: ['acting-head'] });
    expect(proposalOf(acting, 'deputy')).toMatchObject({ appraiserId: 'chief' });
  });

  it('doubts two heads of one unit', () => {
    const two = { ...full, posts: [...full.posts, head('other-lead', 'section', 'administrator')] };
    expect(proposalOf(two, 'clerk')?.doubts).toContain('several-heads');
  });

  it('keeps quiet where nothing changes and speaks up where an officer decided otherwise', () => {
    const same = {
      personId: 'clerk',
      appraiserId: 'lead',
      superiorId: 'chief',
      source: 'hierarchy',
    } as const;
    expect(proposalOf({ ...full, current: [same] }, 'clerk')).toMatchObject({ change: 'none', doubts: [] });
    const decided = { ...same, appraiserId: 'chief', source: 'officer' } as const;
    expect(proposalOf({ ...full, current: [decided] }, 'clerk')).toMatchObject({
      change: 'changed',
      doubts: ['differs-from-officer'],
    });
  });

  it('does not hang on units that contain each other, and lists the doubtful first', () => {
    const circle = {
      ...full,
      units: [{ id: 'city', parentId: 'section' }, ...units.slice(1)],
      posts: [post('clerk', 'section')],
    };
    expect(proposalOf(circle, 'clerk')).toMatchObject({ appraiserId: null });
    const [first] = proposeAppraisers({ ...full, posts: [...full.posts, post('lost', 'nowhere')] });
    expect(first?.doubts).toContain('nobody-above');
  });
});
