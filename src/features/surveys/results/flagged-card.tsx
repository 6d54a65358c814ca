/** What looks unusual, with its numbers, and the officer's decision; both results while there is one to take. */
import type { Flag, SurveyFigures } from '#domain/surveys/index.ts';
import { formatDate, formatDecimal, formatNumber } from '#platform/locale/format.ts';
import { TextArea } from '#ui/form.tsx';
import { Badge, Card, SubmitButton } from '#ui/parts.tsx';
import type { Batch } from './figures.ts';
import type { ResultView } from './result-page.tsx';
import { text } from './text.ts';

function line(figures: SurveyFigures) {
  return { index: formatDecimal(figures.index), count: formatNumber(figures.answers) };
}

/** With and without: shown as soon as there is something to decide or something was left out. */
export function BothResults({ result, ifLeftOut }: ResultView) {
  const { batches, figures, all } = result;
  if (!figures || !all) return null;
  const isWaiting = batches.some(({ state }) => state === 'flagged');
  const isLeftOut = batches.some(({ state }) => state === 'excluded');
  if (!isWaiting && !isLeftOut) return null;
  return (
    <Card title={text.bothResults()}>
      <ul class="grid gap-1.5">
        <li>{text.with(line(all))}</li>
        {isLeftOut ? <li>{text.without(line(figures))}</li> : null}
        {isWaiting ? <li>{ifLeftOut ? text.ifLeftOut(line(ifLeftOut)) : text.ifLeftOutFew()}</li> : null}
      </ul>
    </Card>
  );
}

function flagWords(flag: Flag): string {
  switch (flag.kind) {
    case 'burst':
      return text.burst({ ...flag, usual: formatDecimal(flag.usual) });
    case 'copies':
      return text.copies(flag);
    case 'one-step':
      return text.oneStep({ answers: flag.answers, of: flag.of, usual: flag.usualPercent });
    case 'token-run':
      return text.tokenRun(flag);
  }
}

export function FlaggedCard(view: ResultView) {
  const flagged = view.result.batches.filter(({ flags }) => flags.length > 0);
  if (flagged.length === 0) return null;
  return (
    <Card title={text.flagged()} id="flagged">
      <p class="text-sm text-base-content/75 max-w-prose">{text.flaggedIntro()}</p>
      <ul class="divide-y divide-base-300 mt-2">
        {flagged.map((batch) => (
          <li key={batch.id} class="py-4 grid gap-3">
            <FlaggedBatch {...view} batch={batch} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function FlaggedBatch({ visit, round, result, batch, mayDecide, refused }: ResultView & { batch: Batch }) {
  const own = refused?.id === batch.id ? refused : undefined;
  const name = `reason-${batch.id}`;
  const words = {
    flagged: <Badge tone="warning">{text.stateFlagged()}</Badge>,
    kept: <Badge tone="success">{text.stateKept()}</Badge>,
    excluded: <Badge tone="error">{text.stateExcluded()}</Badge>,
    counted: null,
  }[batch.state];
  return (
    <>
      <p class="flex flex-wrap items-center gap-2 font-medium">
        {text.batchOf({
          counter: batch.counter.name,
          date: formatDate(batch.fromDay),
          count: formatNumber(batch.answers),
        })}{' '}
        {words}
      </p>
      <ul class="list-disc pl-5 grid gap-1">
        {batch.flags.map((flag) => (
          <li key={flag.kind}>{flagWords(flag)}</li>
        ))}
      </ul>
      {batch.reason ? <p class="text-sm">{`${text.reason()}: ${batch.reason}`}</p> : null}
      {mayDecide ? (
        <form
          method="post"
          action={visit.path(`/surveys/rounds/${round.id}/batches/${batch.id}/decision`)}
          class="grid gap-3 max-w-prose"
          data-controller="once"
        >
          <input type="hidden" name="unit" value={result.unitId} />
          <TextArea
            name={name}
            label={text.reason()}
            hint={text.reasonHint()}
            value={own?.typed}
            error={own?.error}
            rows={2}
            maxLength={1000}
            required
          />
          <div class="flex flex-wrap gap-2">
            {batch.state === 'kept' ? null : (
              <SubmitButton look="outline" name="act" value="keep" icon="check">
                {text.keep()}
              </SubmitButton>
            )}
            {batch.state === 'excluded' ? null : (
              <SubmitButton look="outline" name="act" value="exclude" icon="close">
                {text.exclude()}
              </SubmitButton>
            )}
          </div>
        </form>
      ) : null}
    </>
  );
}
