/**
 * The few marks that officers write lessons and cases with: an empty line ends a paragraph, `## ` begins a heading,
 * `- ` an entry of a list, `1. ` an entry of a numbered list. Everything else is words and is escaped.
 */
import type { VNode } from 'preact';

export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly lines: readonly [string] }
  | { readonly kind: 'list' | 'numbers'; readonly entries: readonly string[] };

export function blocksOf(source: string): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let entries: string[] = [];
  let list: 'list' | 'numbers' | undefined;
  const end = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', lines: paragraph });
    if (list) blocks.push({ kind: list, entries });
    paragraph = [];
    entries = [];
    list = undefined;
  };
  for (const raw of source.replaceAll('\r\n', '\n').split('\n')) {
    const line = raw.trim();
    const heading = /^#{1,3} +(.+)$/.exec(line)?.[1];
    const entry = /^[-*•] +(.+)$/.exec(line)?.[1];
    const numbered = /^\d{1,3}[.)] +(.+)$/.exec(line)?.[1];
    if (line === '') end();
    else if (heading) {
      end();
      blocks.push({ kind: 'heading', lines: [heading] });
    } else if (entry || numbered) {
      const kind = entry ? 'list' : 'numbers';
      if (list !== kind) end();
      list = kind;
      entries.push(entry ?? numbered ?? '');
    } else if (list) entries[entries.length - 1] += ` ${line}`;
    else paragraph.push(line);
  }
  end();
  return blocks;
}

export function Prose({ source, level = 2 }: { source: string; level?: 2 | 3 }) {
  return (
    <div class="grid gap-3 max-w-prose leading-relaxed">
      {blocksOf(source).map((block, index) => drawn(block, index, level))}
    </div>
  );
}

function drawn(block: Block, index: number, level: 2 | 3): VNode {
  if ('entries' in block) {
    const entries = block.entries.map((entry, at) => <li key={`${at} ${entry}`}>{entry}</li>);
    return block.kind === 'list' ? (
      <ul key={index} class="list-disc pl-6 grid gap-1">
        {entries}
      </ul>
    ) : (
      <ol key={index} class="list-decimal pl-6 grid gap-1">
        {entries}
      </ol>
    );
  }
  if (block.kind === 'heading')
    return level === 2 ? (
      <h2 key={index} class="text-lg font-semibold mt-2">
        {block.lines[0]}
      </h2>
    ) : (
      <h3 key={index} class="font-semibold mt-2">
        {block.lines[0]}
      </h3>
    );
  return (
    <p key={index} class="whitespace-pre-line">
      {block.lines.join('\n')}
    </p>
  );
}
