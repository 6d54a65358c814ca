/** The card on the page of a result. Seen by the person, their appraiser and the appraiser's superior. */

import { midSentence } from '#domain/bilingual.ts';
import { chanceInWords, type Standing, twentieths } from '#domain/fairness-person/index.ts';
import { PREDICATES, predicateLabel } from '#domain/rules/index.ts';
import { type Scheme, voiceLabel } from '#domain/schemes/index.ts';
import { type EvaluationView, isLocal, type ResultPanel } from '#features/evaluation/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatInstant, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Card } from '#ui/parts.tsx';
import {
  bandOf,
  type CategoryShare,
  DependenceStrip,
  StripKey,
  scoreWords,
  TwentySquares,
} from './strip.tsx';
import { text } from './text.ts';
import { type DependenceView, loadDependence } from './view.ts';

export const dependencePanel: ResultPanel = async (visit, evaluation) => {
  // Whoever only looks on (officers, leaders, auditors) reads the result without it.
  if (!evaluation.current || evaluation.roles.size === 0) return undefined;
  const view = await visit.db.read((tx) => loadDependence(tx, evaluation));
  return view && <DependenceCard visit={visit} evaluation={evaluation} view={view} />;
};

interface Shown {
  readonly visit: Visit;
  readonly evaluation: EvaluationView;
  readonly view: DependenceView;
}

export function DependenceCard({ visit, evaluation, view }: Shown) {
  const { scheme } = evaluation.scheme;
  const { chance, voices, standing } = view;
  const results = voices.flatMap(({ without }) => (without.kind === 'result' ? [without] : []));
  const without = results.flatMap(({ score }) => (score === null ? [] : [Number(score)]));
  const others = chance.kind === 'estimated' ? chance.others.scores : null;
  const hasStrip = standing.score !== null && (without.length > 0 || others !== null);
  return (
    <Card title={text.title()} id="dependence">
      <div class="grid grid-cols-[minmax(0,1fr)] gap-4">
        <div class="grid gap-2 max-w-prose">
          <ChanceWords chance={chance} />
          <VoicesWords view={view} scheme={scheme} />
          {view.secondLook ? (
            <p>{view.secondLook === 'same' ? text.secondSame() : text.secondOther()}</p>
          ) : null}
        </div>
        {hasStrip ? (
          <figure class="grid gap-1">
            <DependenceStrip scheme={scheme} marks={{ score: Number(standing.score), without, others }} />
            {standing.score !== null && bandOf(scheme, standing.score) !== standing.category ? (
              <p class="text-sm max-w-prose">{text.aligned()}</p>
            ) : null}
            <StripKey hasWithout={without.length > 0} hasOthers={others !== null} />
          </figure>
        ) : null}
        {chance.kind === 'estimated' ? (
          <TwentySquares rows={sharesOf(chance.others.categories, scheme, standing.category)} />
        ) : null}
        {voices.length > 1 ? (
          <VoicesTable view={view} scheme={scheme} isLocalScheme={isLocal(evaluation.scheme)} />
        ) : null}
        <div class="grid gap-1 text-sm text-base-content/75 max-w-prose">
          {voices.some(({ isAnonymous }) => isAnonymous) ? <p>{text.wholeOnly()}</p> : null}
          {voices.some((each) => each.without.kind === 'hidden') ? <p>{text.hidden()}</p> : null}
          {view.tooFew.length > 0 ? (
            <p>
              {text.tooFew({
                voices: view.tooFew.map((voice) => inLocale(midSentence(voiceLabel(voice)))).join(', '),
              })}
            </p>
          ) : null}
          <p>{text.use()}</p>
          <p>
            {chance.kind === 'estimated' ? (
              <>
                {text.basis({
                  forms: chance.forms,
                  raters: chance.raters,
                  when: formatInstant(chance.run.finishedAt ?? chance.run.requestedAt, visit.agency.zone),
                  draws: chance.others.draws,
                })}{' '}
              </>
            ) : null}
            <a class="link" href={visit.path('/fairness-method/person')}>
              {text.method()}
            </a>
          </p>
        </div>
      </div>
    </Card>
  );
}

function ChanceWords({ chance }: Pick<DependenceView, 'chance'>) {
  if (chance.kind === 'unknown')
    return (
      <>
        <p class="font-medium text-balance">{text.unknown()}</p>
        <p>{text[`why-${chance.why}`]()}</p>
      </>
    );
  const { others, isWeak } = chance;
  const spoken = inLocale(chanceInWords(others.categoryChanges));
  const [low, high] = (others.scores ?? [0, 0]).map((score) => formatNumber(Math.round(score)));
  return (
    <>
      <p class="font-medium text-balance">
        {others.scores === null
          ? text.chance({ chance: spoken })
          : low === high
            ? text.chanceWithScore({ chance: spoken, score: low ?? '' })
            : text.chanceWithRange({ chance: spoken, low: low ?? '', high: high ?? '' })}
      </p>
      {isWeak ? <p>{text.weak()}</p> : null}
    </>
  );
}

