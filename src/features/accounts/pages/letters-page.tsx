import { formatInstant } from '#platform/locale/format.ts';
import { currentLocale } from '#platform/locale/locale.ts';
import { Icon } from '#ui/icon.tsx';
import type { Chrome } from '#ui/layout.tsx';
import { officerText as text } from '../officer-text.ts';
import { QrCode } from '../qr.tsx';

/** What stands in one letter. */
export interface Letter {
  readonly name: string;
  readonly maskedNip: string;
  readonly unitName: string;
  readonly link: string;
  readonly code: string;
  readonly until: Date;
}

export interface LettersView {
  readonly chrome: Chrome;
  readonly agencyName: string;
  readonly zone: string;
  readonly back: string;
  readonly letters: readonly Letter[];
}

/** Pages to print: one A4 page a person, black on white whatever the theme, nothing of the frame on paper. */
export function LettersPage({ chrome, agencyName, zone, back, letters }: LettersView) {
  return (
    <html lang={currentLocale()} data-theme="tera">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${text.lettersTitle()} · Tera`}</title>
        <link rel="icon" href="/assets/tera.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={`/assets/${chrome.assets.style}`} />
        <style>
          {'@page { size: A4; margin: 20mm } @media print { .letter { break-after: page; border: 0 } }'}
        </style>
      </head>
      <body class="min-h-screen bg-base-200 print:bg-white text-base-content">
        <main class="max-w-3xl mx-auto p-4 grid gap-6 print:block print:p-0 print:max-w-none">
          <div class="print:hidden grid gap-3">
            <h1 class="text-2xl font-semibold tracking-tight">{text.lettersTitle()}</h1>
            <p class="max-w-prose">{text.lettersIntro({ count: letters.length })}</p>
            <p>
              <a class="btn btn-outline btn-sm" href={back}>
                <Icon name="arrowLeft" /> {text.lettersBack()}
              </a>
            </p>
          </div>
          {letters.map((letter) => (
            <LetterSheet key={letter.code} letter={letter} agencyName={agencyName} zone={zone} />
          ))}
        </main>
      </body>
    </html>
  );
}

function LetterSheet(props: { letter: Letter; agencyName: string; zone: string }) {
  const { letter, agencyName, zone } = props;
  return (
    <article class="letter bg-white text-black border border-base-300 p-8 print:p-0 grid gap-6">
      <header class="border-b-2 border-black pb-3">
        <p class="font-semibold text-lg">{agencyName}</p>
        <p class="text-sm">{letter.unitName}</p>
      </header>
      <div>
        <p>{text.letterTo()}</p>
        <h2 class="font-semibold text-lg">{letter.name}</h2>
        <p>NIP {letter.maskedNip}</p>
      </div>
      <p class="max-w-prose">{text.letterBody({ agency: agencyName })}</p>
      <div class="flex flex-wrap gap-8 items-start">
        <QrCode content={letter.link} label={text.letterQr()} class="size-44" />
        <div class="min-w-0 flex-1 grid gap-4">
          <div>
            <p class="text-sm">{text.letterLink()}</p>
            <p class="font-mono break-all">{letter.link}</p>
          </div>
          <div>
            <p class="text-sm">{text.letterCode()}</p>
            <p class="font-mono text-lg font-semibold break-all">{letter.code}</p>
          </div>
          <p>{text.letterUntil({ until: formatInstant(letter.until, zone) })}</p>
        </div>
      </div>
      <ol class="list-decimal pl-5 grid gap-1">
        <li>{text.letterStep1()}</li>
        <li>{text.letterStep2()}</li>
        <li>{text.letterStep3()}</li>
      </ol>
      <p class="text-sm">{text.letterSecret()}</p>
    </article>
  );
}
