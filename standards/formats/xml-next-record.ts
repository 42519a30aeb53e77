import type { Finding } from '../record/change.js'

/** What may stand between two records, and more: as much is looked at again when the next octets come. */
export const BETWEEN_RECORDS = 512

/**
 * Where the next element called `name` begins in text that should be inside a comment, an instruction or a CDATA section of
 * one: behind the end tag of this one, with nothing but other end tags in between. -1 when there is none. A comment may
 * hold a record; the end of one and the beginning of another it holds only when its own end is missing.
 */
export function nextRecordIn(text: string, name: string): number {
  const border = new RegExp(
    `</(?:[\\w.-]{1,40}:)?${name}\\s{0,20}>(?:\\s|</[\\w.:-]{1,80}\\s{0,20}>)*(?=<(?:[\\w.-]{1,40}:)?${name}[\\s>])`,
  )
  const found = border.exec(text)
  return found ? found.index + found[0].length : -1
}

export const neverClosed: Finding = {
  code: 'XML_NOT_WELL_FORMED',
  detail:
    'The XML of this record is not well-formed: a comment, an instruction or a CDATA section in it is never closed.',
  detailZh: '这条记录的 XML 格式不正确：其中的注释、处理指令或 CDATA 节没有结束。',
}
