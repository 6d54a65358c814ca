/** The text of a draft of the next version, made from the version in force. */

export function nextVersion(source: string): string {
  return source.replace(/^version: 1$/m, 'version: 2');
}

/** Every change has to be found: a scheme that was reworded must not leave the discussion without its object. */
export function changed(source: string, changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the scheme no longer says "${from}"`);
    return text.replace(from, to);
  }, source);
}
