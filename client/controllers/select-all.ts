import { Controller } from '@hotwired/stimulus';

/** One button that ticks or clears every box of a form; without a script it stays hidden. */
export class SelectAllController extends Controller<HTMLFormElement> {
  static override targets = ['button'];
  declare readonly buttonTarget: HTMLButtonElement;

  override connect(): void {
    this.buttonTarget.hidden = false;
  }

  toggle(): void {
    const boxes = [...this.element.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    const all = boxes.every((box) => box.checked);
    for (const box of boxes) box.checked = !all;
  }
}
