import { Controller } from '@hotwired/stimulus';

const LONGEST_EDGE = 2000;
const SHRINK_ABOVE_BYTES = 1_000_000;
const QUALITY = 0.85;

/**
 * Looks at chosen files before a slow link has to carry them: one that is too large is refused here with the same
 * words the server would use, and a large photo is made smaller, which the page says. Without a script the files go as
 * they are.
 */
export class UploadController extends Controller<HTMLElement> {
  static override targets = ['status'];
  static override values = { limit: Number, tooLarge: String, shrunk: String };
  declare readonly statusTarget: HTMLElement;
  declare readonly limitValue: number;
  declare readonly tooLargeValue: string;
  declare readonly shrunkValue: string;

  override connect(): void {
    this.element.addEventListener('change', this.#chosen);
  }

  override disconnect(): void {
    this.element.removeEventListener('change', this.#chosen);
  }

  #chosen = async (event: Event): Promise<void> => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== 'file') return;
    this.statusTarget.textContent = '';
    const before = [...(input.files ?? [])];
    const files = await Promise.all(before.map(smaller));
    const saved = sum(before) - sum(files);
    if (saved > 0) {
      const transfer = new DataTransfer();
      for (const file of files) transfer.items.add(file);
      input.files = transfer.files;
      this.statusTarget.textContent = this.shrunkValue;
    }
    const tooLarge = files.find((file) => file.size > this.limitValue);
    input.setCustomValidity(tooLarge ? this.tooLargeValue.replace('{name}', tooLarge.name) : '');
    if (tooLarge) input.reportValidity();
  };
}

function sum(files: readonly File[]): number {
  return files.reduce((total, file) => total + file.size, 0);
}

/** The photo in fewer pixels, or the file itself where that gains nothing or cannot be done. */
async function smaller(file: File): Promise<File> {
  if (file.type !== 'image/jpeg' || file.size <= SHRINK_ABOVE_BYTES) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    return blob && blob.size < file.size ? new File([blob], file.name, { type: 'image/jpeg' }) : file;
  } catch {
    return file;
  }
}
