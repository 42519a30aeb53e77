import { isUtf8 } from 'node:buffer'
import { bufferOf, ENTRY_LENGTH, LEADER_LENGTH, numberAt, SUBFIELD_START } from '../formats/iso2709-bytes.js'
import type { Finding } from '../record/change.js'
import type { Iso2709Rule, MarcProfile } from './iso2709-rule.js'
import { codedValue, contentOf, directoryEnd, leaderAt, recordTypeOf, soundFields } from './raw-record.js'

/** Values a leader position may take, by profile; `#` stands for a blank. MARC 21 Leader; CNMARC and UNIMARC record label. */
const codeLists: Record<string, Record<MarcProfile, string>> = {
  '5': { marc21: 'acdnp', cnmarc: 'cdnop' },
  '6': { marc21: 'acdefgijkmoprt', cnmarc: 'abcdefgijklmru' },
  '7': { marc21: 'abcdims', cnmarc: 'acims' },
  '8': { marc21: '#a', cnmarc: '#012' },
  '17': { marc21: '#1234578uz', cnmarc: '#123' },
  '18': { marc21: '#acinu', cnmarc: '#inr' },
  '19': { marc21: '#abc', cnmarc: '#' },
}

const positionNames: Record<string, { en: string; zh: string }> = {
  '5': { en: 'Record status', zh: '记录状态' },
  '6': { en: 'Type of record', zh: '记录类型' },
  '7': { en: 'Bibliographic level', zh: '书目级别' },
  '8': { en: 'Type of control, or hierarchical level', zh: '控制类型或层次等级' },
  '17': { en: 'Encoding level', zh: '编目等级' },
  '18': { en: 'Descriptive cataloguing form', zh: '著录格式' },
  '19': { en: 'Multipart level, or undefined', zh: '多部分资源级别或未定义' },
}

const wrong = (code: string, from: number, to: number, expected: string, got: string): Finding => ({
  code,
  detail: `Leader/${from === to ? from : `${from}-${to}`} must be ${expected}; it is "${got}".`,
  detailZh: `头标区 ${from === to ? from : `${from}-${to}`} 应为 ${expected},实为“${got}”。`,
  path: from === to ? `leader/${from}` : `leader/${from}-${to}`,
  expected,
  got,
  offset: from,
})

const printable = (text: string): string => text.replace(/[^ -~]/g, '?')

/** A rule that some positions hold one of these texts. */
function fixed(
  id: string,
  from: number,
  to: number,
  title: { en: string; zh: string },
  allowed: Record<MarcProfile, string[]>,
): Iso2709Rule {
  return {
    id,
    code: 'MARC_LEADER_FIXED',
    of: 'frame',
    keyword: 'MUST',
    section: 'ISO 2709 §4.3',
    title,
    check(bytes, profile) {
      const got = leaderAt(bytes, from, to + 1)
      if (allowed[profile].includes(got)) return []
      return [
        wrong(
          'MARC_LEADER_FIXED',
          from,
          to,
          allowed[profile].map((text) => `"${text}"`).join(' / '),
          printable(got),
        ),
      ]
    },
  }
}

/** Code lists of bibliographic records; authorities and holdings have lists of their own, not checked here. */
function coded(id: string, position: string): Iso2709Rule {
  const name = positionNames[position] as { en: string; zh: string }
  const lists = codeLists[position] as Record<MarcProfile, string>
  return {
    id,
    code: 'MARC_LEADER_CODE',
    of: 'content',
    keyword: 'MUST',
    section: `MARC 21 Leader/${position.padStart(2, '0')}; CNMARC 记录头标 ${position}`,
    title: { en: `${name.en} is one of its codes`, zh: `${name.zh}为规定代码` },
    check(bytes, profile) {
      const got = leaderAt(bytes, Number(position))
      if (recordTypeOf(bytes) !== 'bib' || (got !== '' && lists[profile].includes(got === ' ' ? '#' : got)))
        return []
      return [
        wrong(
          'MARC_LEADER_CODE',
          Number(position),
          Number(position),
          [...lists[profile]].join(' '),
          printable(got),
        ),
      ]
    },
  }
}

const both = (...texts: string[]): Record<MarcProfile, string[]> => ({ marc21: texts, cnmarc: texts })

