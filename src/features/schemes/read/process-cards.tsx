/** What surrounds the count: scales, steps and deadlines, openness, training. */
import { type Scheme, voiceLabel } from '#domain/schemes/index.ts';
import { formatDate, formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Card } from '#ui/parts.tsx';
import { BasisWords, SmallTable } from './parts.tsx';
import { text } from './text-rest.ts';

export function ScalesCard({ scheme }: { scheme: Scheme }) {
  // A scale of bare labels was said in full where it is used.
  const scales = scalesToExplain(scheme);
  if (scales.length === 0) return null;
  return (
    <Card title={text.scales()} id="scales">
      <div class="grid gap-6">
        {scales.map(([code, scale]) => {
          const counts = scale.levels.some(({ score }) => score !== undefined);
          const explains = scale.levels.some(({ meaning }) => meaning);
          return (
            <SmallTable
              key={code}
              caption={inLocale(scale.label)}
              showCaption
              columns={[
                { heading: text.level() },
                ...(counts ? [{ heading: text.counts(), align: 'right' } as const] : []),
                ...(explains ? [{ heading: text.meaning() }] : []),
              ]}
              rows={scale.levels.map((level) => ({
                key: level.code,
                cells: [
                  inLocale(level.label),
                  ...(counts ? [formatDecimal(level.score ?? '–')] : []),
                  ...(explains ? [level.meaning ? inLocale(level.meaning) : ''] : []),
                ],
              }))}
            />
          );
        })}
      </div>
    </Card>
  );
}

export function scalesToExplain(scheme: Scheme) {
  return Object.entries(scheme.scales ?? {}).filter(([, { levels }]) =>
    levels.some(({ score, meaning }) => score !== undefined || meaning),
  );
}

export function StepsCard({ scheme }: { scheme: Scheme }) {
  const { steps = [], plan, checkIns, objection } = scheme;
  if (steps.length === 0 && !plan && !objection) return null;
  return (
    <Card title={text.steps()} id="steps">
      <div class="grid gap-5 text-sm">
        {steps.length > 0 ? (
          <ol class="grid gap-0">
            {steps.map((step, index) => (
              <li key={step.code} class="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3">
                <span class="flex flex-col items-center" aria-hidden="true">
                  <span class="size-7 rounded-full border border-primary text-primary font-semibold grid place-items-center num">
                    {index + 1}
                  </span>
                  {index < steps.length - 1 ? <span class="w-px grow bg-base-300" /> : null}
                </span>
                <div class="pb-4">
                  <p class="font-semibold">{inLocale(step.label)}</p>
                  <p class="max-w-prose">{inLocale(step.meaning)}</p>
                  <p class="text-base-content/75">
                    {[
                      text.stepBy({ voice: inLocale(voiceLabel(step.by)) }),
                      ...(step.dueDays === undefined ? [] : [text.stepDue({ count: step.dueDays })]),
                    ].join(' · ')}
                  </p>
                </div>
              </li>
            ))}
          </ol>
        ) : null}
        <ul class="grid gap-1">
          {plan ? <li>{text.planBy({ date: dayOfYear(plan.agreedBy) })}</li> : null}
          {checkIns ? (
            <li>
              {text.checkIns({ list: checkIns.frequencies.map(({ label }) => inLocale(label)).join(', ') })}
            </li>
          ) : null}
          {objection ? <li>{text.objection({ count: objection.days })}</li> : null}
        </ul>
        {objection ? <BasisWords scheme={scheme} basis={objection.basis} /> : null}
      </div>
    </Card>
  );
}

/** `01-31` → `31 Januari`: the year is that of the period. */
function dayOfYear(monthDay: string): string {
  return formatDate(`2023-${monthDay}`).replace(/ ?2023$/, '');
}

export function OpennessCard({ scheme }: { scheme: Scheme }) {
  const { openness } = scheme;
  if (!openness) return null;
  const { noticeDays, draftingDays, readConfirmation, anonymousFrom, shown, basis } = openness;
  return (
    <Card title={text.openness()} id="openness">
      <div class="grid gap-4 text-sm">
        <ul class="list-disc pl-5 grid gap-1">
          {draftingDays === undefined ? null : <li>{text.drafting({ count: draftingDays })}</li>}
          <li>{text.notice({ count: noticeDays })}</li>
          {readConfirmation ? (
            <li>{text.readConfirmation({ percent: readConfirmation.atLeastPercent })}</li>
          ) : null}
          {anonymousFrom === undefined ? null : <li>{text.anonymous({ count: anonymousFrom })}</li>}
        </ul>
        <SmallTable
          caption={text.openness()}
          columns={[{ heading: text.what() }, { heading: text.toWhom() }, { heading: text.when() }]}
          rows={shown.map((line) => ({
            key: line.what.id,
            cells: [
              inLocale(line.what),
              line.to.map((audience) => text[`audience_${audience}`]()).join(', '),
              inLocale(line.when),
            ],
          }))}
        />
        <BasisWords scheme={scheme} basis={basis} />
      </div>
    </Card>
  );
}

/** `address` leads to the course, where there can be one: a draft or a template has none. */
export function TrainingCard({ scheme, address }: { scheme: Scheme; address: string | null }) {
  const { training } = scheme;
  if (!training) return null;
  return (
    <Card title={text.training()} id="training">
      <div class="grid gap-2 text-sm">
        <p class="max-w-prose">{text[`training_${training.certificate}`]({ count: training.validMonths })}</p>
        <BasisWords scheme={scheme} basis={training.basis} />
        {address ? (
          <p>
            <a class="link" href={address}>
              {text.openTraining()}
            </a>
          </p>
        ) : null}
      </div>
    </Card>
  );
}
