/** What a command reads from and writes to; tests hand in their own. */
export interface Io {
  readonly stdin: AsyncIterable<Buffer | string>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** Exit codes of every command: done, the input was refused, wrong usage, our fault. */
export const EXIT = { done: 0, refused: 1, usage: 2, fault: 70 } as const;

export type Command = (args: string[], io: Io) => Promise<number>;
