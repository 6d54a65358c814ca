/** How the score of a component arises, in words and tables: one part for each mechanism, none forgotten. */
import type { VNode } from 'preact';
import type { Scheme } from '#domain/schemes/index.ts';
import type { ComponentSettings } from '#domain/schemes/mechanisms/settings.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { CompetenciesPart } from './mechanism-competencies.tsx';
import { ItemsPart, ValueGuides } from './mechanism-items.tsx';
import { InnovationPart, PresencePart, ServiceStandardPart, SurveyPart } from './mechanism-records.tsx';
import { PlannedResultsPart } from './mechanism-results.tsx';
import { ScaleList } from './parts.tsx';
import { text } from './text-parts.ts';

export type SettingsOf<Name extends ComponentSettings['mechanism']> = Extract<
  ComponentSettings,
  { mechanism: Name }
>;

interface Props {
  readonly scheme: Scheme;
  readonly settings: ComponentSettings;
}

export function MechanismPart({ scheme, settings }: Props): VNode {
  switch (settings.mechanism) {
    case 'rating':
      return <RatingPart scheme={scheme} settings={settings} />;
    case 'rated-lines':
      return <RatedLinesPart scheme={scheme} settings={settings} />;
    case 'score':
      return (
        <p>
          {text.how_score({
            from: formatDecimal(settings.range.from),
            to: formatDecimal(settings.range.to),
          })}
        </p>
      );
    case 'fact':
      return <p>{text.how_fact()}</p>;
    case 'planned-results':
      return <PlannedResultsPart scheme={scheme} settings={settings} />;
    case 'rated-items':
      return <ItemsPart scheme={scheme} settings={settings} />;
    case 'competencies':
      return <CompetenciesPart settings={settings} />;
    case 'presence':
      return <PresencePart settings={settings} />;
    case 'service-standard':
      return <ServiceStandardPart settings={settings} />;
    case 'survey':
      return <SurveyPart scheme={scheme} settings={settings} />;
    case 'innovation':
      return <InnovationPart settings={settings} />;
    case 'team-contribution':
      return (
        <>
          <p>{text['how_team-contribution']()}</p>
          <ScaleList scheme={scheme} scale={settings.scale} />
          <p>{text[`withoutTeam_${settings.withoutTeam}`]()}</p>
        </>
      );
  }
}

function RatingPart({ scheme, settings }: { scheme: Scheme; settings: SettingsOf<'rating'> }) {
  return (
    <>
      <p>{text.how_rating()}</p>
      <ScaleList scheme={scheme} scale={settings.scale} />
      {settings.items === undefined ? null : (
        <>
          <p>{text.ratingItems()}</p>
          <ValueGuides scheme={scheme} />
        </>
      )}
    </>
  );
}

function RatedLinesPart({ scheme, settings }: { scheme: Scheme; settings: SettingsOf<'rated-lines'> }) {
  const { aboveMoreThanPercent, belowMoreThanPercent, mainBelowAtMost } = settings.suggestion;
  return (
    <>
      <p>{text['how_rated-lines']()}</p>
      <ScaleList scheme={scheme} scale={settings.scale} />
      <ul class="list-disc pl-5 grid gap-1">
        <li>{text.suggestAbove({ percent: aboveMoreThanPercent, main: mainBelowAtMost })}</li>
        <li>{text.suggestBelow({ percent: belowMoreThanPercent })}</li>
      </ul>
    </>
  );
}
