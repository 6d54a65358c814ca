/** What the reasons of a result rest on, readable by the person it is about. */
import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Card } from '#ui/parts.tsx';
import type { Citation, Ground } from '../grounds/stored.ts';
import { text } from '../grounds/text.ts';

export function GroundsCard(props: {
  grounds: readonly Ground[] | undefined;
  path: (inside: string) => string;
}) {
  const { path } = props;
  // An example without a source stands with its reason already.
  const grounds = (props.grounds ?? []).filter((ground) => ground.cited.length > 0);
  if (grounds.length === 0) return null;
  return (
    <Card title={text.cardTitle()} id="grounds" padded={false}>
      <p class="px-5 pt-2 pb-4 text-sm text-base-content/75 max-w-prose">{text.cardIntro()}</p>
      <ul class="divide-y divide-base-300 border-t border-base-300">
        {grounds.map((ground) => (
          <li key={ground.path} class="px-5 py-4 grid gap-2 text-sm">
            <h3 class="font-medium text-pretty">{inLocale(ground.what)}</h3>
            {ground.on ? <p>{text.noteExample({ date: formatDate(ground.on) })}</p> : null}
            {ground.cited.map((each) => (
              <Cited key={each.id} citation={each} path={path} />
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Cited({ citation, path }: { citation: Citation; path: (inside: string) => string }) {
  const { kind, on, who, words } = citation;
  const date = formatDate(on);
  const href = citation.href ?? (citation.path ? path(citation.path) : null);
  return (
    <div class="border-l-2 border-base-300 pl-3 min-w-0">
      <p class="text-xs text-base-content/75 first-letter:uppercase">
        {who ? text.said({ kind: text[kind](), date, who }) : text.citation({ kind: text[kind](), date })}
      </p>
      <p class="whitespace-pre-line break-words max-w-prose">{words}</p>
      {href ? (
        <a class="link" href={href} rel="noreferrer noopener" target="_blank">
          {text.openSource()}
          <span class="sr-only">: {words}</span>
        </a>
      ) : null}
    </div>
  );
}
