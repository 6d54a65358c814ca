import { Controller } from '@hotwired/stimulus';
import type { FrameElement } from '@hotwired/turbo';

/** A frame that is fetched again whenever the draft around it was saved: what follows from what was typed. */
export class FollowController extends Controller<FrameElement> {
  static override values = { source: String };
  declare readonly sourceValue: string;

  reload(): void {
    if (this.element.src) void this.element.reload();
    else this.element.src = this.sourceValue;
  }
}
