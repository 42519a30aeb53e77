import type { Finding } from '../record/change.js'

/** What the reader of ISO 2709 says of a record's frame; the record was read all the same, save for MARC_INVALID. */

export const invalid = (why: string, whyZh: string): Finding => ({
  code: 'MARC_INVALID',
  detail: `This is no record of ISO 2709 that can be read: ${why}. Export it again from its system.`,
  detailZh: `无法按 ISO 2709 读取这条记录：${whyZh}。请从原系统重新导出。`,
})

export const leaderBlank = (): Finding => ({
  code: 'MARC_LEADER_BLANK',
  detail: 'The leader is blank; the fields were read by directory and separators.',
  detailZh: '头标区为空白；已按目次区和分隔符读取字段。',
  path: 'leader',
  offset: 0,
})

export const leaderWrong = (got: string): Finding => ({
  code: 'MARC_LEADER_WRONG',
  detail: 'The leader must be 24 ASCII characters; others stand in it and were read as blanks.',
  detailZh: '头标区应为 24 个 ASCII 字符；其中有其他字节，已视为空格。',
  path: 'leader',
  got: got.replace(/[^ -~]/g, '?'),
  offset: 0,
})

export const lengthWrong = (stated: string, length: number): Finding => ({
  code: 'MARC_LENGTH_WRONG',
  detail: `Leader/00-04 states the length "${stated}"; the record has ${length} octets.`,
  detailZh: `头标区 00-04 记录长度为“${stated}”，实际为 ${length} 字节。`,
  path: 'leader/0-4',
  expected: String(length).padStart(5, '0'),
  got: stated,
  offset: 0,
})

export const baseWrong = (stated: string, base: number): Finding => ({
  code: 'MARC_BASE_WRONG',
  detail: `Leader/12-16 states the base address of data "${stated}"; the data begin at ${base}.`,
  detailZh: `头标区 12-16 数据基地址为“${stated}”，实际数据始于 ${base}。`,
  path: 'leader/12-16',
  expected: String(base).padStart(5, '0'),
  got: stated,
  offset: 12,
})

export const directoryBroken = (offset: number): Finding => ({
  code: 'MARC_DIRECTORY_BROKEN',
  detail:
    'The lengths or positions in the directory do not fit the fields; they were taken in order, by separators.',
  detailZh: '目次区中的长度或起始位置与字段不符；已按分隔符依次读取。',
  path: 'directory',
  offset,
})

export const directoryStray = (octets: number): Finding => ({
  code: 'MARC_DIRECTORY_BROKEN',
  detail: `${octets} ${octets === 1 ? 'octet of the directory belongs' : 'octets of the directory belong'} to no entry; the entries beside them fit the fields and were used.`,
  detailZh: `目次区中有 ${octets} 个字节不属于任何款目；其余款目与字段相符，已据以读取。`,
  path: 'directory',
  expected: 'entries of 12 octets',
  got: `${octets} more`,
})

export const fieldsLost = (expected: number, got: number, tags: string[]): Finding => ({
  code: 'MARC_FIELDS_LOST',
  detail: `Of ${expected} fields that the directory names ${got} could be found again in the data. Lost: ${tags.join(' ')}.`,
  detailZh: `目次区列出 ${expected} 个字段，数据中找回 ${got} 个。未找回：${tags.join(' ')}。`,
  path: 'directory',
  expected: String(expected),
  got: String(got),
})

export const separatorInField = (tag: string): Finding => ({
  code: 'MARC_SEPARATOR_IN_FIELD',
  detail: `Field ${tag} holds a field separator (0x1E) inside its text; it was read as a space.`,
  detailZh: `${tag} 字段文字中夹有字段分隔符(0x1E),已视为空格。`,
  path: tag,
})
