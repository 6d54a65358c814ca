import { catalogueFindings, type Scheme } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Notice } from '#ui/parts.tsx';
import type { Draft } from '../../drafts/queries.ts';
import { text } from '../text.ts';
import { GapList } from './criterion-card.tsx';
import { criterionPath } from './frame.tsx';

const MOST_SHOWN = 20;

/** Indicators of a draft's catalogue that fail the measurability check which the draft itself asks for. */
export function CatalogueWarnings(props: { visit: Visit; draft: Draft; scheme: Scheme | undefined }) {
  const { visit, draft, scheme } = props;
  const findings = scheme ? catalogueFindings(scheme) : [];
  if (findings.length === 0) return null;
  const label = (indicator: (typeof findings)[number]['indicator']) => inLocale(indicator.label);
  return (
    <Notice tone="warning" title={text.catalogueWarning({ count: findings.length })}>
      <p class="max-w-prose">{text.catalogueHint()}</p>
      <ul class="mt-2 grid gap-2">
        {findings.slice(0, MOST_SHOWN).map(({ indicator, gaps }) => (
          <li key={indicator.code}>
            {draft.discussionFrom ? (
              <a class="link" href={criterionPath(visit, draft, `indicators.${indicator.code}`)}>
                {label(indicator)}
              </a>
            ) : (
              <span class="font-medium">{label(indicator)}</span>
            )}
            <GapList gaps={gaps} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
