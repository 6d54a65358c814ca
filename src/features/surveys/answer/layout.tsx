/**
 * The frame of the pages that citizens see at a counter: no script, no style sheet, no picture to fetch. Everything
 * is in the one page, a few kilobytes, because it is opened once, on a slow phone, by somebody who is on the way home.
 */
import type { ComponentChildren } from 'preact';
import { currentLocale } from '#platform/locale/locale.ts';
import type { Chrome } from '#ui/layout.tsx';
import { text } from './text.ts';

const STYLE = `:root{color-scheme:light;--page:#f5f4f1;--card:#fdfcfa;--line:#d9d7d1;--ink:#1d2430;--soft:#4a5260;--go:#00616b;--on:#fff;--bad:#a3271b}
[data-theme=tera-dark]{color-scheme:dark;--page:#10151c;--card:#171d26;--line:#39414d;--ink:#ebe9e4;--soft:#b9bcc2;--go:#63c3c9;--on:#06292d;--bad:#ff9d8f}
@media(prefers-color-scheme:dark){:root:not([data-theme]){color-scheme:dark;--page:#10151c;--card:#171d26;--line:#39414d;--ink:#ebe9e4;--soft:#b9bcc2;--go:#63c3c9;--on:#06292d;--bad:#ff9d8f}}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:1.0625rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
header,main,footer{max-width:34rem;margin:auto;padding:.75rem 1rem}header{display:flex;justify-content:space-between;gap:1rem;align-items:center;font-size:.9rem;color:var(--soft)}
h1{font-size:1.5rem;line-height:1.25;margin:.25rem 0 .5rem}h2{font-size:1.1rem;margin:1.5rem 0 .25rem}p{margin:.5rem 0}.soft{color:var(--soft);font-size:.95rem}.bad{color:var(--bad);font-weight:600}
a{color:var(--go)}button,input,select,textarea{font:inherit;color:inherit}
button{cursor:pointer}.answer,.go{display:block;width:100%;min-height:3.25rem;padding:.6rem 1rem;margin:.6rem 0;border-radius:.6rem;border:2px solid var(--line);background:var(--card);text-align:left}
.answer:hover,.answer:focus-visible{border-color:var(--go)}.answer[aria-pressed=true]{border-color:var(--go);box-shadow:inset .4rem 0 var(--go)}
.go{background:var(--go);border-color:var(--go);color:var(--on);text-align:center;font-weight:600;text-decoration:none}
.row{display:flex;gap:1rem;justify-content:space-between}.plain{background:none;border:0;padding:.75rem .25rem;text-decoration:underline;color:var(--go)}
progress{width:100%;height:.5rem;accent-color:var(--go)}fieldset{border:1px solid var(--line);border-radius:.6rem;background:var(--card);margin:1rem 0;padding:.5rem 1rem}
legend{font-weight:600;padding:0 .25rem}label{display:block;margin:.6rem 0 .2rem;font-weight:600}.choice{display:flex;gap:.75rem;align-items:center;font-weight:400;min-height:2.75rem;margin:0}.choice input{width:1.3rem;height:1.3rem;accent-color:var(--go);flex:none}
select,textarea,.code{width:100%;padding:.65rem .75rem;border:1px solid var(--soft);border-radius:.5rem;background:var(--card)}.code{font-size:1.4rem;letter-spacing:.15em;text-transform:uppercase}`;

export function CitizenLayout(props: {
  chrome: Chrome;
  title: string;
  /** Who asks: counter, unit, agency. */
  place: string;
  isSample: boolean;
  /** Id of the form on the page that carries the answers along when the language is changed. */
  form?: string | undefined;
  children: ComponentChildren;
}) {
  const { chrome, title, place, isSample, form, children } = props;
  const other = currentLocale() === 'id' ? 'en' : 'id';
  const theme = { auto: undefined, light: 'tera', dark: 'tera-dark' }[chrome.theme];
  const button = (
    <button class="plain" type="submit" name="locale" value={other} lang={other} form={form} formNoValidate>
      {text.otherLanguage()}
    </button>
  );
  return (
    <html lang={currentLocale()} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${place}`}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <header>
          <span>
            {place}
            {isSample ? ` · ${text.sample()}` : ''}
          </span>
          {form ? (
            button
          ) : (
            <form method="post" action="/preferences">
              <input type="hidden" name="back" value={chrome.here} />
              {button}
            </form>
          )}
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}
