/** What the pages of a form share: whom it is about, the work beside an item, the promise. */
import { formatDate, formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Icon, type IconName } from '#ui/icon.tsx';
import { Card } from '#ui/parts.tsx';
import type { AskedRequest } from '../asked.ts';
import { type FormView, percentOf } from '../load.ts';
import type { Choice, Question } from '../questions.ts';
import { text } from '../text.ts';
import { text as reviewText } from '../text-review.ts';
import { nearestFirst, type WorkShown } from '../work-shown.ts';

export function levelLabel({ code, label }: Choice): string {
  if (label) return inLocale(label);
  return code === '0' ? text.levelZero() : text.level({ level: code });
}

/** `Tentang Rina Novita · Perawat · Puskesmas` */
export function aboutLine({ person, position, unitName }: AskedRequest): string {
  return [text.aboutPerson({ person: person.name }), position, unitName].join(' · ');
}

/** That person's work, folded away beside an item; what is nearest to the item comes first. */
export function WorkDetails({ view, about }: { view: FormView; about: string }) {
  const { asked, work } = view;
  return (
    <details class="text-sm border border-base-300 rounded-field bg-base-100">
      <summary class="px-3 py-2.5 cursor-pointer font-medium">
        {text.workTitle({ person: asked.person.name })}
      </summary>
      <div class="px-3 pb-3 grid gap-2">
        {work.length === 0 ? <p>{text.workNone()}</p> : null}
        <ul class="grid gap-2">
          {nearestFirst(work, about)
            .slice(0, MOST_RESULTS)
            .map((result) => (
              <li key={result.statement} class="border-l-2 border-base-300 pl-3">
                <ResultShown result={result} />
              </li>
            ))}
        </ul>
        <p class="text-xs text-base-content/75">{text.workSeen()}</p>
      </div>
    </details>
  );
}

/** More than this is a plan to study, not a help beside an item. */
const MOST_RESULTS = 6;

function ResultShown({ result }: { result: WorkShown }) {
  return (
    <>
      <p class="font-medium">{result.statement}</p>
      {result.indicators.map((indicator) => (
        <p key={indicator.statement} class="text-base-content/75">
          {[
            indicator.statement,
            text.target({ target: indicator.target }),
            indicator.realisation ? text.realisation({ value: formatDecimal(indicator.realisation) }) : '',
            indicator.lastOn ? text.lastOn({ date: formatDate(indicator.lastOn) }) : '',
            indicator.evidence.length > 0 ? text.evidence({ titles: indicator.evidence.join('; ') }) : '',
          ]
            .filter(Boolean)
            .join('. ')}
        </p>
      ))}
    </>
  );
}

/** What is kept, when it is released and who can open the seal, in plain words. */
export function Promises({ view }: { view: FormView }) {
  const { asked, seat } = view;
  const date = formatDate(asked.round.closesOn);
  const promises: readonly (readonly [IconName, string])[] = asked.isAnonymous
    ? [
        ['lock', reviewText.promiseStored()],
        ['clock', reviewText.promiseReleased({ date, least: asked.least })],
        ['key', seat.actor ? reviewText.promiseSeal() : reviewText.promiseSealGuest()],
        ['shield', reviewText.promiseFinal()],
      ]
    : [
        ['user', reviewText.promiseNamed({ date, person: asked.person.name })],
        ['lock', reviewText.promiseNamedFinal()],
      ];
  return (
    <Card title={reviewText.promiseTitle()}>
      <ul class="grid gap-3 text-sm">
        {promises.map(([icon, words]) => (
          <li key={icon} class="flex gap-3 items-start">
            <Icon name={icon} class="mt-0.5 shrink-0 text-primary" />
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What the answers count for, by component. */
export function WhatFor({ view }: { view: FormView }) {
  const { scheme, asked, questions } = view;
  const components = new Map(questions.map((question) => [question.component, question.within]));
  return (
    <div class="grid gap-1">
      <p>{text.whatForIntro()}</p>
      <ul class="list-disc pl-5">
        {[...components].map(([code, label]) => {
          const percent = percentOf(scheme, code, asked.voice);
          return (
            <li key={code}>
              {percent === undefined
                ? inLocale(label)
                : text.countsIn({ component: inLocale(label), percent: formatDecimal(percent) })}
            </li>
          );
        })}
      </ul>
      <p class="text-base-content/75">{text.development()}</p>
    </div>
  );
}

/** Name of the question for the ear, with what it belongs to. */
export function itemName({ within, label }: Question): string {
  return `${inLocale(within)}: ${inLocale(label)}`;
}
