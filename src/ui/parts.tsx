/** The pieces that pages are put together from. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import { text } from './text.ts';

/** Title of the page with what it belongs to above it and the acts of the page at its side. */
export function PageHeading(props: {
  title: string;
  above?: ComponentChildren;
  intro?: ComponentChildren;
  acts?: ComponentChildren;
}) {
  return (
    <div class="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div class="min-w-0">
        {props.above ? <p class="text-sm text-base-content/75">{props.above}</p> : null}
        <h1 class="text-2xl md:text-3xl font-semibold tracking-tight mt-1 text-balance">{props.title}</h1>
        {props.intro ? <div class="mt-2 max-w-prose text-base-content/85">{props.intro}</div> : null}
      </div>
      {props.acts ? <div class="flex flex-wrap gap-2">{props.acts}</div> : null}
    </div>
  );
}

export function Card(props: {
  title?: ComponentChildren;
  aside?: ComponentChildren;
  id?: string;
  padded?: boolean;
  children: ComponentChildren;
}) {
  const { title, aside, id, padded = true, children } = props;
  return (
    <section class="bg-base-100 border border-base-300 rounded-box min-w-0" id={id}>
      {title ? (
        <div class="px-5 pt-5 pb-1 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 class="text-lg font-semibold">{title}</h2>
          {aside ? <div class="text-sm">{aside}</div> : null}
        </div>
      ) : null}
      <div class={padded ? 'p-5' : ''}>{children}</div>
    </section>
  );
}

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error';
const BADGE: Record<Tone, string> = {
  neutral: 'badge-ghost',
  info: 'badge-info badge-soft text-base-content',
  success: 'badge-success badge-soft text-base-content',
  warning: 'badge-warning badge-soft text-base-content',
  error: 'badge-error badge-soft text-base-content',
};
const ALERT: Record<Tone, string> = {
  neutral: '',
  info: 'alert-info alert-soft',
  success: 'alert-success alert-soft',
  warning: 'alert-warning alert-soft',
  error: 'alert-error alert-soft',
};
const ALERT_ICON: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  success: 'checkCircle',
  warning: 'alert',
  error: 'alert',
};

/** A state in a word; the colour only repeats it. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={`badge ${BADGE[tone]} whitespace-nowrap`}>{children}</span>;
}

export function Notice({
  tone = 'info',
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children?: ComponentChildren;
}) {
  return (
    <div
      class={`alert ${ALERT[tone]} items-start text-base-content`}
      role={tone === 'error' ? 'alert' : undefined}
    >
      <Icon name={ALERT_ICON[tone]} class="mt-0.5" />
      <div class="min-w-0">
        {title ? <p class="font-medium">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}

/** Nothing here yet: says so, and what to do. */
export function EmptyState(props: {
  icon?: IconName;
  title: string;
  children?: ComponentChildren;
  act?: ComponentChildren;
}) {
  return (
    <div class="text-center py-10 px-4 grid justify-items-center gap-2">
      <Icon name={props.icon ?? 'clipboard'} size={32} class="text-base-content/60" />
      <p class="font-medium">{props.title}</p>
      {props.children ? <div class="max-w-prose text-base-content/75">{props.children}</div> : null}
      {props.act ? <div class="mt-2">{props.act}</div> : null}
    </div>
  );
}

export function LinkButton(props: {
  href: string;
  look?: 'primary' | 'outline' | 'ghost';
  small?: boolean;
  icon?: IconName;
  download?: boolean;
  children: ComponentChildren;
}) {
  const look = { primary: 'btn-primary', outline: 'btn-outline', ghost: 'btn-ghost' }[
    props.look ?? 'outline'
  ];
  return (
    <a
      class={`btn ${look} ${props.small ? 'btn-sm' : ''}`}
      href={props.href}
      download={props.download}
      data-turbo={props.download ? 'false' : undefined}
    >
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
    </a>
  );
}

export function SubmitButton(props: {
  look?: 'primary' | 'outline' | 'ghost' | 'error';
  small?: boolean;
  wide?: boolean;
  name?: string;
  value?: string;
  icon?: IconName;
  skipValidation?: boolean;
  children: ComponentChildren;
}) {
  const look = { primary: 'btn-primary', outline: 'btn-outline', ghost: 'btn-ghost', error: 'btn-error' }[
    props.look ?? 'primary'
  ];
  return (
    <button
      class={`btn ${look} ${props.small ? 'btn-sm' : ''} ${props.wide ? 'w-full' : ''}`}
      type="submit"
      name={props.name}
      value={props.value}
      formNoValidate={props.skipValidation}
    >
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
    </button>
  );
}

export function ProgressBar({ done, total, label }: { done: number; total: number; label: string }) {
  const percent = total === 0 ? 0 : Math.round((done / total) * 100);
  return (
    <div>
      <div class="flex justify-between gap-3 text-sm">
        <span>{label}</span>
        <span class="num">
          {done} / {total} · {percent} %
        </span>
      </div>
      <progress
        class="progress progress-primary w-full"
        value={done}
        max={Math.max(total, 1)}
        aria-label={label}
      />
    </div>
  );
}

export function Facts({ facts }: { facts: readonly (readonly [label: string, value: ComponentChildren])[] }) {
  return (
    <dl class="grid sm:grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm">
      {facts.map(([label, value]) => (
        <div key={label} class="contents">
          <dt class="text-base-content/75">{label}</dt>
          <dd class="mb-2 sm:mb-0 min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Pages of a long list; keeps the other parameters of the address. */
export function Pagination({
  page,
  pageSize,
  total,
  href,
}: {
  page: number;
  pageSize: number;
  total: number;
  href: (page: number) => string;
}) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1) return null;
  return (
    <nav class="flex flex-wrap items-center justify-between gap-3 text-sm" aria-label={text.pages()}>
      <span class="num">
        {text.rowsOf({ from: (page - 1) * pageSize + 1, to: Math.min(page * pageSize, total), total })}
      </span>
      <span class="flex gap-2">
        {page > 1 ? (
          <a class="btn btn-sm btn-outline" href={href(page - 1)} rel="prev">
            {text.previous()}
          </a>
        ) : null}
        {page < pages ? (
          <a class="btn btn-sm btn-outline" href={href(page + 1)} rel="next">
            {text.next()}
          </a>
        ) : null}
      </span>
    </nav>
  );
}
