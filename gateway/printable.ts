/** What comes from data never steers a terminal, and never begins a line of its own. */

const replaced = '\ufffd'

/** One line, whatever the text has in it. */
export const printableLine = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, replaced)

/** Lines of ours: their ends stay. */
export const printableLines = (text: string): string =>
  text.replace(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]|\r(?!\n)/g, replaced)

/** JSON escapes C0 alone; C1 has its own CSI, and line separators and bidirectional marks mislead who reads. */
export const printableJson = (json: string): string =>
  json.replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
