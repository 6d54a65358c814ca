import type { SchemeStore } from '#features/schemes/index.ts';

/** What commands need beside the transaction. */
export interface ConflictServices {
  readonly schemes: SchemeStore;
}

export interface ConflictOptions extends ConflictServices {
  /** Of the installation, kept outside the database: hashes of households are keyed with it. */
  readonly secret: Buffer;
}
