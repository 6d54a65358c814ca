import { Controller } from '@hotwired/stimulus';

/** Adds up the numbers of its parts while somebody types, as the server does when the page is drawn. */
export class SumController extends Controller<HTMLElement> {
  static override targets = ['part', 'total', 'right', 'wrong'];
  static override values = { whole: Number };
  declare readonly partTargets: HTMLElement[];
  declare readonly totalTarget: HTMLElement;
  declare readonly rightTarget: HTMLElement;
  declare readonly wrongTarget: HTMLElement;
  declare readonly wholeValue: number;

  override connect(): void {
    this.element.addEventListener('input', this.#count);
  }

  override disconnect(): void {
    this.element.removeEventListener('input', this.#count);
  }

  #count = (): void => {
    // Whole ten-thousandths, as in the file: sums of decimals stay exact.
    const units = this.partTargets.reduce((sum, part) => sum + unitsOf(part), 0);
    const text = String(units / 10_000);
    const isIndonesian = document.documentElement.lang === 'id';
    this.totalTarget.textContent = `${isIndonesian ? text.replace('.', ',') : text} %`;
    const isRight = units === this.wholeValue * 10_000;
    this.rightTarget.hidden = !isRight;
    this.wrongTarget.hidden = isRight;
  };
}

function unitsOf(part: HTMLElement): number {
  const value = part.querySelector('input')?.value.trim().replace(',', '.') ?? '';
  return /^\d{1,9}(\.\d{1,4})?$/.test(value) ? Math.round(Number(value) * 10_000) : 0;
}
