import { encode } from 'uqr';

/** Light modules around the code, without which scanners do not find it. */
const BORDER = 4;

/** The code as one SVG path on a square of `size` modules. */
function drawn(content: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(content, { ecc: 'M', border: BORDER });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}

/** A QR code as one SVG path: sharp on paper and screen, always dark on white, since scanners expect it so. */
export function QrCode({
  content,
  label,
  class: look = 'size-48',
}: {
  content: string;
  label: string;
  class?: string;
}) {
  const { size, path } = drawn(content);
  return (
    <svg
      class={`bg-white rounded ${look}`}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

/** The same as a file of its own, for papers. */
export function qrSvg(content: string): string {
  const { size, path } = drawn(content);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}" fill="#000"/></svg>`;
}
