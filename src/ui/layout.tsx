import type { ComponentChildren } from 'preact';
import { currentLocale } from '#platform/locale/locale.ts';
import { Icon, type IconName } from './icon.tsx';
import { text } from './text.ts';

export interface NavItem {
  readonly key: string;
  readonly label: string;
  readonly path: string;
  readonly icon: IconName;
  /** How many things wait there; 0 shows nothing. */
  readonly waiting?: number;
}

export type Theme = 'auto' | 'light' | 'dark';

/** What stands around every page: made once a request by the application, never by a feature. */
export interface Chrome {
  readonly assets: { readonly style: string; readonly script: string };
  readonly theme: Theme;
  /** Path of this page, for the language switch to come back to. */
  readonly here: string;
  readonly agency?: { readonly name: string; readonly path: string; readonly isSample: boolean };
  readonly person?: { readonly name: string; readonly unread: number };
  readonly nav: readonly NavItem[];
  readonly flash?: string | undefined;
}

interface LayoutProps {
  readonly chrome: Chrome;
  readonly title: string;
  /** Key of the navigation item this page belongs to. */
  readonly current?: string;
  /** Forms and reading use the narrow column; lists and matrices the wide one. */
  readonly width?: 'narrow' | 'normal' | 'wide';
  readonly children: ComponentChildren;
}

const WIDTH = { narrow: 'max-w-2xl', normal: 'max-w-5xl', wide: 'max-w-7xl' } as const;
const THEME = { auto: undefined, light: 'tera', dark: 'tera-dark' } as const;

