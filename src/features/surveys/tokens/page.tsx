/** Receipt codes of one counter in a round: rolls to print, single ones for cases. */
import type { Visit } from '#features/people/index.ts';
import { formatInstant, formatNumber } from '#platform/locale/format.ts';
import { inGroups } from '#platform/printed-code.ts';
import { type FieldErrors, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import type { Round, RoundCounter } from '../rounds/queries.ts';
import { text } from '../text.ts';
import { MOST_TOKENS } from './commands.ts';
import type { Roll, Token } from './queries.ts';

export interface TokensView {
  readonly visit: Visit;
  readonly round: Round;
  readonly counter: RoundCounter;
  readonly rolls: readonly Roll[];
  /** For the form that makes a roll. */
  readonly rollId: string;
  /** The code that was just made for a case. */
  readonly made?: { readonly token: Token; readonly address: string } | undefined;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

export function TokensPage(view: TokensView) {
  const { visit, round, counter, made } = view;
  const base = visit.path(`/surveys/rounds/${round.id}/tokens/${counter.id}`);
  return (
    <Layout chrome={visit.chrome} title={text.tokensOf({ counter: counter.name })} current="organisation">
      <PageHeading
        title={text.tokensOf({ counter: counter.name })}
        above={
          <a class="link" href={visit.path(`/surveys/rounds/${round.id}`)}>
            {round.name}
          </a>
        }
        intro={text.tokensIntro()}
      />
      {made ? <MadeCard {...made} counter={counter} base={base} /> : null}
      {round.state === 'open' ? (
        <div class="grid md:grid-cols-2 gap-6 items-start">
          <RollCard {...view} base={base} />
          <CaseCard {...view} base={base} />
        </div>
      ) : (
        <Notice>{text.roundNotOpen()}</Notice>
      )}
      <RollsCard {...view} base={base} />
    </Layout>
  );
}

function MadeCard(props: { token: Token; address: string; counter: RoundCounter; base: string }) {
  const { token, address, counter, base } = props;
  return (
    <Card title={text.caseMade({ case: token.caseNumber ?? '' })}>
      <div class="flex flex-wrap items-center gap-6">
        <QrCode content={address} label={text.qrLabel({ counter: counter.name })} class="size-40" />
        <div class="min-w-0">
          <p class="text-2xl font-semibold num">{inGroups(token.code)}</p>
          <p class="text-sm text-base-content/75 break-all mt-1">
            {text.typeAt({ address: address.replace(/^https?:\/\//, '') })}
          </p>
          <div class="mt-3">
            <LinkButton href={`${base}/cases/${token.id}/sheet.pdf`} icon="print" download>
              {text.sheetShort()}
            </LinkButton>
          </div>
        </div>
      </div>
    </Card>
  );
}

type Inside = TokensView & { base: string };

function RollCard({ base, rollId, typed, errors }: Inside) {
  return (
    <Card title={text.roll()}>
      <form method="post" action={base} class="grid gap-4" data-controller="once">
        <p class="text-sm text-base-content/75">{text.rollHint()}</p>
        <input type="hidden" name="id" value={rollId} />
        <TextField
          name="count"
          type="number"
          label={text.count()}
          value={typed.count ?? '48'}
          error={errors.count}
          min="1"
          max={String(MOST_TOKENS)}
          required
        />
        <div>
          <SubmitButton icon="plus">{text.makeRoll()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function CaseCard({ base, typed, errors }: Inside) {
  return (
    <Card title={text.case()}>
      <form method="post" action={`${base}/cases`} class="grid gap-4" data-controller="once">
        <TextField
          name="case"
          label={text.caseNumber()}
          hint={text.caseHint()}
          value={typed.case}
          error={errors.case}
          maxLength={60}
          required
        />
        <div>
          <SubmitButton look="outline" icon="plus">
            {text.makeCase()}
          </SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function RollsCard({ visit, rolls, base, typed, errors }: Inside) {
  return (
    <Card title={text.rolls()}>
      {rolls.length === 0 ? <p class="text-base-content/75">{text.noRolls()}</p> : null}
      <ul class="divide-y divide-base-300 -my-2">
        {rolls.map((roll) => {
          const numbers = text.numbers({
            from: formatNumber(roll.firstNumber),
            until: formatNumber(roll.firstNumber + roll.size - 1),
          });
          const field = `given-${roll.id}`;
          return (
            <li key={roll.id} class="py-4 flex flex-wrap items-end justify-between gap-4">
              <div>
                <p class="font-medium num">{numbers}</p>
                <p class="text-sm text-base-content/75">{formatInstant(roll.madeAt, visit.agency.zone)}</p>
                <div class="mt-2">
                  <LinkButton small href={`${base}/rolls/${roll.id}/sheet.pdf`} icon="print" download>
                    {text.sheetShort()}
                    <span class="sr-only"> {numbers}</span>
                  </LinkButton>
                </div>
              </div>
              <form
                method="post"
                action={`${base}/rolls/${roll.id}/given`}
                class="flex items-end gap-2"
                data-controller="once"
              >
                <TextField
                  name={field}
                  type="number"
                  label={text.givenOutOf({ size: roll.size })}
                  value={typed[field] ?? String(roll.givenOut ?? roll.size)}
                  error={errors[field]}
                  min="0"
                  max={String(roll.size)}
                  required
                />
                <button class="btn btn-outline" type="submit">
                  {text.note()}
                  <span class="sr-only"> {numbers}</span>
                </button>
              </form>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
