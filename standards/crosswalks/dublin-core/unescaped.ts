const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const reference = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi

/**
 * Text that was escaped twice, as repositories do whose metadata come from web forms: what is left of `&amp;amp;` once XML
 * was read. Read once more, and no further.
 */
export const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(reference, (whole, name?: string, decimal?: string, hex?: string) =>
        name
          ? (named[name.toLowerCase()] as string)
          : character(Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10), whole),
      )
    : text

/** XML 1.0 §2.2: what is no character of a text stays as it is written. */
const character = (point: number, whole: string): string =>
  point >= 0x20 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
    ? String.fromCodePoint(point)
    : whole
