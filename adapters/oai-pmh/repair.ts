import type { Finding } from '../../standards/record/change.js'

// XML 1.0 §2.2, production 2: what is no Char, lone surrogates included.
const illegal =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const reference = /&#(x[0-9a-fA-F]{1,8}|\d{1,10});/g

/**
 * The text with each character that XML forbids, written plainly or as a number, as spaces. Places keep their
 * positions, so that a slice of the mended text is the same slice of the text that came.
 */
export const withoutIllegal = (text: string): string =>
  text
    .replace(illegal, ' ')
    .replace(reference, (whole, number: string) =>
      isChar(codeOf(number)) ? whole : ' '.repeat(whole.length),
    )

const codeOf = (number: string): number =>
  number.startsWith('x') ? Number.parseInt(number.slice(1), 16) : Number(number)

const isChar = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff)

export const illegalCharacters = (): Finding => ({
  code: 'XML_ILLEGAL_CHARACTER',
  detail: 'The record held characters that XML 1.0 does not allow (§2.2); they were read as spaces.',
  detailZh: '记录中含有 XML 1.0 不允许的字符(§2.2)，已按空格读取。',
})

export const replacedBytes = (): Finding => ({
  code: 'ENCODING_BYTES_REPLACED',
  detail: 'The page was not valid UTF-8 (OAI-PMH 2.0 §3.2); what could not be read stands as U+FFFD.',
  detailZh: '页面不是有效的 UTF-8(OAI-PMH 2.0 §3.2)，无法识别之处以 U+FFFD 代替。',
  expected: 'UTF-8',
})
