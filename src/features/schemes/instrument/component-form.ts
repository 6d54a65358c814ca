/** One door to the forms of all mechanisms: an exhaustive switch, so that a new one cannot be forgotten. */
import { competenciesForm } from './forms/competencies.tsx';
import { plannedResultsForm } from './forms/planned-results.tsx';
import { presenceForm } from './forms/presence.tsx';
import { ratedItemsForm } from './forms/rated-items.tsx';
import { ratedLinesForm } from './forms/rated-lines.tsx';
import { factForm, ratingForm, scoreForm } from './forms/rating.tsx';
import { innovationForm, teamContributionForm } from './forms/rows.tsx';
import { serviceStandardForm } from './forms/service-standard.tsx';
import { surveyForm } from './forms/survey.tsx';
import { planComponent } from './plan-component.ts';
import type { ComponentForm, ComponentSettings, Frame } from './types.ts';

export function componentForm(code: string, settings: ComponentSettings, frame: Frame): ComponentForm {
  const base = frame.base[code];
  const lines = code === planComponent(frame.scheme) ? frame.lines : undefined;
  switch (settings.mechanism) {
    case 'rating':
      return ratingForm({ code, settings, frame, base, lines });
    case 'rated-lines':
      return ratedLinesForm({ code, settings, frame, base, lines });
    case 'score':
      return scoreForm({ code, settings, frame, base, lines });
    case 'fact':
      return factForm({ code, settings, frame, base, lines });
    case 'planned-results':
      return plannedResultsForm({ code, settings, frame, base, lines });
    case 'rated-items':
      return ratedItemsForm({ code, settings, frame, base, lines });
    case 'competencies':
      return competenciesForm({ code, settings, frame, base, lines });
    case 'presence':
      return presenceForm({ code, settings, frame, base, lines });
    case 'service-standard':
      return serviceStandardForm({ code, settings, frame, base, lines });
    case 'survey':
      return surveyForm({ code, settings, frame, base, lines });
    case 'innovation':
      return innovationForm({ code, settings, frame, base, lines });
    case 'team-contribution':
      return teamContributionForm({ code, settings, frame, base, lines });
  }
}
