import type { Finding } from '../record/change.js'
import { type Misread, misreading } from './encoding/misread.js'
import { isSuspicious } from './encoding/suspicion.js'
import { isDataField, type MarcField } from './marc.js'

const MAX_FINDINGS = 10
/** Characters of a record that are looked at; what lies beyond stays as it is. */
const MAX_LOOKED_AT = 100_000

/**
 * Tells text that was misread before it came here (mojibake), and text that was lost on its way. What can be undone
 * with certainty is mended in the fields; the rest stays as it is. One finding a field.
 */
export function mendMojibake(fields: MarcField[], findings: Finding[]): void {
  let told = 0
  let left = MAX_LOOKED_AT
  const look = (tag: string, path: string, value: string): string => {
    left -= value.length
    const misread = left >= 0 && isSuspicious(value) ? misreading(value) : null
    const finding = misread ? mojibake(path, value, misread) : isLost(tag, value) ? lost(path, value) : null
    if (finding && told++ < MAX_FINDINGS) findings.push(finding)
    return misread?.mended ?? value
  }
  for (const field of fields) {
    if (!isDataField(field)) field.value = look(field.tag, field.tag, field.value)
    else
      for (const subfield of field.subfields)
        subfield.value = look(field.tag, `${field.tag}$${subfield.code}`, subfield.value)
  }
}

/** 锟斤拷 is two U+FFFD of UTF-8 as GBK shows them. In an address question marks are no loss. */
const isLost = (tag: string, value: string): boolean =>
  value.includes('\ufffd') || value.includes('锟斤拷') || (tag !== '856' && value.includes('???'))

/** Whether any field of the text is worth the look that `mendMojibake` takes. */
export const mayBeMojibake = (text: string): boolean => text.includes('???') || isSuspicious(text)

const mojibake = (path: string, got: string, { mended, was, readAs }: Misread): Finding => ({
  code: 'ENCODING_MOJIBAKE',
  detail:
    mended === undefined
      ? `The text of ${path} was ${was}, was read as ${readAs} and stored so; parts of it are gone, and it was left as it is. Restore it in the source.`
      : `The text of ${path} was ${was}, was read as ${readAs} and stored so; it was read back. Mend it in the source.`,
  detailZh:
    mended === undefined
      ? `${path} 的文字原为 ${was}，曾被误按 ${readAs} 读取并保存；部分字符已无法恢复，未作改动，请在原系统中更正。`
      : `${path} 的文字原为 ${was}，曾被误按 ${readAs} 读取并保存；已还原，请在原系统中更正。`,
  path,
  ...(mended !== undefined && { expected: mended.slice(0, 60) }),
  got: got.slice(0, 60),
})

const lost = (path: string, got: string): Finding => ({
  code: 'ENCODING_LOST',
  detail: `Characters of ${path} were lost before the record came here: U+FFFD or question marks stand in their place. Restore them in the source.`,
  detailZh: `${path} 中有字符在传到本系统之前已丢失，以 U+FFFD 或问号代替，请在原系统中补正。`,
  path,
  got: got.slice(0, 60),
})
