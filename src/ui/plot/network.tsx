import { FONT_SIZE, PLOT_WIDTH } from './engine.ts';
import { layoutNetwork, mainLinks, type NetworkLink } from './network-layout.ts';
import { tenth } from './scale.ts';

export interface NetworkNode {
  readonly island: number;
  /** Radius grows with its root. */
  readonly size: number;
  /** A dot; a diamond for a point whose loss would split its island; a hollow square for one that nothing ties. */
  readonly mark: 'dot' | 'diamond' | 'square';
  /** A short sign, such as the number it has in the table. */
  readonly label?: string;
}

const MOST_LINKS = 400;

/** Who is tied to whom, islands apart in frames. The picture alone; the table beside it says the rest. */
export function Network({ nodes, links }: { nodes: readonly NetworkNode[]; links: readonly NetworkLink[] }) {
  const layout = layoutNetwork(
    nodes.map(({ island }) => island),
    links,
    PLOT_WIDTH,
  );
  const most = Math.max(1, ...nodes.map(({ size }) => size));
  const radiusOf = (node: NetworkNode) => 2.5 + 3.5 * Math.sqrt(node.size / most);
  const at = (node: number) => layout.places[node] ?? { x: 0, y: 0 };
  const drawn = mainLinks(nodes.length, links, MOST_LINKS);
  const widths = [
    [0.75, drawn.filter(({ weight }) => weight < 2)],
    [1.5, drawn.filter(({ weight }) => weight >= 2 && weight < 5)],
    [3, drawn.filter(({ weight }) => weight >= 5)],
  ] as const;
  return (
    <svg
      class="w-full h-auto"
      viewBox={`0 0 ${PLOT_WIDTH} ${Math.ceil(layout.height)}`}
      font-size={FONT_SIZE - 1}
      aria-hidden="true"
    >
      <path
        d={layout.islands
          .filter(({ members }) => members.length > 1)
          .map(({ x, y, side }) => `M${tenth(x)} ${tenth(y)}h${tenth(side)}v${tenth(side)}h${tenth(-side)}z`)
          .join('')}
        fill="var(--color-base-200)"
        stroke="var(--color-base-300)"
      />
      {widths.map(([width, some]) =>
        some.length === 0 ? null : (
          <path
            key={width}
            d={some.map(({ from, to }) => line(at(from), at(to))).join('')}
            stroke="currentColor"
            stroke-width={width}
            opacity="0.45"
            fill="none"
          />
        ),
      )}
      {nodes.map((node, index) => (
        <Node key={index} node={node} place={at(index)} radius={radiusOf(node)} />
      ))}
      {nodes.map((node, index) =>
        node.label ? (
          <text
            key={node.label}
            x={tenth(at(index).x + radiusOf(node) + 2)}
            y={tenth(at(index).y + 4)}
            fill="currentColor"
            stroke="var(--color-base-100)"
            stroke-width="3"
            paint-order="stroke"
          >
            {node.label}
          </text>
        ) : null,
      )}
    </svg>
  );
}

function line(from: { x: number; y: number }, to: { x: number; y: number }): string {
  return `M${tenth(from.x)} ${tenth(from.y)}L${tenth(to.x)} ${tenth(to.y)}`;
}

function Node(props: { node: NetworkNode; place: { x: number; y: number }; radius: number }) {
  const { node, place, radius } = props;
  const [x, y, r] = [tenth(place.x), tenth(place.y), tenth(radius)];
  if (node.mark === 'diamond')
    return (
      <path
        d={`M${x} ${tenth(y - r - 2)}l${r + 2} ${r + 2}l${-r - 2} ${r + 2}l${-r - 2} ${-r - 2}z`}
        fill="var(--color-base-content)"
        stroke="var(--color-base-100)"
      />
    );
  if (node.mark === 'square')
    return (
      <path
        d={`M${tenth(x - r)} ${tenth(y - r)}h${2 * r}v${2 * r}h${-2 * r}z`}
        fill="var(--color-base-100)"
        stroke="currentColor"
      />
    );
  return <circle cx={x} cy={y} r={r} fill="var(--color-primary)" stroke="var(--color-base-100)" />;
}
