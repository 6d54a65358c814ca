import { formatInstant } from '#platform/locale/format.ts';
import { text } from './text.ts';

export interface NoteContext {
  /** When the figures were made, already in words. */
  readonly when: string;
  readonly method: string;
  /** Address of the CSV of one figure. */
  readonly csv: (figure: string) => string;
}

export function whenComputed(at: Date | null, zone: string): string {
  return at ? formatInstant(at, zone) : '–';
}

/** Under every figure: what it rests on, how it was made, what it must not be used for, and the numbers as a file. */
export function Note(props: {
  note: NoteContext;
  figure: string;
  title: string;
  basis: string;
  model: string;
  mustNot: string;
}) {
  const { note, figure, basis, model, mustNot } = props;
  return (
    <div class="text-xs text-base-content/75 border-t border-base-300 pt-3 mt-4 grid gap-1 max-w-prose">
      <p>{text.note({ basis, model, when: note.when, method: note.method })}</p>
      <p>{text.mustNot({ what: mustNot })}</p>
      <p class="print:hidden">
        <a
          class="link"
          href={note.csv(figure)}
          download
          data-turbo="false"
          aria-label={text.csvOf({ what: props.title })}
        >
          {text.csv()}
        </a>
      </p>
    </div>
  );
}
