import type { SchemeStore } from '#features/schemes/index.ts';
import type { FileStore } from '#platform/storage/file-store.ts';

export interface TrainingOptions {
  readonly schemes: SchemeStore;
  readonly files: FileStore;
}
