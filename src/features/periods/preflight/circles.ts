interface Appraised {
  readonly personId: string;
  readonly appraiser: { readonly id: string } | null;
}

/** Circles in "is appraised by": each once, beginning anywhere on it. Linear: every person is walked once. */
export function appraiserCircles<Person extends Appraised>(
  people: readonly Person[],
): readonly (readonly Person[])[] {
  const byId = new Map(people.map((each) => [each.personId, each]));
  const walked = new Set<string>();
  const circles: Person[][] = [];
  for (const start of people) {
    const chain: Person[] = [];
    const position = new Map<string, number>();
    let current: Person | undefined = start;
    while (current && !walked.has(current.personId)) {
      walked.add(current.personId);
      position.set(current.personId, chain.length);
      chain.push(current);
      current = current.appraiser ? byId.get(current.appraiser.id) : undefined;
    }
    const closesAt = current ? position.get(current.personId) : undefined;
    if (closesAt !== undefined) circles.push(chain.slice(closesAt));
  }
  return circles;
}
