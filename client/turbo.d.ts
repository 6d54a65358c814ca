declare module '@hotwired/turbo' {
  export const session: { refresh(url: string): void };
  export interface FrameElement extends HTMLElement {
    src: string | null;
    reload(): Promise<void>;
  }
}
