import { Controller } from '@hotwired/stimulus';

const PAUSE_MILLISECONDS = 900;
const RETRY_MILLISECONDS = 5000;

/**
 * Saves a draft while somebody types: posts the form to its own address with the header `x-autosave`, and
 * carries the revision that comes back. When the connection is lost it keeps trying; when the draft was changed
 * elsewhere it stops and says so. The form's own button saves the same way without a script.
 */
export class AutosaveController extends Controller<HTMLFormElement> {
  static override targets = ['status', 'revision'];
  static override values = { saved: String, saving: String, failed: String, stale: String };
  declare readonly statusTarget: HTMLElement;
  declare readonly revisionTarget: HTMLInputElement;
  declare readonly savedValue: string;
  declare readonly savingValue: string;
  declare readonly failedValue: string;
  declare readonly staleValue: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #changes = 0;

  override connect(): void {
    this.element.addEventListener('input', this.#changed);
    this.element.addEventListener('change', this.#changed);
    this.element.addEventListener('submit', this.#submitted);
    addEventListener('online', this.#saveNow);
    addEventListener('beforeunload', this.#warn);
  }

  override disconnect(): void {
    clearTimeout(this.#timer);
    this.element.removeEventListener('input', this.#changed);
    this.element.removeEventListener('change', this.#changed);
    this.element.removeEventListener('submit', this.#submitted);
    removeEventListener('online', this.#saveNow);
    removeEventListener('beforeunload', this.#warn);
  }

  #changed = (): void => {
    this.#changes += 1;
    this.element.dataset.dirty = 'true';
    this.#later(PAUSE_MILLISECONDS);
  };

  #submitted = (): void => {
    clearTimeout(this.#timer);
    delete this.element.dataset.dirty;
  };

  #warn = (event: BeforeUnloadEvent): void => {
    if (this.element.dataset.dirty) event.preventDefault();
  };

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#saveNow, milliseconds);
  }

  #saveNow = async (): Promise<void> => {
    if (!this.element.dataset.dirty || this.#running) return;
    this.#running = true;
    const seen = this.#changes;
    this.statusTarget.textContent = this.savingValue;
    try {
      const response = await fetch(this.element.action, {
        method: 'POST',
        body: new FormData(this.element),
        headers: { 'x-autosave': '1' },
      });
      this.#understand(response, seen);
    } catch {
      this.statusTarget.textContent = this.failedValue;
      this.#later(RETRY_MILLISECONDS);
    } finally {
      this.#running = false;
    }
  };

  #understand(response: Response, seen: number): void {
    if (response.status === 409) {
      this.statusTarget.textContent = this.staleValue;
      return;
    }
    if (!response.ok || response.redirected) {
      this.statusTarget.textContent = this.failedValue;
      this.#later(RETRY_MILLISECONDS);
      return;
    }
    this.revisionTarget.value = response.headers.get('x-revision') ?? this.revisionTarget.value;
    this.statusTarget.textContent = this.savedValue;
    this.dispatch('saved');
    if (seen === this.#changes) delete this.element.dataset.dirty;
    else this.#later(PAUSE_MILLISECONDS);
  }
}
