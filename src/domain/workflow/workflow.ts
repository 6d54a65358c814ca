/**
 * Processes as tables: role × state × act → state. Permission, buttons, refusals and diagrams all come from
 * the same rows. Pure: no database, no clock.
 */

/** Whether the person who acts writes down why. */
export type ReasonRule = 'required' | 'optional' | 'none';

export interface Transition<State extends string, Act extends string, Role extends string> {
  readonly from: readonly State[];
  readonly act: Act;
  readonly by: readonly Role[];
  readonly to: State;
  readonly reason: ReasonRule;
}

export type TransitionTable<
  State extends string,
  Act extends string,
  Role extends string,
> = readonly Transition<State, Act, Role>[];

export type Decision<State extends string> =
  | { readonly ok: true; readonly from: State; readonly to: State }
  | { readonly ok: false; readonly why: 'wrong-role' | 'wrong-state' | 'reason-missing' };

/**
 * What becomes of `state` when somebody who holds `roles` does `act`. A role that may never do the act is
 * told so before anything is said about the state, which may not be theirs to know.
 */
export function decide<State extends string, Act extends string, Role extends string>(
  table: TransitionTable<State, Act, Role>,
  question: {
    readonly state: State;
    readonly act: Act;
    readonly roles: ReadonlySet<Role>;
    readonly reason?: string | undefined;
  },
): Decision<State> {
  const rows = table.filter(
    (row) => row.act === question.act && row.by.some((role) => question.roles.has(role)),
  );
  if (rows.length === 0) return { ok: false, why: 'wrong-role' };
  const row = rows.find((each) => each.from.includes(question.state));
  if (!row) return { ok: false, why: 'wrong-state' };
  if (row.reason === 'required' && !question.reason?.trim()) return { ok: false, why: 'reason-missing' };
  return { ok: true, from: question.state, to: row.to };
}

/** The acts open to somebody who holds `roles` while the subject is in `state`: the buttons of the page. */
export function openActs<State extends string, Act extends string, Role extends string>(
  table: TransitionTable<State, Act, Role>,
  state: State,
  roles: ReadonlySet<Role>,
): readonly Transition<State, Act, Role>[] {
  return table.filter((row) => row.from.includes(state) && row.by.some((role) => roles.has(role)));
}

/** The table as a Mermaid state diagram. */
export function diagram<State extends string, Act extends string, Role extends string>(
  table: TransitionTable<State, Act, Role>,
  initial: State,
): string {
  const lines = table.flatMap((row) =>
    row.from.map((from) => `  ${from} --> ${row.to}: ${row.act} (${row.by.join(', ')})`),
  );
  return ['stateDiagram-v2', `  [*] --> ${initial}`, ...lines, ''].join('\n');
}