/** One sentence on the other voices: the range where nothing changes, else what changes by which. */
function VoicesWords({ view, scheme }: { view: DependenceView; scheme: Scheme }) {
  const { voices, standing } = view;
  if (voices.length === 1 && voices[0]?.voice === 'appraiser') return <p>{text.oneVoice()}</p>;
  const left = voices.flatMap(({ voice, without }) =>
    without.kind === 'result' ? [{ voice, ...without }] : [],
  );
  if (left.length === 0) return null;
  const changed = left.filter(({ category }) => category !== standing.category);
  if (changed.length > 0)
    return (
      <p>
        {changed
          .map(({ voice, category }) =>
            text.voicesOther({
              voice: inLocale(midSentence(voiceLabel(voice))),
              category: categoryName(scheme, category),
            }),
          )
          .join(' ')}
      </p>
    );
  const scores = left.flatMap(({ score }) => (score === null ? [] : [Number(score)]));
  if (scores.length === 0) return <p>{text.voicesSameNoScore()}</p>;
  const [low, high] = [Math.min(...scores), Math.max(...scores)].map((score) => formatNumber(score));
  if (low === high) return <p>{text.voicesSameScore({ score: low ?? '' })}</p>;
  return <p>{text.voicesSame({ low: low ?? '', high: high ?? '' })}</p>;
}

interface VoiceRow {
  readonly key: string;
  readonly name: string;
  readonly forms: number | null;
  readonly outcome: Standing | string;
}

function voiceRows({ standing, voices }: DependenceView): readonly VoiceRow[] {
  return [
    { key: 'standing', name: text.asItStands(), forms: null, outcome: standing },
    ...voices.map(({ voice, forms, isAnonymous, without }) => ({
      key: voice,
      name: inLocale(voiceLabel(voice)),
      forms: without.kind === 'hidden' && isAnonymous ? null : forms,
      outcome:
        without.kind === 'result' ? without : without.kind === 'none' ? text.noResult() : text.hiddenCell(),
    })),
  ];
}

function VoicesTable({
  view,
  scheme,
  isLocalScheme,
}: {
  view: DependenceView;
  scheme: Scheme;
  isLocalScheme: boolean;
}) {
  const of = ({ outcome }: VoiceRow, shown: (standing: Standing) => string) =>
    typeof outcome === 'string' ? '–' : shown(outcome);
  return (
    <details class="text-sm">
      <summary class="cursor-pointer link py-1">{text.asTable()}</summary>
      <div class="mt-2 -mx-5">
        <DataTable
          caption={text.tableTitle()}
          rows={voiceRows(view)}
          rowKey={(row) => row.key}
          columns={[
            { key: 'voice', heading: text.voice(), isTitle: true, cell: (row) => row.name },
            {
              key: 'forms',
              heading: text.forms(),
              cell: (row) => (row.forms === null ? '' : formatNumber(row.forms)),
            },
            { key: 'score', heading: text.score(), cell: (row) => of(row, ({ score }) => scoreWords(score)) },
            {
              key: 'category',
              heading: text.category(),
              cell: (row) =>
                typeof row.outcome === 'string' ? row.outcome : categoryName(scheme, row.outcome.category),
            },
            ...(isLocalScheme
              ? [
                  {
                    key: 'predicate',
                    heading: text.predicate(),
                    cell: (row: VoiceRow) => of(row, ({ predicate }) => predicateName(predicate)),
                  },
                ]
              : []),
          ]}
        />
      </div>
    </details>
  );
}

function categoryName({ categories }: Scheme, code: string): string {
  const found = categories.find((each) => each.code === code);
  return found ? inLocale(found.label) : code;
}

function predicateName(code: string | null): string {
  const found = PREDICATES.find((each) => each === code);
  return found ? inLocale(predicateLabel(found)) : '–';
}

/** In the order of the scheme, best first; rounding to twentieths may leave out what is rarer than that. */
function sharesOf(
  shares: ReadonlyMap<string, number>,
  scheme: Scheme,
  standing: string,
): readonly CategoryShare[] {
  return scheme.categories.flatMap(({ code, label }) => {
    const count = twentieths(shares.get(code) ?? 0);
    return count === 0 && code !== standing
      ? []
      : [{ code, name: inLocale(label), count, isResult: code === standing }];
  });
}
