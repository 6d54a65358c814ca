/** The regulations a scheme stands on, and how certain each citation is. */
import { CONFIDENCES, type Confidence } from '#domain/explanation.ts';
import type { Scheme } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Card } from '#ui/parts.tsx';
import { confidenceText, SmallTable } from './parts.tsx';
import { text } from './text-rest.ts';

export function LegalCard({ scheme }: { scheme: Scheme }) {
  const counts = citations(scheme);
  const list = CONFIDENCES.filter((confidence) => counts.get(confidence))
    .map((confidence) =>
      text.rulesOf({ count: counts.get(confidence) ?? 0, confidence: confidenceText(confidence) }),
    )
    .join('; ');
  return (
    <Card title={text.legal()} id="legal">
      <div class="grid gap-4 text-sm">
        <SmallTable
          caption={text.legal()}
          columns={[{ heading: text.regulation() }, { heading: text.about() }]}
          rows={Object.entries(scheme.regulations).map(([code, { name, title }]) => ({
            key: code,
            cells: [name, inLocale(title)],
          }))}
        />
        <p class="max-w-prose text-base-content/75">{text.confidenceIntro()}</p>
        {list ? <p class="text-base-content/75">{text.confidenceCounts({ list })}</p> : null}
      </div>
    </Card>
  );
}

/** How many rules of the file cite with each confidence, wherever a `basis` stands. */
function citations(scheme: Scheme): ReadonlyMap<Confidence, number> {
  const counts = new Map<Confidence, number>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regulation' in node && 'confidence' in node) {
      const found = CONFIDENCES.find((each) => each === node.confidence);
      if (found) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(scheme);
  return counts;
}
