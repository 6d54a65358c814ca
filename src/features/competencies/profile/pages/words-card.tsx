import { inLocale } from '#platform/locale/locale.ts';
import { Badge, Card, LinkButton } from '#ui/parts.tsx';
import { LEVELS } from '../../levels.ts';
import { gapsOf, isSmallGap, type ProfileRow, strengthsOf } from '../model.ts';
import { text } from '../text.ts';
import { gapInWords, nextLevel } from '../words.ts';
import { type PersonView, personPath } from './profile-page.tsx';

/** Strengths and gaps in words; each gap can become something to learn. */
export function WordsCard(view: PersonView) {
  const { profile } = view;
  if (profile.match === undefined) return null;
  const [below, strengths] = [gapsOf(profile), strengthsOf(profile)];
  const [small, gaps] = [below.filter(isSmallGap), below.filter((row) => !isSmallGap(row))];
  return (
    <Card title={text.words()}>
      <div class="grid gap-6 lg:grid-cols-2">
        <section class="min-w-0">
          <h3 class="font-medium mb-2">{text.gaps()}</h3>
          {below.length === 0 ? <p>{text.noGaps()}</p> : null}
          <ul class="grid gap-4">
            {gaps.map((row) => (
              <li key={row.code} class="grid gap-1">
                <Gap {...view} row={row} />
              </li>
            ))}
          </ul>
          {small.length > 0 ? (
            <p class="mt-4 max-w-prose">
              {text.smallGaps({
                list: small.map((row) => `${inLocale(row.name)} (${gapInWords(row.gap ?? 0)})`).join(', '),
              })}
            </p>
          ) : null}
        </section>
        <section class="min-w-0">
          <h3 class="font-medium mb-2">{text.strengths()}</h3>
          {strengths.length === 0 ? <p>{text.noStrengths()}</p> : null}
          <ul class="grid gap-2">
            {strengths.map(({ code, name, gap }) => (
              <li key={code}>
                {inLocale(name)} <Badge tone="success">{gapInWords(gap ?? 0)}</Badge>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Card>
  );
}

function Gap({ row, ...view }: PersonView & { row: ProfileRow }) {
  const { dictionary, roles, needed } = view;
  const mayAdd = roles.has('employee') || roles.has('appraiser');
  const next = nextLevel(row);
  const level = LEVELS.find((each) => each === String(next));
  const indicator = level && dictionary.find(({ code }) => code === row.code)?.levels[level];
  return (
    <>
      <p>
        <span class="font-medium">{inLocale(row.name)}</span>{' '}
        <Badge tone="warning">{gapInWords(row.gap ?? 0)}</Badge>
      </p>
      {level && indicator ? (
        <p class="text-sm max-w-prose">{text.nextLevel({ level, indicator: inLocale(indicator) })}</p>
      ) : null}
      {needed.has(row.code) ? (
        <p class="text-sm text-base-content/75">
          <a class="link" href={`${personPath(view)}/development`}>
            {text.needIsOpen()}
          </a>
        </p>
      ) : null}
      {mayAdd && !needed.has(row.code) ? (
        <p>
          <LinkButton
            small
            icon="plus"
            href={`${personPath(view)}/development/new?code=${encodeURIComponent(row.code)}`}
          >
            {text.addNeed()}
            <span class="sr-only">: {inLocale(row.name)}</span>
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}
