/** The spreadsheet of a component; none where its values come from the plan or are decided in the page. */
import { type Scheme, SERVICE_ELEMENTS } from '#domain/schemes/index.ts';
import { planComponent } from '#features/schemes/index.ts';
import { competenciesSheet, ratedItemsSheet, surveySheet, voicesOfFile } from './forms.ts';
import { OUTCOME_SHEET } from './outcomes.ts';
import { PRESENCE_SHEET } from './presence.ts';
import { FACT_SHEET, innovationSheet, SCORE_SHEET, teamSheet } from './rows.ts';
import { serviceSheet } from './service.ts';
import type { SheetForm } from './sheet.ts';

export type { CellProblem, Kept, SheetColumn, SheetForm, SheetRow } from './sheet.ts';

export function sheetOf(scheme: Scheme, component: string): SheetForm | undefined {
  const settings = scheme.components[component];
  if (!settings) return undefined;
  const levels = (scale: string) => scheme.scales?.[scale]?.levels ?? [];
  switch (settings.mechanism) {
    case 'presence':
      return PRESENCE_SHEET;
    case 'service-standard':
      return serviceSheet(settings.services);
    case 'innovation':
      return innovationSheet(settings.stages);
    case 'team-contribution':
      return teamSheet(levels(settings.scale));
    case 'score':
      return SCORE_SHEET;
    case 'fact':
      return FACT_SHEET;
    case 'survey':
      return surveySheet(
        settings.items === 'service-elements' ? SERVICE_ELEMENTS : settings.items,
        levels(settings.scale),
      );
    case 'rated-items': {
      const voices = voicesOfFile(settings.voices);
      const items = settings.items === 'behaviours' ? (scheme.behaviours?.values ?? []) : settings.items;
      return voices.length > 0 ? ratedItemsSheet(items, levels(settings.scale), voices) : undefined;
    }
    case 'competencies': {
      const voices = voicesOfFile(settings.voices);
      return voices.length > 0 ? competenciesSheet(settings.dictionary, voices) : undefined;
    }
    case 'planned-results':
      return component === planComponent(scheme) ? undefined : OUTCOME_SHEET;
    case 'rating':
    case 'rated-lines':
      return undefined;
  }
}
