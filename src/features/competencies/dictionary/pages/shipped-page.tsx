import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Checkbox } from '#ui/form.tsx';
import { Badge, Card, EmptyState, LinkButton, Notice, SubmitButton } from '#ui/parts.tsx';
import { CompetencyFrame } from '../../frame.tsx';
import { kindLabel } from '../../levels.ts';
import type { ShippedCompetency } from '../shipped.ts';
import { text } from '../text.ts';
import { LevelList } from './competency-page.tsx';

export interface ShippedView {
  readonly visit: Visit;
  readonly shipped: readonly ShippedCompetency[];
  /** Codes that the dictionary has. */
  readonly taken: ReadonlySet<string>;
  readonly error?: string | undefined;
}

/** What comes with Tera, by kind and family, all chosen at first. */
export function ShippedPage({ visit, shipped, taken, error }: ShippedView) {
  const groups = Map.groupBy(shipped, (each) => (each.family ? inLocale(each.family) : kindLabel(each.kind)));
  const left = shipped.filter((each) => !taken.has(each.code));
  return (
    <CompetencyFrame
      visit={visit}
      title={text.shipped()}
      intro={text.shippedIntro()}
      current="dictionary"
      hasTabs={false}
      above={
        <a class="link" href={visit.path('/competencies')}>
          {text.title()}
        </a>
      }
    >
      {error ? <Notice tone="error" title={error} /> : null}
      {left.length === 0 ? (
        <Card>
          <EmptyState
            icon="checkCircle"
            title={text.allTaken()}
            act={<LinkButton href={visit.path('/competencies')}>{text.title()}</LinkButton>}
          />
        </Card>
      ) : null}
      <form
        method="post"
        action={visit.path('/competencies/shipped')}
        class="grid gap-6"
        data-controller="once"
      >
        {left.length > 0 ? <TakeButton /> : null}
        {[...groups].map(([name, competencies]) => (
          <Card key={name} title={name} padded={false}>
            <ul class="divide-y divide-base-300 mt-2 border-t border-base-300">
              {competencies.map((each) => (
                <li key={each.code} class="px-5 py-3 grid gap-2">
                  <Choice competency={each} isTaken={taken.has(each.code)} />
                </li>
              ))}
            </ul>
          </Card>
        ))}
        {left.length > 0 ? <TakeButton /> : null}
      </form>
      <p class="text-sm text-base-content/75 max-w-prose">{text.basis()}</p>
    </CompetencyFrame>
  );
}

function TakeButton() {
  return (
    <div>
      <SubmitButton icon="check">{text.take()}</SubmitButton>
    </div>
  );
}

function Choice({ competency, isTaken }: { competency: ShippedCompetency; isTaken: boolean }) {
  const name = inLocale(competency.name);
  return (
    <>
      {isTaken ? (
        <p class="text-sm">
          <span class="font-medium">{name}</span> <Badge>{text.alreadyTaken()}</Badge>
        </p>
      ) : (
        <Checkbox
          name={`take-${competency.code}`}
          label={name}
          hint={inLocale(competency.definition)}
          checked
        />
      )}
      <details>
        <summary class="cursor-pointer text-sm link">
          {text.levels()}
          <span class="sr-only">: {name}</span>
        </summary>
        <div class="mt-3 text-sm">
          <LevelList content={competency} />
        </div>
      </details>
    </>
  );
}
