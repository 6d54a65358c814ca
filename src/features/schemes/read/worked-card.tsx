/** Worked examples, computed as the page is drawn: the one made from the scheme, and those of its author. */
import { sentence } from '#domain/explanation.ts';
import type { CompiledScheme, Explained, Scheme } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Badge, Card } from '#ui/parts.tsx';
import type { SchemeExample } from '../store.ts';
import { categoryOf } from './describe.ts';
import { Outcome } from './outcome.tsx';
import { text } from './text-rest.ts';

interface Worked {
  readonly example: Explained;
  readonly others: readonly { readonly name: string; readonly result: Explained }[];
}

/** A version never changes, so what its examples give is computed once; explaining a dozen takes 50 ms. */
const computed = new WeakMap<CompiledScheme, Worked>();

function worked(compiled: CompiledScheme, examples: readonly SchemeExample[]): Worked {
  const known = computed.get(compiled);
  if (known && (known.others.length > 0 || examples.length === 0)) return known;
  const made = {
    example: compiled.explain(compiled.example),
    others: examples
      .map(({ name, evidence }) => ({ name, result: compiled.explain(evidence) }))
      .filter(({ result }) => result.category !== null)
      .slice(0, MOST_SHOWN),
  };
  computed.set(compiled, made);
  return made;
}

/** Those that come out with a category; the others test what is refused. */
const MOST_SHOWN = 12;

export function WorkedCard(props: {
  compiled: CompiledScheme;
  examples: readonly SchemeExample[];
  practiceAddress: string | null;
}) {
  const { compiled, examples, practiceAddress } = props;
  const { example, others } = worked(compiled, examples);
  return (
    <Card
      title={text.worked()}
      id="worked"
      aside={
        practiceAddress ? (
          <a class="link" href={practiceAddress}>
            {text.practise()}
          </a>
        ) : null
      }
    >
      <div class="grid gap-4">
        <p class="text-sm text-base-content/75 max-w-prose">{text.workedIntro()}</p>
        <Outcome scheme={compiled.scheme} explained={example} />
        {others.length > 0 ? (
          <section class="grid gap-2 text-sm">
            <h3 class="font-semibold">{text.moreExamples()}</h3>
            <ul class="rounded-field border border-base-300 divide-y divide-base-300">
              {others.map(({ name, result }) => (
                <li key={name}>
                  <Example scheme={compiled.scheme} name={name} result={result} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Card>
  );
}

function Example(props: { scheme: Scheme; name: string; result: Explained }) {
  const { scheme, name, result } = props;
  return (
    <details class="px-3 py-2">
      <summary class="cursor-pointer">
        <span lang="id">{name}</span>{' '}
        <Badge>
          {[
            result.category === null ? '–' : inLocale(categoryOf(scheme, result.category)),
            ...(result.score === null ? [] : [formatDecimal(result.score)]),
          ].join(' · ')}
        </Badge>
      </summary>
      {result.explanation ? <p class="mt-2 max-w-prose">{inLocale(sentence(result.explanation))}</p> : null}
    </details>
  );
}
