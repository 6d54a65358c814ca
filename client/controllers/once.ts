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

  /** The answer to a search within the form replaces the form, but not the frame around it. */
  get #holder(): HTMLElement {
    return this.element.closest<HTMLElement>('turbo-frame') ?? this.element;
  }

  #typed = (): void => {
    this.#holder.dataset.dirty = 'true';
  };

  #sent = (event: SubmitEvent): void => {
    const button = event.submitter;
    // A search within the form sends nothing off: what was typed is still only here.
    if (button?.getAttribute('formmethod') === 'get') return;
    delete this.#holder.dataset.dirty;
    // Disabled only after the form's data has been collected, or its own value would be missing from it.
    if (button instanceof HTMLButtonElement) setTimeout(() => button.setAttribute('aria-disabled', 'true'));
  };
}
