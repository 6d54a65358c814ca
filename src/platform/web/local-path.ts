/**
 * An address of this site to go to next, taken from a form or the query. `//other.example` and `/\other.example`
 * would leave it, and browsers drop tabs and line breaks before they look, so nothing below a space is let through.
 */
export function localPath(path: string | undefined, otherwise = '/'): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
  return path && /^\/(?![/\\])[^\u0000-\u001f\u007f\\]*$/.test(path) ? path : otherwise;
}
