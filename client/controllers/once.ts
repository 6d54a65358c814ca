import { Controller } from '@hotwired/stimulus';

/**
 * Greys out the button of a form that is being sent; the server refuses a second act in any case. Marks a form that
 * was typed into, so that a live refresh does not replace it under the hands.
 */
export class OnceController extends Controller<HTMLFormElement> {
  override connect(): void {
    this.element.addEventListener('submit', this.#sent);
    this.element.addEventListener('input', this.#typed);
  }

  override disconnect(): void {
    this.element.removeEventListener('submit', this.#sent);
    this.element.removeEventListener('input', this.#typed);
  }

  #typed = (): void => {
    this.element.dataset.dirty = 'true';
  };

  #sent = (event: SubmitEvent): void => {
    delete this.element.dataset.dirty;
    const button = event.submitter;
    // Disabled only after the form's data has been collected, or its own value would be missing from it.
    if (button instanceof HTMLButtonElement) setTimeout(() => button.setAttribute('aria-disabled', 'true'));
  };
}
