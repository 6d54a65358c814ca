import { formatDate } from '#platform/locale/format.ts';
import { Icon } from '#ui/icon.tsx';
import { Badge } from '#ui/parts.tsx';
import type { Observation, Wording } from '../model.ts';
import { diaryText as text } from '../text.ts';

/** What was seen, when, about what, with what it rests on. `fileHref` is where the file is read. */
export function ObservationWords(props: {
  wording: Wording;
  lineNames: ReadonlyMap<string, string>;
  fileHref: string | null;
}) {
  const { wording, lineNames, fileHref } = props;
  return (
    <div class="grid gap-1.5 min-w-0">
      <p class="text-sm text-base-content/75">
        {formatDate(wording.onDate)} · {lineNames.get(wording.lineId) ?? text.whole()}
      </p>
      <p class="max-w-prose whitespace-pre-line break-words">{wording.seen}</p>
      {wording.effect ? (
        <p class="max-w-prose text-sm whitespace-pre-line break-words">
          <span class="font-medium">{text.effect()}:</span> {wording.effect}
        </p>
      ) : null}
      {wording.link || (wording.file && fileHref) ? (
        <p class="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {wording.link ? (
            <a
              class="link break-all inline-flex gap-1.5 items-center"
              href={wording.link}
              rel="noreferrer noopener"
              target="_blank"
            >
              <Icon name="link" size={16} /> {new URL(wording.link).hostname}
            </a>
          ) : null}
          {wording.file && fileHref ? (
            <a class="link break-all inline-flex gap-1.5 items-center" href={fileHref} data-turbo="false">
              <Icon name="file" size={16} /> {wording.file.name}
            </a>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

/** Who reads it, in a word. */
export function Openness({ observation }: { observation: Observation }) {
  if (observation.citedAt) return <Badge tone="info">{text.isCited()}</Badge>;
  if (observation.sharedAt) return <Badge tone="success">{text.isShared()}</Badge>;
  return <Badge>{text.onlyYou()}</Badge>;
}
