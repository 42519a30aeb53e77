/**
 * ISO 5426, the extended Latin set of UNIMARC (100$a/26-29 = 03), 0xA0 to 0xFF in rows of sixteen; a space stands
 * where the set has no character. C0 to DF are marks that precede their letter.
 */
export const iso5426 = [
  ' ¡„£$¥†§′‘“«♭©℗®',
  'ʻʼ‚   ‡·″’”»♯ʹʺ¿',
  '\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0308\u030a\u0315\u0313\u030b\u031b\u030c',
  '\u0327\u031c\u0326\u0328\u0325\u032e\u0323\u0324\u0332\u0333\u0329\u032d \u0360  ',
  ' ÆĐ   Ĳ ŁØŒ Þ   ',
  ' æđð ıĳ łøœßþ   ',
] as const

/** ISO 6630, which UNIMARC uses beside any set: the words between these two are passed over in filing. */
const isFilingMark = (byte: number): boolean => byte === 0x88 || byte === 0x89

/** Text in ISO 646 and ISO 5426 to Unicode, NFC; marks follow their letter. What the sets lack becomes U+FFFD. */
export function decodeIso5426(bytes: Uint8Array): string {
  let out = ''
  let marks = ''
  for (const byte of bytes) {
    const character =
      byte < 0x80 || isFilingMark(byte)
        ? String.fromCharCode(byte)
        : (iso5426[(byte - 0xa0) >> 4]?.[byte & 15] ?? ' ')
    if (byte >= 0xc0 && byte < 0xe0 && character !== ' ') {
      marks += character
      // UAX #15 §13: to sort more marks at once takes the square of their number.
      if (marks.length % 31 === 30) marks += '\u034f'
      continue
    }
    const isSeparator = byte >= 0x1d && byte <= 0x1f
    out +=
      (isSeparator && marks !== '' ? ` ${marks}` : '') +
      (byte >= 0x80 && character === ' ' ? '\ufffd' : character)
    if (!isSeparator) out += marks
    marks = ''
  }
  return (marks === '' ? out : `${out} ${marks}`).normalize('NFC')
}
