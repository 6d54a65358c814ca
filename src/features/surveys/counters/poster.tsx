/** What hangs at a counter: one page with a large QR code, printed from the browser or as PDF. */
import type { Visit } from '#features/people/index.ts';
import { Layout } from '#ui/layout.tsx';
import { LinkButton, PageHeading } from '#ui/parts.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { text } from '../text.ts';
import type { Counter } from './queries.ts';

export function PosterPage({ visit, counter, address }: { visit: Visit; counter: Counter; address: string }) {
  const base = visit.path(`/surveys/counters/${counter.id}`);
  return (
    <Layout chrome={visit.chrome} title={text.poster()} current="organisation" width="narrow">
      <div class="print:hidden grid gap-3">
        <PageHeading
          title={text.poster()}
          above={
            <a class="link" href={base}>
              {counter.name}
            </a>
          }
          intro={text.printNow()}
          acts={
            <LinkButton href={`${base}/poster.pdf`} icon="download" download>
              {text.posterPdf()}
            </LinkButton>
          }
        />
      </div>
      <section
        aria-label={text.poster()}
        class="bg-white text-black rounded-box border border-base-300 p-8 sm:p-12 text-center grid justify-items-center gap-4 print:border-0 print:p-0"
      >
        <p class="text-lg">{counter.unitName}</p>
        <h2 class="text-4xl font-semibold tracking-tight text-balance">{text.posterTitle()}</h2>
        <p class="text-xl text-balance">
          {counter.name} · {counter.service}
        </p>
        <QrCode
          content={address}
          label={text.qrLabel({ counter: counter.name })}
          class="w-full max-w-80 h-auto"
        />
        <p class="text-2xl font-medium">{counter.mode === 'open' ? text.posterOpen() : text.posterToken()}</p>
        <p>{text.posterLine()}</p>
        <p class="text-sm break-all">
          {text.posterAddress()} <span class="font-medium">{address.replace(/^https?:\/\//, '')}</span>
        </p>
      </section>
    </Layout>
  );
}
