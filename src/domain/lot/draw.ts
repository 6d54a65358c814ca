/**
 * A draw that anybody can compute again. The list is fixed and published first; two parties commit to a secret each
 * by its hash; both reveal; the seed is the hash of both secrets and of the list, so nobody could choose it. Everybody
 * on the list gets a ticket, the keyed hash of their id under the seed, and the lowest tickets are drawn. Pure: the
 * hash functions are given, and every tool that knows SHA-256 gives the same outcome.
 */

export interface Digests {
  /** Hexadecimal SHA-256 of a text in UTF-8. */
  sha256(text: string): string;
  /** Hexadecimal HMAC-SHA256 of a text under a key, both in UTF-8. */
  hmacSha256(key: string, text: string): string;
}

/** One who can be drawn, among those under the same scheme and share. */
export interface Eligible {
  readonly id: string;
  /** `scheme@version`, without spaces: each is drawn from by itself. */
  readonly scheme: string;
  /** Share to draw in whole percent, 0 to 100. */
  readonly percent: number;
}

/** The list as it is hashed and published: `id scheme percent` a line, sorted, each ended by a line feed. */
export function listText(eligible: readonly Eligible[]): string {
  return eligible
    .map(({ id, scheme, percent }) => `${id} ${scheme} ${percent}\n`)
    .toSorted()
    .join('');
}

/** Undefined where the text is not a list as `listText` writes it: another order, a line twice, a share beyond 100. */
export function readList(text: string): readonly Eligible[] | undefined {
  const lines = text.split('\n');
  if (lines.pop() !== '') return undefined;
  const eligible: Eligible[] = [];
  for (const line of lines) {
    const match = /^([0-9a-f-]{36}) (\S+) (\d{1,3})$/.exec(line);
    const [, id, scheme, percent] = match ?? [];
    if (!id || !scheme || percent === undefined || Number(percent) > 100) return undefined;
    eligible.push({ id, scheme, percent: Number(percent) });
  }
  if (new Set(eligible.map(({ id }) => id)).size < eligible.length) return undefined;
  return listText(eligible) === text ? eligible : undefined;
}

/** What somebody publishes before anybody knows the seed. */
export function commitmentOf(digests: Digests, secret: string): string {
  return digests.sha256(secret);
}

/** Known to nobody before both secrets are. */
export function seedOf(
  digests: Digests,
  given: { readonly officer: string; readonly auditor: string; readonly listSha256: string },
): string {
  return digests.sha256(`${given.officer}\n${given.auditor}\n${given.listSha256}\n`);
}

/** How many of a group are drawn: the share, rounded up, so that a share above nothing draws at least one. */
export function drawnOf(count: number, percent: number): number {
  return Math.ceil((count * percent) / 100);
}

export interface Drawn {
  readonly id: string;
  /** Place among all who were drawn, from 1: the lowest ticket first. */
  readonly rank: number;
  readonly ticket: string;
}

/** Who is drawn, in the order of their tickets. The order of the list makes no difference. */
export function draw(digests: Digests, eligible: readonly Eligible[], seed: string): readonly Drawn[] {
  const tickets = eligible
    .map((each) => ({ ...each, ticket: digests.hmacSha256(seed, each.id) }))
    .toSorted((a, b) => compare(a.ticket, b.ticket) || compare(a.id, b.id));
  const groups = Map.groupBy(tickets, ({ scheme, percent }) => `${scheme} ${percent}`);
  const drawn = new Set(
    [...groups.values()].flatMap((group) =>
      group.slice(0, drawnOf(group.length, group[0]?.percent ?? 0)).map(({ id }) => id),
    ),
  );
  return tickets
    .filter(({ id }) => drawn.has(id))
    .map(({ id, ticket }, index) => ({ id, ticket, rank: index + 1 }));
}

/** By code, whatever the language of the machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
