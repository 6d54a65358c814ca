/** How long lists are cut into pages. */
export const PAGE_SIZE = 50;

/** The page asked for in an address; anything that is none is the first. */
export function pageNumber(text: string | undefined): number {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= 100_000 ? number : 1;
}

export function sliceOf(page: number): { limit: number; offset: number } {
  return { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
}
