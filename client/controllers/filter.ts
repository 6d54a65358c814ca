import { Controller } from '@hotwired/stimulus';

/** Sends a search form by itself a moment after typing; without a script its button does. */
export class FilterController extends Controller<HTMLFormElement> {
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connect(): void {
    this.element.addEventListener('input', this.#changed);
  }

  override disconnect(): void {
    clearTimeout(this.#timer);
    this.element.removeEventListener('input', this.#changed);
  }

  #changed = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.element.requestSubmit(), 350);
  };
}
