import { randomUUIDv7 } from 'node:crypto';

/** A new row's id: UUID version 7, made here because no database before PostgreSQL 18 can. */
export function newId(): string {
  return randomUUIDv7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids that arrive in addresses and forms: anything else is "not there", not an error of the database. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
