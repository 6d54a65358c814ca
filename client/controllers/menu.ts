import { Controller } from '@hotwired/stimulus';

/** A menu made of <details>: closes on Escape, on a click elsewhere and before the page is kept for going back. */
export class MenuController extends Controller<HTMLDetailsElement> {
  override connect(): void {
    document.addEventListener('click', this.#outside);
    document.addEventListener('turbo:before-cache', this.#close);
    this.element.addEventListener('keydown', this.#escape);
  }

  override disconnect(): void {
    document.removeEventListener('click', this.#outside);
    document.removeEventListener('turbo:before-cache', this.#close);
    this.element.removeEventListener('keydown', this.#escape);
  }

  #close = (): void => {
    this.element.open = false;
  };

  #outside = (event: MouseEvent): void => {
    if (!this.element.contains(event.target as Node)) this.#close();
  };

  #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    this.#close();
    this.element.querySelector('summary')?.focus();
  };
}