export const leaderRules: Iso2709Rule[] = [
  {
    id: 'ISO2709-01',
    code: 'MARC_LENGTH_WRONG',
    of: 'frame',
    keyword: 'MUST',
    section: 'ISO 2709 §4.3.1',
    title: {
      en: 'Leader/00-04 states the length of the record in octets',
      zh: '头标区 00-04 为记录的字节长度',
    },
    check(bytes) {
      if (numberAt(bytes, 0, 5) === bytes.length) return []
      const expected = String(bytes.length).padStart(5, '0')
      return [wrong('MARC_LENGTH_WRONG', 0, 4, expected, printable(leaderAt(bytes, 0, 5)))]
    },
  },
  fixed('ISO2709-02', 10, 10, { en: 'Indicator count is 2', zh: '指示符长度为 2' }, both('2')),
  fixed('ISO2709-03', 11, 11, { en: 'Subfield code length is 2', zh: '子字段标识符长度为 2' }, both('2')),
  fixed('ISO2709-04', 20, 21, { en: 'Entry map begins with 45', zh: '目次区款目结构以 45 开头' }, both('45')),
  fixed(
    'ISO2709-05',
    22,
    23,
    { en: 'Entry map ends as the profile asks', zh: '目次区款目结构的末两位符合格式规定' },
    {
      marc21: ['00'],
      cnmarc: ['0 ', '  '],
    },
  ),
  {
    id: 'ISO2709-06',
    code: 'MARC_BASE_WRONG',
    of: 'frame',
    keyword: 'MUST',
    section: 'ISO 2709 §4.3.6',
    title: { en: 'Leader/12-16 is 24 + 12n + 1', zh: '头标区 12-16 数据基地址为 24 + 12n + 1' },
    check(bytes) {
      const end = directoryEnd(bytes)
      const stated = numberAt(bytes, 12, 5)
      const isWhole = (stated - LEADER_LENGTH - 1) % ENTRY_LENGTH === 0 && stated > LEADER_LENGTH
      if (isWhole && (end === -1 || stated === end + 1)) return []
      const expected = end === -1 ? '24 + 12n + 1' : String(end + 1).padStart(5, '0')
      return [wrong('MARC_BASE_WRONG', 12, 16, expected, printable(leaderAt(bytes, 12, 17)))]
    },
  },
  coded('ISO2709-07', '5'),
  coded('ISO2709-08', '6'),
  coded('ISO2709-09', '7'),
  coded('ISO2709-10', '8'),
  coded('ISO2709-11', '17'),
  coded('ISO2709-12', '18'),
  coded('ISO2709-13', '19'),
  {
    id: 'ISO2709-14',
    code: 'ENCODING_NOT_AS_DECLARED',
    of: 'frame',
    keyword: 'MUST',
    section: 'MARC 21 Leader/09; CNMARC 100$a/26-29',
    title: { en: 'The stated character set is the real one', zh: '声明的字符集与实际编码一致' },
    check: (bytes, profile) => (profile === 'marc21' ? checkMarc21Set(bytes) : checkCnmarcSet(bytes)),
  },
]

function checkMarc21Set(bytes: Uint8Array): Finding[] {
  const stated = leaderAt(bytes, 9)
  const hasHigh = bytes.some((byte) => byte > 0x7f)
  if (stated !== 'a' && stated !== ' ')
    return [wrong('ENCODING_NOT_AS_DECLARED', 9, 9, '"a" / " "', printable(stated))]
  if (!hasHigh || isUtf8(bytes) === (stated === 'a')) return []
  return [wrong('ENCODING_NOT_AS_DECLARED', 9, 9, stated === 'a' ? '" "' : '"a"', stated)]
}

/** 100$a/26-29 = 50 states Unicode; any other code states a set of single octets or GB. */
function checkCnmarcSet(bytes: Uint8Array): Finding[] {
  const field = soundFields(bytes).find(({ tag }) => tag === '100')
  if (!field || !bytes.some((byte) => byte > 0x7f)) return []
  const content = contentOf(bytes, field)
  const stated = codedValue(content)?.slice(26, 30) ?? ''
  if (stated.length < 4 || stated.trim() === '') return []
  const isStatedUnicode = stated.startsWith('50') || stated.endsWith('50')
  if (isStatedUnicode === isUtf8(bytes)) return []
  return [
    {
      code: 'ENCODING_NOT_AS_DECLARED',
      detail: `100$a/26-29 states the character set "${printable(stated)}"; the octets are ${isStatedUnicode ? 'not UTF-8' : 'UTF-8'}.`,
      detailZh: `100$a/26-29 声明的字符集为“${printable(stated)}”，实际字节${isStatedUnicode ? '并非' : '为'} UTF-8。`,
      path: '100$a/26-29',
      expected: isStatedUnicode ? '0120' : '50  ',
      got: printable(stated),
      offset: field.from + bufferOf(content).indexOf(SUBFIELD_START) + 28,
    },
  ]
}
