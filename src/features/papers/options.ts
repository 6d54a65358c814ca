import type { SchemeStore } from '#features/schemes/index.ts';
import type { FileStore } from '#platform/storage/file-store.ts';

/** What papers need of the installation; handed in by the application. */
export interface PaperOptions {
  readonly files: FileStore;
  readonly schemes: SchemeStore;
}
