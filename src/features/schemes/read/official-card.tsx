/** How a scheme arrives at the official ratings and predicate, with the national matrix. */
import { predicateLabel, predicateOf, RATINGS, ratingLabel } from '#domain/rules/index.ts';
import type { Scheme } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Card } from '#ui/parts.tsx';
import { bandText } from './categories-card.tsx';
import { labelOf } from './describe.ts';
import { MatrixView } from './matrix-view.tsx';
import { BasisWords, SmallTable } from './parts.tsx';
import { text } from './text-rest.ts';

type Official = NonNullable<Scheme['official']>;

export function OfficialCard({ scheme }: { scheme: Scheme }) {
  const { official } = scheme;
  if (!official) return null;
  const isLocal = official.predicate === 'national-matrix';
  return (
    <Card title={text.official()} id="official">
      <div class="grid gap-5 text-sm">
        <p class="max-w-prose">{isLocal ? text.officialLocal() : text.officialNational()}</p>
        {isLocal ? (
          <>
            <div class="grid gap-5 sm:grid-cols-2">
              <Axis scheme={scheme} title={text.resultsRating()} axis={official.results} />
              <Axis scheme={scheme} title={text.behaviourRating()} axis={official.behaviour} />
            </div>
            <NationalMatrix />
            <p class="max-w-prose">{text.alignment()}</p>
          </>
        ) : null}
        <BasisWords scheme={scheme} basis={official.basis} />
      </div>
    </Card>
  );
}

function Axis({ scheme, title, axis }: { scheme: Scheme; title: string; axis: Official['results'] }) {
  return (
    <section class="grid gap-2 content-start">
      <h3 class="font-semibold">{title}</h3>
      {typeof axis === 'string' ? (
        <p>{text.ratingDirect({ label: inLocale(labelOf(scheme, axis)) })}</p>
      ) : (
        <>
          <p>
            {text.ratingFrom({
              list: Object.entries(axis.from)
                .map(([code, percent]) => `${inLocale(labelOf(scheme, code))} ${formatDecimal(percent)} %`)
                .join(', '),
            })}
          </p>
          <SmallTable
            caption={title}
            columns={[{ heading: text.rating() }, { heading: text.fromScore() }]}
            rows={axis.bands.map(({ rating, from }, index) => ({
              key: rating,
              cells: [
                inLocale(ratingLabel(rating)),
                bandText(from, axis.bands[index - 1]?.from, index === axis.bands.length - 1),
              ],
            }))}
          />
          <BasisWords scheme={scheme} basis={axis.basis} />
        </>
      )}
    </section>
  );
}

/** PermenPANRB 6/2022: rows are the ratings of results, columns those of behaviour. */
function NationalMatrix() {
  const ratings = RATINGS.map((code) => ({ code, label: inLocale(ratingLabel(code)) }));
  return (
    <MatrixView
      caption={text.nationalMatrix()}
      rowsLabel={text.results()}
      columnsLabel={text.behaviour()}
      rows={ratings}
      columns={ratings}
      cell={(row, column) => {
        const [results, behaviour] = [row, column].map((code) => RATINGS.find((each) => each === code));
        return results && behaviour ? inLocale(predicateLabel(predicateOf(results, behaviour))) : '';
      }}
    />
  );
}
