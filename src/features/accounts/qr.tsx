import { encode } from 'uqr';

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
  const { data, size } = encode(content, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
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
