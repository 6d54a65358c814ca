/** What citizens wrote, in no order; reported by whoever reads it, hidden by an officer with a reason. */
import { TextField } from '#ui/form.tsx';
import { Card } from '#ui/parts.tsx';
import type { ResultView } from './result-page.tsx';
import { text } from './text.ts';
import type { Words } from './words.ts';

export function WordsCard(view: ResultView) {
  const { words, mayDecide } = view;
  // Hidden words are only shown to those who can let them stand again.
  const shown = words.filter(({ state }) => state !== 'hidden' || mayDecide);
  return (
    <Card title={text.words()} id="words">
      <p class="text-sm text-base-content/75 max-w-prose">{text.wordsHint()}</p>
      {shown.length === 0 ? <p class="mt-3">{text.noWords()}</p> : null}
      <ul class="divide-y divide-base-300 mt-2">
        {shown.map((each) => (
          <li key={each.id} class="py-3">
            <Saying {...view} each={each} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Saying({ visit, round, result, mayDecide, refused, each }: ResultView & { each: Words }) {
  const own = refused?.id === each.id ? refused : undefined;
  const acts = mayDecide
    ? each.state === 'shown'
      ? (['hide'] as const)
      : each.state === 'reported'
        ? (['hide', 'let-stand'] as const)
        : (['let-stand'] as const)
    : each.state === 'shown'
      ? (['report'] as const)
      : [];
  const labels = { report: text.report(), hide: text.hide(), 'let-stand': text.letStand() };
  return (
    <>
      <p class="whitespace-pre-line break-words">{each.body}</p>
      {each.state === 'reported' ? (
        <p class="text-sm mt-1">{text.reported({ reason: each.reportReason ?? '' })}</p>
      ) : null}
      {each.state === 'hidden' ? (
        <p class="text-sm mt-1">{text.hidden({ reason: each.hiddenReason ?? '' })}</p>
      ) : null}
      {acts.length > 0 ? (
        <details class="mt-1" open={own !== undefined}>
          <summary class="link text-sm cursor-pointer py-1">{mayDecide ? text.act() : text.report()}</summary>
          <form
            method="post"
            action={visit.path(`/surveys/rounds/${round.id}/words/${each.id}`)}
            class="flex flex-wrap items-end gap-2 mt-2"
            data-controller="once"
          >
            <input type="hidden" name="unit" value={result.unitId} />
            <TextField
              name={`reason-${each.id}`}
              label={text.wordsReason()}
              value={own?.typed}
              error={own?.error}
              maxLength={500}
              required
            />
            {acts.map((act) => (
              <button key={act} class="btn btn-outline" type="submit" name="act" value={act}>
                {labels[act]}
              </button>
            ))}
          </form>
        </details>
      ) : null}
    </>
  );
}
