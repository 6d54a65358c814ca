import { Controller } from '@hotwired/stimulus';
import { session } from '@hotwired/turbo';

const LEAVING_MILLISECONDS = 1000;

/**
 * Refreshes the page when something that concerns the person was committed. Connected only while the page is
 * visible: browsers allow six connections to a server, and an old phone has better things to do.
 */
export class LiveController extends Controller<HTMLElement> {
  static override targets = ['notice'];
  static override values = { url: String };
  declare readonly noticeTarget: HTMLElement;
  declare readonly urlValue: string;
  #source: EventSource | undefined;
  #missedSome = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  override connect(): void {
    clearTimeout(this.#leaving);
    document.addEventListener('visibilitychange', this.#follow);
    this.#follow();
  }

  override disconnect(): void {
    document.removeEventListener('visibilitychange', this.#follow);
    // Going to another page takes this element out and puts it back: the connection goes along, so that nothing is
    // missed on the way and the new page, just loaded, is not loaded a second time.
    this.#leaving = setTimeout(() => this.#close(), LEAVING_MILLISECONDS);
  }

  reload(): void {
    this.noticeTarget.hidden = true;
    location.reload();
  }

  #follow = (): void => {
    if (document.visibilityState === 'visible') this.#open();
    else this.#close();
  };

  #open(): void {
    if (this.#source) return;
    this.#source = new EventSource(this.urlValue);
    this.#source.addEventListener('change', () => this.#refresh());
    // After a gap nobody knows what was missed.
    this.#source.addEventListener('open', () => {
      if (this.#missedSome) this.#refresh();
      this.#missedSome = false;
    });
    this.#source.addEventListener('error', () => {
      this.#missedSome = true;
    });
  }

  #close(): void {
    if (!this.#source) return;
    this.#source.close();
    this.#source = undefined;
    this.#missedSome = true;
  }

  #refresh(): void {
    if (document.querySelector('[data-dirty]')) this.noticeTarget.hidden = false;
    else session.refresh(location.href);
  }
}
