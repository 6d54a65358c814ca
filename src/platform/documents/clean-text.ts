// Control characters do not belong in a paper: C0 and C1 except line feed and tab, and the marks that turn
// the direction of text around, by which a name could be shown as another one.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const SPACE_LIKE = /\r\n?|\t|[\u2028\u2029]/g;

/** Text as it can be printed: well-formed Unicode without control characters; line breaks become `\n`. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(SPACE_LIKE, (found) => (found === '\t' ? ' ' : '\n'))
    .replace(UNWANTED, '');
}
