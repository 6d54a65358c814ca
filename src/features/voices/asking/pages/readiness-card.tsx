import type { ComponentChildren } from 'preact';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/parts.tsx';
import type { BlockerKind, CautionKind, Readiness } from '../blockers.ts';
import { text } from '../text.ts';
import type { RoundView } from './round-page.tsx';

/** What stands in the way, each with the page that mends it; then what follows from opening as things are. */
export function ReadinessCard({ visit, period, readiness }: RoundView & { readiness: Readiness }) {
  const base = `/periods/${period.id}`;
  const fix: Record<BlockerKind, string> = {
    'not-prepared': `${base}/voices`,
    nobody: `${base}/voices/people`,
    'no-keys': '/seal-keys',
    'guest-address': `${base}/voices/people?show=guest-address`,
    'last-day': `${base}/voices#days`,
    'period-closed': base,
  };
  const see: Record<CautionKind, string> = {
    'too-few': `${base}/voices/people?show=too-few`,
    unreachable: `${base}/voices/people?show=unreachable`,
  };
  const { blockers, cautions } = readiness;
  return (
    <div class="grid gap-4 mt-4">
      {blockers.length > 0 ? (
        <section>
          <h3 class="font-semibold">{text.blockers()}</h3>
          <ul class="grid gap-2 mt-2">
            {blockers.map(({ kind, count }) => (
              <Finding key={kind} icon="alert" href={visit.path(fix[kind])} act={text[`fix-${kind}`]()}>
                {kind === 'guest-address' ? text['block-guest-address']({ count }) : text[`block-${kind}`]()}
              </Finding>
            ))}
          </ul>
        </section>
      ) : (
        <Notice tone="success">{text.noBlockers()}</Notice>
      )}
      {cautions.length > 0 ? (
        <section>
          <h3 class="font-semibold">{text.cautions()}</h3>
          <ul class="grid gap-2 mt-2">
            {cautions.map(({ kind, count }) => (
              <Finding key={kind} icon="info" href={visit.path(see[kind])} act={text[`see-${kind}`]()}>
                {text[`caution-${kind}`]({ count })}
              </Finding>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Finding(props: { icon: 'alert' | 'info'; href: string; act: string; children: ComponentChildren }) {
  return (
    <li class="flex gap-2 items-start">
      <Icon name={props.icon} class="mt-0.5 shrink-0" />
      <span>
        {props.children}{' '}
        <a class="link whitespace-nowrap" href={props.href}>
          {props.act}
        </a>
      </span>
    </li>
  );
}