export function Layout({ chrome, title, current, width = 'normal', children }: LayoutProps) {
  return (
    <html lang={currentLocale()} data-theme={THEME[chrome.theme]}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Tera`}</title>
        <meta name="turbo-refresh-method" content="morph" />
        <meta name="turbo-refresh-scroll" content="preserve" />
        <meta name="view-transition" content="same-origin" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/assets/tera.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={`/assets/${chrome.assets.style}`} data-turbo-track="reload" />
        <script type="module" src={`/assets/${chrome.assets.script}`} data-turbo-track="reload" />
      </head>
      <body class="min-h-screen bg-base-200 text-base-content">
        <a class="btn btn-primary sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2" href="#main">
          {text.skipToContent()}
        </a>
        <Header chrome={chrome} current={current} width={width} />
        <main
          id="main"
          class={`${WIDTH[width]} mx-auto px-4 py-6 md:py-9 grid grid-cols-[minmax(0,1fr)] gap-6`}
          tabIndex={-1}
        >
          {chrome.flash ? (
            <div id="flash" role="status" class="alert alert-success alert-soft" data-flash>
              <Icon name="checkCircle" />
              <span>{chrome.flash}</span>
            </div>
          ) : null}
          {children}
        </main>
        <Footer chrome={chrome} width={width} />
        {chrome.person && chrome.agency ? <LiveNotice path={`${chrome.agency.path}/live`} /> : null}
      </body>
    </html>
  );
}

/** With more than these the menu needs the whole width, and a smaller window shows it behind a button. */
const MANY_ITEMS = 7;

function Header({
  chrome,
  current,
  width,
}: {
  chrome: Chrome;
  current: string | undefined;
  width: keyof typeof WIDTH;
}) {
  const home = chrome.agency?.path ?? '/';
  const isFull = chrome.nav.length > MANY_ITEMS;
  return (
    <header class="bg-base-100 border-b border-base-300 print:hidden">
      <div
        class={`${WIDTH[isFull ? 'wide' : width === 'narrow' ? 'normal' : width]} mx-auto px-4 min-h-14 flex items-center gap-x-6`}
      >
        <a class="font-semibold tracking-tight text-lg text-primary py-3" href={home}>
          Tera
        </a>
        {chrome.nav.length > 0 ? (
          <nav
            class={`hidden ${isFull ? 'xl:flex' : 'lg:flex'} gap-5 text-sm self-stretch`}
            aria-label={text.mainNavigation()}
          >
            {chrome.nav.map((item) => (
              <NavLink key={item.key} item={item} isCurrent={item.key === current} />
            ))}
          </nav>
        ) : null}
        <div class="ml-auto flex items-center gap-1 text-sm min-w-0">
          {chrome.person ? (
            <AccountMenu chrome={chrome} />
          ) : (
            <a class="btn btn-sm btn-ghost" href="/sign-in">
              {text.signIn()}
            </a>
          )}
          {chrome.nav.length > 0 ? <SmallMenu chrome={chrome} current={current} /> : null}
        </div>
      </div>
    </header>
  );
}

function NavLink({ item, isCurrent }: { item: NavItem; isCurrent: boolean }) {
  const look = isCurrent ? 'font-semibold border-primary' : 'border-transparent hover:border-base-300';
  return (
    <a
      href={item.path}
      class={`flex items-center gap-1.5 border-b-2 pt-0.5 whitespace-nowrap ${look}`}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {item.label}
      {item.waiting ? <span class="badge badge-sm badge-primary">{item.waiting}</span> : null}
    </a>
  );
}

function AccountMenu({ chrome }: { chrome: Chrome }) {
  if (!chrome.person) return null;
  const { name, unread } = chrome.person;
  return (
    <>
      {chrome.agency ? (
        <a
          class="btn btn-ghost btn-sm btn-square relative"
          href={`${chrome.agency.path}/notifications`}
          aria-label={`${text.notifications()}: ${unread}`}
        >
          <Icon name="mail" />
          {unread > 0 ? (
            <span class="badge badge-xs badge-primary absolute -top-0.5 -right-0.5">{unread}</span>
          ) : null}
        </a>
      ) : null}
      <details class="dropdown dropdown-end" data-controller="menu">
        <summary class="btn btn-ghost btn-sm max-w-40 sm:max-w-64" aria-label={`${text.account()}: ${name}`}>
          <Icon name="user" />
          <span class="hidden sm:inline truncate">{name}</span>
        </summary>
        <ul class="menu dropdown-content bg-base-100 border border-base-300 rounded-box z-20 mt-2 w-60 p-2 shadow-sm">
          <li class="sm:hidden px-3 py-2 font-semibold">{name}</li>
          <li>
            <a href="/account">
              <Icon name="key" /> {text.account()}
            </a>
          </li>
          <li>
            <form method="post" action="/sign-out" class="p-0">
              <button type="submit" class="flex gap-2 w-full px-3 py-1.5 text-left cursor-pointer">
                <Icon name="logOut" /> {text.signOut()}
              </button>
            </form>
          </li>
        </ul>
      </details>
    </>
  );
}

function SmallMenu({ chrome, current }: { chrome: Chrome; current: string | undefined }) {
  return (
    <details
      class={`dropdown dropdown-end ${chrome.nav.length > MANY_ITEMS ? 'xl:hidden' : 'lg:hidden'}`}
      data-controller="menu"
    >
      <summary class="btn btn-ghost btn-sm" aria-label={text.menu()}>
        <Icon name="menu" />
      </summary>
      <nav
        aria-label={text.mainNavigation()}
        class="dropdown-content bg-base-100 border border-base-300 rounded-box z-20 mt-2 w-64 shadow-sm"
      >
        <ul class="menu w-full p-2">
          {chrome.nav.map((item) => (
            <li key={item.key}>
              <a
                href={item.path}
                class={item.key === current ? 'font-semibold text-primary' : ''}
                aria-current={item.key === current ? 'page' : undefined}
              >
                <Icon name={item.icon} /> {item.label}
                {item.waiting ? <span class="badge badge-sm badge-primary">{item.waiting}</span> : null}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

function Footer({ chrome, width }: { chrome: Chrome; width: keyof typeof WIDTH }) {
  const other = currentLocale() === 'id' ? 'en' : 'id';
  const themes = [
    ['auto', text.themeAuto()],
    ['light', text.themeLight()],
    ['dark', text.themeDark()],
  ] as const;
  return (
    <footer
      class={`${WIDTH[width]} mx-auto px-4 pb-10 pt-2 text-xs text-base-content/75 flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden`}
    >
      {chrome.agency ? <span>{chrome.agency.name}</span> : null}
      {chrome.agency?.isSample ? <span>{text.sampleData()}</span> : null}
      <form
        method="post"
        action="/preferences"
        class="flex flex-wrap items-center gap-x-4 gap-y-2"
        data-turbo="false"
      >
        <input type="hidden" name="back" value={chrome.here} />
        <button type="submit" name="locale" value={other} lang={other} class="link py-1">
          {text.otherLanguage()}
        </button>
        <span class="flex items-center gap-2">
          <span>{text.theme()}:</span>
          {themes.map(([value, label]) => (
            <button
              key={value}
              type="submit"
              name="theme"
              value={value}
              class={chrome.theme === value ? 'font-semibold py-1' : 'link py-1'}
              aria-pressed={chrome.theme === value}
            >
              {label}
            </button>
          ))}
        </span>
      </form>
    </footer>
  );
}

/** Listens for changes; a page with unsaved typing is not replaced under the hands, it offers to reload. */
function LiveNotice({ path }: { path: string }) {
  return (
    <div
      data-controller="live"
      data-live-url-value={path}
      class="fixed bottom-4 inset-x-4 z-30 flex justify-center pointer-events-none"
      id="live-notice"
      data-turbo-permanent
    >
      <div
        class="alert shadow-md pointer-events-auto max-w-md"
        role="status"
        data-live-target="notice"
        hidden
      >
        <span>{text.changedMeanwhile()}</span>
        <button type="button" class="btn btn-sm btn-primary" data-action="live#reload">
          {text.showChange()}
        </button>
      </div>
    </div>
  );
}
