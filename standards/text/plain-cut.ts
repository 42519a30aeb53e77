/** What a code unit is to a text that needs no rules of scripts. */
const other = 0
const separates = 1
const letter = 2
const digit = 3
const han = 4
const mark = 5

/** Of every code unit; what is not named here is left to the rules. */
const kinds = new Uint8Array(0x10000)
const name = (kind: number, ...ranges: [from: number, to: number][]): void => {
  for (const [from, to] of ranges) kinds.fill(kind, from, to + 1)
}
name(separates, [0x00, 0x2f], [0x3a, 0x40], [0x5b, 0x60], [0x7b, 0xa9], [0xab, 0xb1], [0xb4, 0xb4])
name(separates, [0xb6, 0xb8], [0xbb, 0xbb], [0xbf, 0xbf], [0xd7, 0xd7], [0xf7, 0xf7])
// General punctuation, CJK punctuation, and what Chinese typing makes of , : ; ? ! ( ).
name(separates, [0x2010, 0x2027], [0x2030, 0x203b], [0x3000, 0x3003], [0x3008, 0x3020])
for (const code of [0xff01, 0xff08, 0xff09, 0xff0c, 0xff1a, 0xff1b, 0xff1f]) kinds[code] = separates
name(digit, [0x30, 0x39])
name(letter, [0x41, 0x5a], [0x61, 0x7a], [0xc0, 0xd6], [0xd8, 0xf6], [0xf8, 0x17e])
// Greek and Cyrillic, and what other Latin letters there are.
for (let code = 0x180; code < 0x530; code++)
  if (/(?!\p{Lm})\p{L}/u.test(String.fromCharCode(code))) kinds[code] = letter
name(mark, [0x300, 0x34e])
name(han, [0x3400, 0x4dbf], [0x4e00, 0x9fff])

/** Seven digits with no more than hyphens between, or blanks after 978 and 979: an ISBN or ISSN may be among them. */
const manyDigits = /(?:\d[-‐‑–]?){7}|97[89](?:[-‐‑–\s]?\d){4}/

const isAsciiLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a

interface Fold {
  foldHan(character: string): string
  foldWord(word: string): string
}

/**
 * Gives the tokens of a text of Latin, Greek and Cyrillic letters, digits, Han and signs, as the rules of `cut` make them,
 * ten times as quickly; false where the text holds anything else, or what may be a standard number: what was given until
 * then counts for nothing.
 */
export const cutPlain = (
  text: string,
  { foldHan, foldWord }: Fold,
  give: (token: string, start: number, end: number) => void,
): boolean => {
  if (manyDigits.test(text)) return false
  // Once for all words; what is longer when it is small (İ) would stand elsewhere.
  const small = text.toLowerCase()
  if (small.length !== text.length) return false
  for (let at = 0; at < text.length; ) {
    const kind = kinds[text.charCodeAt(at)]
    const start = at++
    if (kind === other) return false
    if (kind === separates || kind === mark) continue
    if (kind === han) {
      if (kinds[text.charCodeAt(at)] === mark) return false
      give(foldHan(text[start] as string), start, at)
      continue
    }
    let isAscii = text.charCodeAt(start) < 0x80
    for (
      let next = kinds[text.charCodeAt(at)];
      next === kind || next === mark;
      next = kinds[text.charCodeAt(at)]
    ) {
      if (text.charCodeAt(at) >= 0x80) isAscii = false
      at++
    }
    if (isAsciiLetter(text.charCodeAt(at - 1))) {
      if (text[at] === '#') at++
      else if (text[at] === '+' && text[at + 1] === '+') at += 2
    }
    const token = isAscii ? small.slice(start, at) : foldWord(text.slice(start, at))
    if (token !== '') give(token, start, at)
  }
  return true
}
