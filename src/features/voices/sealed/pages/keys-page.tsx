import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { HOLDERS, type Holder, type SealKey } from '../keys.ts';
import { sealText as text } from '../text.ts';

export interface KeysView {
  readonly visit: Visit;
  readonly keys: ReadonlyMap<Holder, SealKey>;
  readonly names: ReadonlyMap<string, string>;
  readonly mayMake: readonly Holder[];
  /** Makes a second click find the key already there. */
  readonly newId: string;
  readonly error?: string | undefined;
}

export function KeysPage(view: KeysView) {
  const { visit, error } = view;
  return (
    <Layout chrome={visit.chrome} title={text.keysTitle()} current="record" width="narrow">
      <PageHeading title={text.keysTitle()} intro={text.keysIntro()} />
      {error ? <Notice tone="error">{error}</Notice> : null}
      {HOLDERS.map((holder) => (
        <KeyCard key={holder} {...view} holder={holder} />
      ))}
      <p>
        <a class="link" href={visit.path('/unsealings')}>
          {text.casesTitle()}
        </a>
      </p>
    </Layout>
  );
}

function KeyCard({ visit, keys, names, mayMake, newId, holder }: KeysView & { holder: Holder }) {
  const key = keys.get(holder);
  return (
    <Card
      title={text[`holder_${holder}`]()}
      aside={key ? <Badge tone="success">✓</Badge> : <Badge tone="warning">{text.keyMissing()}</Badge>}
    >
      <p>
        {key
          ? text.keyMade({
              person: names.get(key.madeBy) ?? '',
              date: formatInstant(key.madeAt, visit.agency.zone),
            })
          : text[`keyMissingBy_${holder}`]()}
      </p>
      {mayMake.includes(holder) ? (
        <form
          method="post"
          action={visit.path('/seal-keys')}
          class="mt-4 grid gap-2 justify-items-start"
          // The answer is the passphrase itself, shown once: there is no page to be led to.
          data-turbo="false"
        >
          <input type="hidden" name="id" value={newId} />
          <input type="hidden" name="holder" value={holder} />
          {key ? <p class="text-sm text-base-content/75">{text.replaceKeyHint()}</p> : null}
          <SubmitButton look={key ? 'outline' : 'primary'}>
            {key ? text.replaceKey() : text.makeKey()}
          </SubmitButton>
        </form>
      ) : null}
    </Card>
  );
}

/** Shown once, in the answer to the act itself. */
export function PassphrasePage(props: { visit: Visit; holder: Holder; passphrase: string }) {
  const { visit, holder, passphrase } = props;
  return (
    <Layout chrome={visit.chrome} title={text.passphraseTitle()} current="record" width="narrow">
      <PageHeading title={text.passphraseTitle()} above={text[`holder_${holder}`]()} />
      <Notice tone="warning">{text.passphraseOnce()}</Notice>
      <Card>
        <p class="font-mono text-xl sm:text-2xl tracking-wide break-words" data-passphrase>
          {passphrase}
        </p>
      </Card>
      <p>
        <LinkButton look="primary" href={visit.path('/seal-keys')}>
          {text.passphraseNoted()}
        </LinkButton>
      </p>
    </Layout>
  );
}
