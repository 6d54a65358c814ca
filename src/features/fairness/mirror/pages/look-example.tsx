import type { Visit } from '#features/people/index.ts';
import type { ItemDifference } from '#features/second-looks/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { lookFigure } from '../figures.ts';
import { text } from '../text.ts';
import { text as compareText } from '../text-compare.ts';
import type { MirrorSection, OwnLook } from '../view.ts';
import { lowerOrHigher } from './words.ts';

const SHOWN = 4;

/** One of one's own ratings beside the second look at the same person, item by item. */
export function LookExample({ visit, section }: { visit: Visit; section: MirrorSection }) {
  const look = typicalLook(section);
  if (!look) {
    return (
      <div class="grid gap-1 content-start">
        <h3 class="font-semibold">{text.example()}</h3>
        <p class="text-base-content/75">{text.noExample()}</p>
      </div>
    );
  }
  const { difference } = lookFigure(look.items);
  const ordered = look.items.toSorted((one, other) => distance(other) - distance(one));
  const shown = ordered.filter((item) => distance(item) > 0).slice(0, SHOWN);
  const rest = ordered.filter((item) => !shown.includes(item));
  return (
    <div class="grid gap-2 content-start min-w-0">
      <h3 class="font-semibold">{text.example()}</h3>
      <p>
        {text.exampleLook({ person: look.name, words: lowerOrHigher(difference ?? 0) })}{' '}
        <a class="link" href={visit.path(`/second-looks/${look.id}`)}>
          {compareText.openLook()}
        </a>
      </p>
      {shown.length > 0 ? <Items items={shown} caption={text.example()} /> : null}
      {rest.length > 0 ? (
        <details class="text-sm">
          <summary class="cursor-pointer link py-1">{text.moreItems({ count: rest.length })}</summary>
          <Items items={rest} caption={text.itemsLeft()} />
        </details>
      ) : null}
      <p class="text-sm text-base-content/75">
        {text.placeKey()} {text.exampleOne()}
      </p>
    </div>
  );
}

function distance({ first, second, firstAt, secondAt }: ItemDifference): number {
  if (firstAt === null || secondAt === null) return first.id === second.id ? 0 : 1;
  return Math.abs(firstAt - secondAt);
}

/** Nearest to the rater's own severity: an example of the usual, not the most glaring one. */
function typicalLook({ looks, rater }: MirrorSection): OwnLook | undefined {
  const usual = rater.severity === null ? 0 : -rater.severity;
  const unlike = (look: OwnLook) => Math.abs((lookFigure(look.items).difference ?? 1000) - usual);
  return looks.toSorted((one, other) => unlike(one) - unlike(other))[0];
}

function Items({ items, caption }: { items: readonly ItemDifference[]; caption: string }) {
  return (
    <div class="max-sm:-mx-5">
      <DataTable
        caption={caption}
        rows={items}
        rowKey={(item) => item.path}
        columns={[
          {
            key: 'item',
            heading: text.item(),
            isTitle: true,
            cell: (item) => (
              <>
                {inLocale(item.label)}
                <Places first={item.firstAt} second={item.secondAt} />
              </>
            ),
          },
          { key: 'you', heading: text.you(), cell: (item) => inLocale(item.first) },
          {
            key: 'second',
            heading: text.second(),
            cell: (item) =>
              item.first.id === item.second.id ? (
                <span class="text-base-content/75">{text.same()}</span>
              ) : (
                <strong class="font-medium">{inLocale(item.second)}</strong>
              ),
          },
        ]}
      />
    </div>
  );
}

/** Two places on one scale in the height of a line; the words beside say the same. */
function Places({ first, second }: { first: number | null; second: number | null }) {
  if (first === null || second === null) return null;
  const x = (at: number) => 8 + (at * 104) / 100;
  return (
    <svg viewBox="0 0 120 16" width="120" height="16" aria-hidden="true" class="block text-primary mt-1">
      <path d="M8 8H112" stroke="currentColor" stroke-opacity="0.3" stroke-width="2" />
      <path d={`M${x(first)} 8H${x(second)}`} stroke="currentColor" stroke-width="3" />
      <circle cx={x(second)} cy="8" r="4.5" fill="currentColor" />
      <circle cx={x(first)} cy="8" r="6.5" fill="none" stroke="var(--color-base-content)" stroke-width="2" />
    </svg>
  );
}
