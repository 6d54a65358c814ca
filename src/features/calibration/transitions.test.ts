import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decide } from '#domain/workflow/workflow.ts';
import {
  type CalibrationRole,
  ITEM,
  type ItemAct,
  type ItemState,
  MEETING,
  MEMBER,
  type MeetingAct,
  type MeetingState,
  type MemberAct,
  type MemberState,
} from './transitions.ts';

const ROLES: readonly CalibrationRole[] = ['chair', 'officer', 'member', 'author'];

/** Every cell of role × state for one act; only those named are granted. */
function grantedIn<State extends string>(
  states: readonly State[],
  ask: (state: State, role: CalibrationRole) => { readonly ok: boolean; readonly to?: string },
): readonly string[] {
  return states.flatMap((state) =>
    ROLES.flatMap((role) => {
      const decision = ask(state, role);
      return decision.ok ? [`${role}: ${state} → ${decision.to}`] : [];
    }),
  );
}

describe('the tables of calibration', () => {
  const meeting = (act: MeetingAct) =>
    grantedIn<MeetingState>(['preparing', 'judging', 'closed', 'cancelled'], (state, role) =>
      decide(MEETING, { state, act, roles: new Set([role]), reason: 'Sebab.' }),
    );
  const item = (act: ItemAct) =>
    grantedIn<ItemState>(
      ['blind', 'open', 'noted', 'returned', 'stood', 'changed', 'dropped'],
      (state, role) => decide(ITEM, { state, act, roles: new Set([role]), reason: 'Sebab.' }),
    );
  const member = (act: MemberAct) =>
    grantedIn<MemberState>(['listed', 'invited', 'accepted', 'declined', 'replaced'], (state, role) =>
      decide(MEMBER, { state, act, roles: new Set([role]), reason: 'Sebab.' }),
    );

  it('let the chair alone open, decide and close', () => {
    expect(item('open')).toEqual(['chair: blind → open']);
    expect(item('note')).toEqual(['chair: open → noted']);
    expect(item('return')).toEqual(['chair: open → returned']);
    expect(meeting('close')).toEqual(['chair: judging → closed']);
    expect(meeting('start')).toEqual(['chair: preparing → judging', 'officer: preparing → judging']);
    expect(meeting('cancel')).toHaveLength(4);
    expect(meeting('arrange')).toHaveLength(4);
    expect(meeting('hand-over')).toHaveLength(4);
    expect(item('drop')).toEqual(['chair: blind → dropped', 'officer: blind → dropped']);
  });

  it('let the author alone answer, once', () => {
    expect(item('stand')).toEqual(['author: returned → stood']);
    expect(item('change')).toEqual(['author: returned → changed']);
  });

  it('let members answer for themselves', () => {
    expect(member('accept')).toEqual(['member: invited → accepted', 'member: declined → accepted']);
    expect(member('decline')).toEqual(['member: invited → declined', 'member: accepted → declined']);
    expect(member('invite')).toEqual(['chair: listed → invited', 'officer: listed → invited']);
    expect(member('replace')).toHaveLength(8);
  });
});

describe('calibration', () => {
  it('writes no result and no assessment: it changes no rating', () => {
    const folder = import.meta.dirname;
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?<!\.test|\.fixture)\.tsx?$/.test(file),
    );
    expect(sources.length).toBeGreaterThan(25);
    const writing = sources.filter((file) =>
      /(?:updateTable|insertInto|deleteFrom)\(\s*'(?:results|assessments)'|(?:update|insert into|delete from) (?:results|assessments)\b/i.test(
        readFileSync(path.join(folder, file), 'utf8'),
      ),
    );
    expect(writing).toEqual([]);
  });
});
