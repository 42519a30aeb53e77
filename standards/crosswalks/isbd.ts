/**
 * ISBD punctuation stands at the end of a MARC 21 subfield and announces the next one. It is not part of the value.
 */

/** Words whose point is their own, not the end of an area. */
const abbreviations = new Set(
  'inc co corp ltd jr sr dr st mr mrs ms bd vol v no p pp ed eds etc al ca op cit dept univ ser pt ill bros ph.d m.d b.c a.d u.s u.s.a u.k c cm mm min'.split(
    ' ',
  ),
)

/** Value without the punctuation that ISBD adds: `Gamelan music :` → `Gamelan music`, `Young, J. E.,` → `Young, J. E.` */
export function stripIsbd(text: string): string {
  return withoutPoint(stripMarks(text))
}

/** Value without the marks that announce the next subfield; a closing point stays, as formats that write none have it. */
export function stripMarks(text: string): string {
  let end = text.length
  while (end > 0 && isSeparator(text.charCodeAt(end - 1))) end--
  let start = 0
  while (start < end && isDirection(text.charCodeAt(start))) start++
  return text.slice(start, end).trimStart()
}

/** The last mark of ISBD that the text ends with (`/ : ; = , +`), or nothing: `$a` ending in `=` announces a parallel title. */
export function isbdMark(text: string): string {
  const last = text.trimEnd().at(-1) ?? ''
  return ':;/=,+'.includes(last) ? last : ''
}

/** Square brackets of a cataloguer around the whole or at one end only: `[Beijing]`, `[1998`. */
export function stripBrackets(text: string): string {
  const open = text.startsWith('[')
  const close = text.endsWith(']')
  if (open && close && text.indexOf(']') === text.length - 1) return text.slice(1, -1)
  if (open && !text.includes(']')) return text.slice(1)
  return close && !text.includes('[') ? text.slice(0, -1) : text
}

/** Whoever marks more than this has marked a name; it is filed with it. */
const longestArticle = 20
/** Marks around what is not filed: control characters of MARC 21 and UNIMARC, escapes of Italian UNIMARC, `<<Der>>`, `¬Der¬`, Portuguese `<Os >`. */
const unfiled =
  /^(?:[\u0088\u0098](?<a>[^\u0089\u009c]{1,30})[\u0089\u009c]|<<(?<b>[^>]{1,30})>>|¬(?<c>[^¬]{1,30})¬|<(?<d>[^<>]{1,12}[ '’])>|\u001bH(?<e>[^\u001b]{1,30})\u001bI)(?<gap>\s*)/
const strayMarks = /[\u0088\u0089\u0098\u009c]/g

/**
 * A title without the marks that say how it is filed, and the characters to skip: `\u0098Der\u009c Wald` → `Der Wald`, 4.
 * Without marks, what the indicator says.
 */
export function unsorted(value: string, indicator = ''): { text: string; nonfiling: number } {
  const found = mayBeUnfiled(value.charCodeAt(0)) ? unfiled.exec(value) : null
  if (!found) return { text: withoutMarks(value), nonfiling: Number(indicator) || 0 }
  const { a, b, c, d, e, gap = '' } = found.groups as Record<string, string | undefined>
  const article = withoutMarks(a ?? b ?? c ?? d ?? e ?? '') + gap
  const rest = withoutMarks(value.slice(found[0].length))
  return { text: article + rest, nonfiling: article.length <= longestArticle ? article.length : 0 }
}

const mayBeUnfiled = (code: number): boolean =>
  code === 0x88 || code === 0x98 || code === 0x3c || code === 0xac || code === 0x1b

export function withoutMarks(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x88 && code <= 0x9c) return text.replace(strayMarks, '')
  }
  return text
}

/** space tab : ; , / = + and the comma and semicolon of Arabic */
const isSeparator = (code: number): boolean =>
  code === 0x20 ||
  code === 0x3a ||
  code === 0x3b ||
  code === 0x2c ||
  code === 0x2f ||
  code === 0x3d ||
  code === 0x2b ||
  code === 0x09 ||
  code === 0xa0 ||
  code === 0x60c ||
  code === 0x61b ||
  isDirection(code)

/** Marks that only say which way the text beside them runs: left-to-right, right-to-left, embeddings, isolates. */
const isDirection = (code: number): boolean =>
  code === 0x200e ||
  code === 0x200f ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069)

function withoutPoint(value: string): string {
  if (!value.endsWith('.') || value.endsWith('..')) return value
  const word = value.slice(lastGap(value) + 1, -1)
  return isAbbreviation(word) ? value : value.slice(0, -1).trimEnd()
}

function lastGap(value: string): number {
  for (let at = value.length - 2; at >= 0; at--) {
    const code = value.charCodeAt(at)
    if (code === 0x20 || code === 0x2d || code === 0x28 || code === 0x2c) return at
  }
  return -1
}

/** A single letter is an initial: `Young, J. E.` */
const isAbbreviation = (word: string): boolean =>
  (word.length === 1 && /\p{Lu}/u.test(word)) || abbreviations.has(word.toLowerCase()) || isInitials(word)

/** `U.S`, `J.R.R` */
const isInitials = (word: string): boolean => word.length > 2 && /^(?:\p{L}\.)+\p{L}$/u.test(word)
