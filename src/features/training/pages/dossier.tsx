/** The dossier of a case as whoever rates it reads it: what the situation is, and the evidence in order of date. */
import { formatDate } from '#platform/locale/format.ts';
import { Card } from '#ui/parts.tsx';
import type { Case } from '../course/cases.ts';
import { Prose } from '../prose.tsx';
import { text } from '../text.ts';

export function Dossier({ about }: { about: Pick<Case, 'situation' | 'content'> }) {
  const pieces = about.content.evidence.toSorted((one, other) => one.on.localeCompare(other.on));
  return (
    <>
      <Card title={text.situation()}>
        <Prose source={about.situation} level={3} />
      </Card>
      <Card title={text.evidence()} padded={false}>
        <ol class="divide-y divide-base-300 mt-3 border-t border-base-300">
          {pieces.map((piece) => (
            <li key={`${piece.on} ${piece.source} ${piece.what}`} class="px-5 py-4 grid gap-1">
              <p class="text-sm text-base-content/75">
                {[piece.on ? formatDate(piece.on) : '', piece.source].filter(Boolean).join(' · ')}
              </p>
              <Prose source={piece.what} level={3} />
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}
