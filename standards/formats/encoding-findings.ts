import type { Finding } from '../record/change.js'
import type { Encoding } from './encoding/candidates.js'

/** What the reader says of a record's encoding; the record was read all the same. */

export const notAsDeclared = (declared: Encoding, actual: Encoding): Finding => ({
  code: 'ENCODING_NOT_AS_DECLARED',
  detail: `The record says its text is ${declared}, but its bytes are not; it was read as ${actual}.`,
  detailZh: `记录声明的字符编码为 ${declared}，但实际字节并非如此；已按 ${actual} 读取。`,
  path: 'leader/9',
  expected: declared,
  got: actual,
})

export const guessed = (actual: Encoding, next: Encoding): Finding => ({
  code: 'ENCODING_GUESSED',
  detail: `The record is too short to tell its encoding: it was read as ${actual}, and could be ${next} as well. Look at its accents and rare letters.`,
  detailZh: `记录过短，无法确定其字符编码：已按 ${actual} 读取，也可能是 ${next}，请核对变音字母和少见字符。`,
  got: actual,
})

export const otherField = (tag: string, usual: Encoding, actual: Encoding): Finding => ({
  code: 'ENCODING_MIXED',
  detail: `Field ${tag} is in another encoding than its record: it was read as ${actual}, the others as ${usual}.`,
  detailZh: `${tag} 字段与所在记录的字符编码不同：该字段按 ${actual} 读取，其余字段按 ${usual} 读取。`,
  path: tag,
  expected: usual,
  got: actual,
})

export const twofold: Finding = {
  code: 'ENCODING_MIXED',
  detail:
    'Parts of the record are UTF-8 and others are not: those were read as Windows-1252. Look at its accents, and write it anew in UTF-8.',
  detailZh:
    '记录中部分文字为 UTF-8，其余不是：后者已按 Windows-1252 读取。请核对变音字母，并以 UTF-8 重新写出该记录。',
  expected: 'utf-8',
  got: 'windows-1252',
}

export const replaced = (encoding: Encoding, count: number): Finding => ({
  code: 'ENCODING_BYTES_REPLACED',
  detail: `What is no character in ${encoding} stands as U+FFFD, ${count} in all.`,
  detailZh: `文字中有 ${count} 处不是 ${encoding} 的有效字符，以 U+FFFD 代替。`,
  expected: encoding,
})
