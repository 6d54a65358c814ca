import type { ComponentChildren } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      /** A part of the page that a link or form inside (or naming it) replaces alone; without a script it is a plain box. */
      'turbo-frame': {
        id: string;
        target?: string;
        'data-turbo-action'?: 'replace' | 'advance';
        class?: string;
        children?: ComponentChildren;
      };
    }
  }
}
