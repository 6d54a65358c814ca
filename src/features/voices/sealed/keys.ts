/**
 * The two keys of the seal: one is made by the auditor, one by the personnel officer. Whoever makes one is shown its
 * passphrase once. A new key serves what is sent from then on; what was sealed before needs the key of its time.
 */
import { randomInt } from 'node:crypto';
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, Refusal } from '#platform/errors.ts';
import { sealKeyMade } from '../events.ts';
import { type HolderKey, newKeyPair } from './seal.ts';
import { sealText } from './text.ts';

export const HOLDERS = ['auditor', 'officer'] as const;
export type Holder = (typeof HOLDERS)[number];

export interface SealKey extends HolderKey {
  readonly holder: Holder;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/** Which of the two an actor may hold; both for nobody's use, see `makeKey`. */
export function holdersOf(actor: Actor): readonly Holder[] {
  return HOLDERS.filter((holder) => (holder === 'auditor' ? actor.isAuditor : isAgencyOfficer(actor)));
}

export async function currentKeys(tx: Tx): Promise<ReadonlyMap<Holder, SealKey>> {
  const rows = await tx.db
    .selectFrom('seal_keys')
    .select(['id', 'holder', 'public_key', 'made_by', 'made_at'])
    .where('agency_id', '=', tx.agencyId)
    .where('retired_at', 'is', null)
    .execute();
  return new Map(
    rows.map((row) => {
      const holder = row.holder as Holder;
      return [
        holder,
        { id: row.id, holder, publicKey: row.public_key, madeBy: row.made_by, madeAt: row.made_at },
      ];
    }),
  );
}

/** Whether both keys exist; voices without a name are asked only then. */
export async function sealIsReady(tx: Tx): Promise<boolean> {
  return (await currentKeys(tx)).size === HOLDERS.length;
}

/** Makes the holder's key; returns the passphrase, which nobody can read again. */
export async function makeKey(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly holder: Holder },
): Promise<string> {
  if (!holdersOf(actor).includes(input.holder)) throw new NotAllowed();
  const keys = await currentKeys(tx);
  const other = [...keys.values()].find(({ holder }) => holder !== input.holder);
  // Two keys in one hand are one key.
  if (other?.madeBy === actor.personId) throw new Refusal(sealText.bothKeys());
  if ([...keys.values()].some(({ id }) => id === input.id)) throw new Refusal(sealText.alreadyMade());
  await tx.db
    .updateTable('seal_keys')
    .set({ retired_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('holder', '=', input.holder)
    .where('retired_at', 'is', null)
    .execute();
  const passphrase = newPassphrase();
  const pair = newKeyPair(passphrase);
  await tx.db
    .insertInto('seal_keys')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      holder: input.holder,
      public_key: pair.publicKey,
      private_key: pair.privateKey,
      made_by: actor.personId,
      made_at: tx.now,
    })
    .execute();
  await record(tx, sealKeyMade, {
    actorId: actor.personId,
    subject: { kind: 'seal-key', id: input.id },
    payload: { holder: input.holder, replaces: keys.get(input.holder)?.id ?? null },
  });
  return passphrase;
}

/** Letters and digits that nobody confuses on paper. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const GROUPS = 5;
const GROUP_LENGTH = 5;

/** 25 signs of 30: more than 120 bits. */
function newPassphrase(): string {
  return Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join(''),
  ).join('-');
}

/** As it was shown, whatever spaces, strokes and small letters it was typed with. */
export function passphraseTyped(text: string): string {
  const signs = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return signs.match(/.{1,5}/g)?.join('-') ?? '';
}
