/** The parts of a person's name as `to_json(person)` or a join gives them; `fullName` puts them together. */
export interface Named {
  readonly name: string;
  readonly title_before: string | null;
  readonly title_after: string | null;
}
