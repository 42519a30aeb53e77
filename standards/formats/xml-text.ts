import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import type { Finding } from '../record/change.js'

const predefined: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

// XML 1.0 §2.2, production 2: what is no Char, lone surrogates included.
const illegal =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const hasIllegal = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/

/** The document's text with each illegal character as a space, and one finding for them all. */
export function withoutIllegal(text: string, findings: Finding[]): string {
  if (!hasIllegal.test(text)) return text
  let count = 0
  const mended = text.replace(illegal, () => {
    count++
    return ' '
  })
  if (count > 0) findings.push(illegalCharacters(count))
  return mended
}

/**
 * Character data with its references resolved: the five names of XML and numbers, nothing else (§4.6). A bare
 * ampersand is taken as itself.
 * @throws RecordUnreadable XML_ENTITY
 */
export function unescapeXml(text: string, findings: Finding[]): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(#x[0-9a-fA-F]{1,8};|#\d{1,10};|[A-Za-z_][\w.-]{0,64};)?/g,
    (whole, reference?: string) => {
      if (reference === undefined) return bareAmpersand(findings)
      if (reference.startsWith('#')) return numbered(reference, findings)
      const character = predefined[reference.slice(0, -1)]
      if (character === undefined) throw new RecordUnreadable(undefinedEntity(whole))
      return character
    },
  )
}

function numbered(reference: string, findings: Finding[]): string {
  const isHex = reference[1] === 'x'
  const code = Number.parseInt(reference.slice(isHex ? 2 : 1), isHex ? 16 : 10)
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\x00'
  if (!hasIllegal.test(character) || code > 0xffff) return character === '\x00' ? ' ' : character
  addOnce(findings, illegalCharacters(1))
  return ' '
}

function bareAmpersand(findings: Finding[]): string {
  addOnce(findings, {
    code: 'XML_AMPERSAND',
    detail: 'An ampersand stands in the text unescaped (must be &amp;); it was read as itself.',
    detailZh: '文字中有未转义的“&”(应写作 &amp;),已按原字符读取。',
    expected: '&amp;',
    got: '&',
  })
  return '&'
}

function addOnce(findings: Finding[], finding: Finding): void {
  if (!findings.some(({ code }) => code === finding.code)) findings.push(finding)
}

const illegalCharacters = (count: number): Finding => ({
  code: 'XML_ILLEGAL_CHARACTER',
  detail: `The XML holds characters that XML does not allow (${count}); they were read as spaces.`,
  detailZh: `XML 中含有不允许的字符(${count} 个),已视为空格。`,
})

const undefinedEntity = (got: string): Finding => ({
  code: 'XML_ENTITY',
  detail: `The record uses the entity ${got.slice(0, 40)}. Entities are never expanded; write the character itself.`,
  detailZh: `记录使用了实体 ${got.slice(0, 40)}。本系统不展开实体，请直接写出该字符。`,
  expected: '&amp; &lt; &gt; &quot; &apos;',
  got: got.slice(0, 40),
})
