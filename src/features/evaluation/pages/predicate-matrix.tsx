import { RATINGS, type Rating, ratingLabel } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { text } from '../text-result.ts';

/** The whole table of the scheme with the one cell that holds: what led here, and what would lead elsewhere. */
export function PredicateMatrix(props: { scheme: CompiledScheme; results: Rating; behaviour: Rating }) {
  const { combination, categories } = props.scheme.scheme;
  if (combination.mechanism !== 'matrix') return null;
  const label = (code: string | undefined) => {
    const category = categories.find((each) => each.code === code);
    // A long label may break after its slash and nowhere inside a word.
    return category ? inLocale(category.label).replace('/', '/\u200b') : '';
  };
  return (
    <table class="w-full text-[0.6875rem] sm:text-xs border-separate border-spacing-0.5 sm:border-spacing-1 table-fixed">
      <caption class="text-left text-sm text-base-content/75 pb-1">
        {text.matrix()}
        <span class="sr-only">: {text.matrixCaption()}</span>
      </caption>
      <thead>
        <tr>
          <td class="w-15 sm:w-18" />
          <th scope="colgroup" colSpan={3} class="font-normal text-base-content/75 text-center">
            {text.behaviourAxis()}
          </th>
        </tr>
        <tr>
          <th scope="col" class="font-normal text-base-content/75 text-left">
            {text.resultsAxis()}
          </th>
          {RATINGS.toReversed().map((rating) => (
            <th key={rating} scope="col" class="font-normal text-base-content/75 align-bottom">
              <ShortRating rating={rating} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {RATINGS.map((row) => (
          <tr key={row}>
            <th scope="row" class="font-normal text-base-content/75 text-left">
              <ShortRating rating={row} />
            </th>
            {RATINGS.toReversed().map((column) => {
              const code = combination.cells[row]?.[column];
              const isHere = row === props.results && column === props.behaviour;
              return (
                <td
                  key={column}
                  class={`rounded-field px-0.5 sm:px-1 py-2 text-center leading-tight ${isHere ? 'bg-primary text-primary-content font-semibold' : 'bg-base-200'}`}
                >
                  {label(code)}
                  {isHere ? <span class="sr-only"> ({text.matrixHere()})</span> : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ShortRating({ rating }: { rating: Rating }) {
  return (
    <>
      <span aria-hidden="true">{text[rating]()}</span>
      <span class="sr-only">{inLocale(ratingLabel(rating))}</span>
    </>
  );
}
