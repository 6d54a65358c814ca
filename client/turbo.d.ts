declare module '@hotwired/turbo' {
  export const session: { refresh(url: string): void };
}
