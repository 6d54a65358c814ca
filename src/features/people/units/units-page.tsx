import { Icon } from '#ui/icon.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading } from '#ui/parts.tsx';
import { isAgencyOfficer, isOfficer } from '../actor.ts';
import { placementKindLabel } from '../labels.ts';
import { PeopleTabs } from '../pages/people-tabs.tsx';
import { text } from '../text.ts';
import type { Visit } from '../visit.ts';
import type { UnitNode } from './queries.ts';

interface UnitsProps {
  readonly visit: Visit;
  readonly query: string;
  readonly trees: readonly UnitNode[];
  /** Units above the tree shown, from the top; empty where everything is shown. */
  readonly above: readonly UnitNode[];
}

/** A tree of more units than these is shown to its second level; a link opens each branch on a page of its own. */
const DRAWN_AT_ONCE = 400;

export function UnitsPage(props: UnitsProps) {
  const { visit, query, trees, above } = props;
  const size = trees.reduce((sum, tree) => sum + tree.unitsBelow + 1, 0);
  return (
    <Layout chrome={visit.chrome} title={text.units()} current="people" width="wide">
      <PageHeading title={text.units()} intro={text.unitsIntro()} />
      {isOfficer(visit.actor) ? <PeopleTabs visit={visit} current="units" /> : null}
      <Card padded={false}>
        <form method="get" action={visit.path('/units')} class="p-5 flex flex-wrap gap-3 items-end">
          <label class="grid gap-1 text-sm font-medium grow max-w-md">
            {text.unitSearch()}
            <input class="input w-full" type="search" name="q" value={query} autocomplete="off" />
          </label>
          <button class="btn btn-outline" type="submit">
            <Icon name="search" /> {text.find()}
          </button>
        </form>
        {above.length > 0 ? <Above visit={visit} above={above} /> : null}
        {trees.length === 0 ? (
          <NoUnits {...props} />
        ) : query ? (
          <Matches {...props} />
        ) : (
          <ul class="px-3 pb-5 sm:px-5">
            {trees.map((tree) => (
              <Branch
                key={tree.id}
                visit={visit}
                unit={tree}
                depth={0}
                drawn={size > DRAWN_AT_ONCE ? 2 : 20}
              />
            ))}
          </ul>
        )}
      </Card>
    </Layout>
  );
}

function NoUnits({ visit, query }: UnitsProps) {
  if (query) return <EmptyState icon="search" title={text.unitNotFound()} />;
  const act = isAgencyOfficer(visit.actor) ? (
    <LinkButton href={visit.path('/people/import')} icon="upload" look="primary">
      {text.doImport()}
    </LinkButton>
  ) : undefined;
  return (
    <EmptyState title={text.noUnits()} act={act}>
      {text.noPeopleHelp()}
    </EmptyState>
  );
}

function Above({ visit, above }: Pick<UnitsProps, 'visit' | 'above'>) {
  return (
    <nav class="px-5 pb-3 text-sm flex flex-wrap gap-x-2" aria-label={text.unitsAbove()}>
      <a class="link" href={visit.path('/units')}>
        {text.units()}
      </a>
      {above.map((unit) => (
        <span key={unit.id}>
          {'› '}
          <a class="link" href={visit.path(`/units?top=${unit.id}`)}>
            {unit.name}
          </a>
        </span>
      ))}
    </nav>
  );
}

function Branch(props: { visit: Visit; unit: UnitNode; depth: number; drawn: number }) {
  const { visit, unit, depth, drawn } = props;
  if (unit.children.length === 0) {
    return (
      <li class="py-2 pl-7 border-t border-base-300 first:border-t-0">
        <Unit visit={visit} unit={unit} />
      </li>
    );
  }
  if (depth >= drawn) {
    return (
      <li class="py-2 pl-7 border-t border-base-300 first:border-t-0">
        <Unit visit={visit} unit={unit} />
        <a class="link text-sm" href={visit.path(`/units?top=${unit.id}`)}>
          {text.openBranch({ count: unit.unitsBelow })}
          <span class="sr-only">: {unit.name}</span>
        </a>
      </li>
    );
  }
  return (
    <li class="border-t border-base-300 first:border-t-0 relative">
      <details open={depth < 1}>
        <summary class="py-2 pr-28 flex gap-2 items-start cursor-pointer [&::-webkit-details-marker]:hidden">
          <Icon name="chevronDown" class="mt-0.5 -rotate-90 [details[open]>summary>&]:rotate-0" />
          <UnitName unit={unit} />
        </summary>
        <ul class="ml-2 sm:ml-5 border-l border-base-300 pl-2">
          {unit.children.map((child) => (
            <Branch key={child.id} visit={visit} unit={child} depth={depth + 1} drawn={drawn} />
          ))}
        </ul>
      </details>
      <span class="absolute right-0 top-2">
        <Count visit={visit} unit={unit} />
      </span>
    </li>
  );
}

function Unit({ visit, unit }: { visit: Visit; unit: UnitNode }) {
  return (
    <div class="relative pr-28">
      <UnitName unit={unit} />
      <span class="absolute right-0 top-0">
        <Count visit={visit} unit={unit} />
      </span>
    </div>
  );
}

function UnitName({ unit }: { unit: UnitNode }) {
  const heads = unit.heads.map((head) =>
    head.kind === 'definitive' ? head.name : `${head.name} (${placementKindLabel(head.kind)})`,
  );
  return (
    <span class="min-w-0 break-words">
      <span class="font-medium">{unit.name}</span>
      <span class="block text-sm text-base-content/75">
        {heads.length > 0 ? heads.join(', ') : <Badge tone="warning">{text.noHead()}</Badge>}
      </span>
    </span>
  );
}

/** How many people, with a link to them for who may follow it. */
function Count({ visit, unit }: { visit: Visit; unit: UnitNode }) {
  if (!isOfficer(visit.actor)) {
    return <span class="num text-sm">{text.peopleCount({ count: unit.allPeople })}</span>;
  }
  return (
    <a class="link num text-sm" href={visit.path(`/people?unit=${unit.id}`)}>
      {text.peopleCount({ count: unit.allPeople })}
      <span class="sr-only">: {unit.name}</span>
    </a>
  );
}

/** Units whose name holds the words, each with its way from the top. */
function Matches({ visit, trees, query }: UnitsProps) {
  const words = query.toLowerCase();
  const found: { unit: UnitNode; path: readonly string[] }[] = [];
  const walk = (unit: UnitNode, path: readonly string[]) => {
    const names = [unit.name, unit.headTitle ?? '', ...unit.heads.map((head) => head.name)];
    if (names.some((name) => name.toLowerCase().includes(words))) found.push({ unit, path });
    for (const child of unit.children) walk(child, [...path, unit.name]);
  };
  for (const tree of trees) walk(tree, []);
  if (found.length === 0) return <EmptyState icon="search" title={text.unitNotFound()} />;
  return (
    <ul class="px-5 pb-5">
      {found.slice(0, 100).map(({ unit, path }) => (
        <li key={unit.id} class="py-2 border-t border-base-300 first:border-t-0">
          {path.length > 0 ? <p class="text-xs text-base-content/75">{path.join(' › ')}</p> : null}
          <Unit visit={visit} unit={unit} />
        </li>
      ))}
    </ul>
  );
}
