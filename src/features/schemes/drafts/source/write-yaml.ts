/** How new pieces of a scheme file are written: like the files that come with Tera. */
import { Document, isMap, isScalar, isSeq, type Node, stringify, visit } from 'yaml';
import type { Plain } from './edit-yaml.ts';

const LONGEST_FLOW = 100;

/** A value on one line, safe inside braces and brackets as well as behind a colon. */
export function flowText(value: Plain): string {
  const text = stringify([value], {
    collectionStyle: 'flow',
    lineWidth: 0,
    aliasDuplicateObjects: false,
  }).trim();
  return text.slice(1, -1).trim();
}

export function keyText(name: string): string {
  return flowText(name);
}

/** The lines of a map or list as a block, small maps of texts and numbers in braces. */
export function blockLines(value: Plain): readonly string[] {
  const document = new Document();
  document.contents = styled(document, value, true) as never;
  return document.toString({ lineWidth: 0 }).trimEnd().split('\n');
}

/** The node for a value; a map or list of a few scalars stands in one line. */
export function styled(document: Document, value: Plain, asBlock = false): Node {
  const node: Node = document.createNode(value, { aliasDuplicateObjects: false });
  visit(node, {
    Collection(_, collection) {
      if (asBlock && collection === node) return;
      const leaves = isMap(collection)
        ? collection.items.map((pair) => pair.value)
        : isSeq(collection)
          ? collection.items
          : [];
      const isFlat = leaves.every((leaf) => isScalar(leaf));
      if (isFlat && JSON.stringify(collection.toJSON()).length <= LONGEST_FLOW) collection.flow = true;
    },
  });
  return node;
}
