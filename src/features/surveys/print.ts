/** Posters and sheets of tokens as PDF. */
import path from 'node:path';
import { createTypesetter, type Typesetter } from '#platform/documents/typst.ts';
import { currentLocale } from '#platform/locale/locale.ts';
import { inGroups } from '#platform/printed-code.ts';
import { projectRoot } from '#platform/project-root.ts';
import { qrSvg } from '#ui/qr-code.tsx';
import type { Counter } from './counters/queries.ts';
import type { RoundCounter } from './rounds/queries.ts';
import { text } from './text.ts';
import type { Token } from './tokens/queries.ts';

let typesetter: Typesetter | undefined;

/** Made when somebody first prints: most processes never do. */
function printer(): Typesetter {
  typesetter ??= createTypesetter({
    templates: path.join(projectRoot(), 'src/features/surveys/templates'),
  });
  return typesetter;
}

export function posterPdf(counter: Counter, address: string): Uint8Array<ArrayBuffer> {
  const bytes = printer().render('poster', {
    language: currentLocale(),
    unit: counter.unitName,
    title: text.posterTitle(),
    place: `${counter.name} · ${counter.service}`,
    how: counter.mode === 'open' ? text.posterOpen() : text.posterToken(),
    line: text.posterLine(),
    otherwise: text.posterAddress(),
    address: address.replace(/^https?:\/\//, ''),
    qr: qrSvg(address),
    alt: text.qrLabel({ counter: counter.name }),
  });
  return new Uint8Array(bytes);
}

/** Receipts to cut out, 24 on a sheet; a single one where a token belongs to a case. */
export function tokensPdf(
  counter: RoundCounter,
  tokens: readonly Token[],
  addressOf: (code: string) => string,
): Uint8Array<ArrayBuffer> {
  const bytes = printer().render('tokens', {
    language: currentLocale(),
    title: text.tokensOf({ counter: counter.name }),
    heading: text.posterTitle(),
    unit: counter.unitName,
    tokens: tokens.map((token) => ({
      number: token.number === null ? '' : String(token.number),
      code: inGroups(token.code),
      qr: qrSvg(addressOf(token.code)),
      alt: text.qrLabel({ counter: counter.name }),
      address: addressOf('')
        .replace(/^https?:\/\//, '')
        .replace(/\/$/, ''),
    })),
  });
  return new Uint8Array(bytes);
}
