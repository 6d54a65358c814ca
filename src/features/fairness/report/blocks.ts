/** What the report is made of: a chapter has sections, a section has blocks; the page draws them, the paper prints them. */
export type Block =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'command'; readonly words: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'intervals';
      readonly caption: string;
      /** Ends of the axis; nought lies within. */
      readonly range: readonly [number, number];
      /** What lies at the left and at the right of nought. */
      readonly ends: readonly [string, string];
      readonly rows: readonly {
        readonly label: string;
        readonly words: string;
        readonly value: number;
        readonly interval: readonly [number, number];
      }[];
    };

export interface Section {
  readonly title: string;
  /** 1 for a chapter, 2 below it. */
  readonly level: 1 | 2;
  readonly blocks: readonly Block[];
}
