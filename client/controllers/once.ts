import { Controller } from '@hotwired/stimulus';

/** Greys out the button of a form that is being sent; the server refuses a second act in any case. */
export class OnceController extends Controller<HTMLFormElement> {
  override connect(): void {
    this.element.addEventListener('submit', this.#sent);
  }

  override disconnect(): void {
    this.element.removeEventListener('submit', this.#sent);
  }

  #sent = (event: SubmitEvent): void => {
    const button = event.submitter;
    // Disabled only after the form's data has been collected, or its own value would be missing from it.
    if (button instanceof HTMLButtonElement) setTimeout(() => button.setAttribute('aria-disabled', 'true'));
  };
}
