/**
 * A cookie that proves that a person has signed in on this device before. It holds a random id of the device and
 * for each of its people a signature over id and account: nothing about who they are.
 */
import { randomBytes } from 'node:crypto';
import { equals, sign } from './secret.ts';

export const DEVICE_COOKIE = 'tera_device';
export const DEVICE_SECONDS = 365 * 24 * 60 * 60;
/** A shared office computer: the people who signed in last are known. */
const REMEMBERED_PEOPLE = 8;

interface Device {
  readonly id: string;
  readonly marks: readonly string[];
}

function read(cookie: string | undefined): Device | undefined {
  const [id, ...marks] = (cookie ?? '').split('.');
  if (!id || !/^[\w-]{16}$/.test(id)) return undefined;
  return { id, marks: marks.slice(0, REMEMBERED_PEOPLE) };
}

const markOf = (secret: string, id: string, accountId: string) =>
  sign(secret, 'device', `${id}:${accountId}`).slice(0, 22);

/** The device's id if this account has signed in on it. */
export function deviceKnows(
  secret: string,
  cookie: string | undefined,
  accountId: string | undefined,
): string | undefined {
  const device = read(cookie);
  if (!device || !accountId) return undefined;
  const mark = markOf(secret, device.id, accountId);
  return device.marks.some((each) => equals(each, mark)) ? device.id : undefined;
}

/** The cookie after this account has signed in. */
export function rememberOnDevice(secret: string, cookie: string | undefined, accountId: string): string {
  const device = read(cookie) ?? { id: randomBytes(12).toString('base64url'), marks: [] };
  const mark = markOf(secret, device.id, accountId);
  const marks = [mark, ...device.marks.filter((each) => each !== mark)].slice(0, REMEMBERED_PEOPLE);
  return [device.id, ...marks].join('.');
}
