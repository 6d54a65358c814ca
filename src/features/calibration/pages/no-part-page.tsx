import type { Visit } from '#features/people/index.ts';
import { Notice } from '#ui/parts.tsx';
import type { Item, Meeting } from '../meetings/queries.ts';
import { ItemFrame } from './dossier-page.tsx';
import { text } from './text-items.ts';

/** A dossier that is not shown, and why. */
export function NoPartPage(props: {
  visit: Visit;
  meeting: Meeting;
  item: Item;
  title?: string;
  body: string;
}) {
  const { visit, meeting, item, title, body } = props;
  return (
    <ItemFrame visit={visit} meeting={meeting} title={text.dossier({ number: item.ordinal })}>
      {title ? (
        <Notice tone="warning" title={title}>
          {body}
        </Notice>
      ) : (
        <Notice tone="warning">{body}</Notice>
      )}
    </ItemFrame>
  );
}
