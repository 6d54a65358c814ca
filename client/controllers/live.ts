import { Controller } from '@hotwired/stimulus';
import { session } from '@hotwired/turbo';

const LEAVING_MILLISECONDS = 1000;
/** How long the answer to a sent form may take, and then its page to be drawn, before changes are followed again. */
const ANSWER_MILLISECONDS = 30_000;
const DRAWING_MILLISECONDS = 1000;

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
  /** Set while a form is on its way: its own act changes this page too, and must not overtake its answer. */
  #sending: ReturnType<typeof setTimeout> | undefined;
  #changedMeanwhile = false;

  override connect(): void {
    clearTimeout(this.#leaving);
    document.addEventListener('visibilitychange', this.#follow);
    document.addEventListener('turbo:before-morph-element', this.#keepTyped);
    document.addEventListener('submit', this.#sent);
    document.addEventListener('turbo:submit-end', this.#answered);
    document.addEventListener('turbo:render', this.#arrived);
    this.#follow();
  }

  override disconnect(): void {
    document.removeEventListener('visibilitychange', this.#follow);
    document.removeEventListener('turbo:before-morph-element', this.#keepTyped);
    document.removeEventListener('submit', this.#sent);
    document.removeEventListener('turbo:submit-end', this.#answered);
    document.removeEventListener('turbo:render', this.#arrived);
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

  /** Somebody may begin to type while the fresh page is on its way: their form stays, the rest becomes new. */
  #keepTyped = (event: Event): void => {
    if (event.target instanceof HTMLElement && event.target.dataset.dirty) event.preventDefault();
  };

  #sent = (event: SubmitEvent): void => {
    if (event.target instanceof HTMLFormElement && event.target.method === 'post')
      this.#wait(ANSWER_MILLISECONDS);
  };

  /** What was told of before the answer came is in the answer. */
  #answered = (): void => {
    this.#changedMeanwhile = false;
    this.#wait(DRAWING_MILLISECONDS);
  };

  #wait(milliseconds: number): void {
    clearTimeout(this.#sending);
    this.#sending = setTimeout(this.#arrived, milliseconds);
  }

  #arrived = (): void => {
    clearTimeout(this.#sending);
    this.#sending = undefined;
    if (this.#changedMeanwhile) this.#refresh();
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
    this.#changedMeanwhile = this.#sending !== undefined;
    if (this.#sending) return;
    if (document.querySelector('[data-dirty]')) {
      this.noticeTarget.hidden = false;
      return;
    }
    keepWhatWasTold();
    session.refresh(location.href);
  }
}

/**
 * The server tells the outcome of an act once; a refresh that comes on its heels must not take it away. It has an id,
 * so that nothing of the fresh page, which has no such element, is taken for it and left out.
 */
function keepWhatWasTold(): void {
  for (const told of document.querySelectorAll('[data-flash]')) {
    told.setAttribute('data-turbo-permanent', '');
    const release = () => told.removeAttribute('data-turbo-permanent');
    document.addEventListener('turbo:render', release, { once: true });
  }
}
