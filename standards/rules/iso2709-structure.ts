import {
  ENTRY_LENGTH,
  FIELD_END,
  isAlphanumeric,
  LEADER_LENGTH,
  numberAt,
  RECORD_END,
  shown,
} from '../formats/iso2709-bytes.js'
import type { Finding } from '../record/change.js'
import { type Iso2709Rule, MAX_FINDINGS } from './iso2709-rule.js'
import { directoryEnd, fieldsOf, type RawField } from './raw-record.js'

interface Breach {
  en: string
  zh: string
  expected?: string
  got?: string
}

/** A rule on each directory entry. */
function onEntries(
  rule: Pick<Iso2709Rule, 'id' | 'section' | 'title'>,
  code: string,
  test: (field: RawField, bytes: Uint8Array) => Breach | null,
): Iso2709Rule {
  return {
    ...rule,
    code,
    of: 'frame',
    keyword: 'MUST',
    check(bytes) {
      const findings: Finding[] = []
      for (const field of fieldsOf(bytes)) {
        const breach = test(field, bytes)
        if (breach) findings.push(findingOf(code, field, breach))
        if (findings.length === MAX_FINDINGS) break
      }
      return findings
    },
  }
}

function findingOf(code: string, field: RawField, { en, zh, expected, got }: Breach): Finding {
  return {
    code,
    detail: en,
    detailZh: zh,
    path: /^[0-9A-Za-z]{3}$/.test(field.tag) ? field.tag : 'directory',
    ...(expected === undefined ? {} : { expected }),
    ...(got === undefined ? {} : { got }),
    offset: field.entryAt,
  }
}

export const structureRules: Iso2709Rule[] = [
  {
    id: 'ISO2709-15',
    code: 'MARC_DIRECTORY_BROKEN',
    of: 'frame',
    keyword: 'MUST',
    section: 'ISO 2709 §4.4',
    title: {
      en: 'The directory is entries of 12 octets and ends with 0x1E',
      zh: '目次区由 12 字节款目组成,以 0x1E 结束',
    },
    check(bytes) {
      const end = directoryEnd(bytes)
      if (end > LEADER_LENGTH && (end - LEADER_LENGTH) % ENTRY_LENGTH === 0) return []
      const got = end === -1 ? '0x1E missing' : String(end - LEADER_LENGTH)
      return [
        {
          code: 'MARC_DIRECTORY_BROKEN',
          detail: `The directory must be a multiple of 12 octets before its 0x1E; it is: ${got}.`,
          detailZh: `目次区在其 0x1E 之前应为 12 字节的整数倍；实为：${got}。`,
          path: 'directory',
          expected: '12n',
          got,
          offset: LEADER_LENGTH,
        },
      ]
    },
  },
  onEntries(
    {
      id: 'ISO2709-16',
      section: 'ISO 2709 §4.4.1',
      title: { en: 'A tag is three alphanumerics', zh: '字段标识为三位字母或数字' },
    },
    'MARC_TAG_WRONG',
    ({ entryAt }, bytes) => {
      if ([0, 1, 2].every((i) => isAlphanumeric(bytes[entryAt + i]))) return null
      const got = shown(bytes, entryAt, entryAt + 3)
      return {
        en: `A tag must be three letters or digits; it is "${got}".`,
        zh: `字段标识应为三位字母或数字，实为“${got}”。`,
        got,
      }
    },
  ),
  onEntries(
    {
      id: 'ISO2709-17',
      section: 'ISO 2709 §4.4.2',
      title: { en: 'Field length and position are numbers', zh: '字段长度与起始位置为数字' },
    },
    'MARC_ENTRY_NOT_NUMERIC',
    ({ entryAt, tag }, bytes) => {
      if (numberAt(bytes, entryAt + 3, 9) >= 0) return null
      const got = shown(bytes, entryAt + 3, entryAt + 12)
      return {
        en: `The entry of ${shown(bytes, entryAt, entryAt + 3)} must hold 4 + 5 digits; it holds "${got}".`,
        zh: `${tag} 的款目应为 4+5 位数字，实为“${got}”。`,
        got,
      }
    },
  ),
  onEntries(
    {
      id: 'ISO2709-18',
      section: 'ISO 2709 §4.4',
      title: { en: 'Fields lie inside the record', zh: '字段位于记录之内' },
    },
    'MARC_FIELD_OUTSIDE',
    ({ from, size, start, tag }, bytes) => {
      if (from >= 0 || size < 0 || start < 0) return null
      const got = `${start}+${size}`
      return {
        en: `Field ${tag} is said to stand at ${got}, outside the ${bytes.length} octets of the record.`,
        zh: `${tag} 字段位置 ${got} 超出记录的 ${bytes.length} 字节。`,
        got,
      }
    },
  ),
  {
    id: 'ISO2709-19',
    code: 'MARC_FIELDS_OVERLAP',
    of: 'frame',
    keyword: 'MUST',
    section: 'ISO 2709 §4.4',
    title: { en: 'Fields do not overlap', zh: '字段互不重叠' },
    check(bytes) {
      const fields = fieldsOf(bytes).filter(({ from }) => from >= 0)
      const ordered = fields.sort((a, b) => a.from - b.from)
      const over = ordered.filter((field, i) => i > 0 && field.from < (ordered[i - 1] as RawField).to)
      return over.slice(0, MAX_FINDINGS).map((field) =>
        findingOf('MARC_FIELDS_OVERLAP', field, {
          en: `Field ${field.tag} begins at ${field.start}, inside the field before it.`,
          zh: `${field.tag} 字段起始于 ${field.start},与前一字段重叠。`,
          got: String(field.start),
        }),
      )
    },
  },
  onEntries(
    {
      id: 'ISO2709-20',
      section: 'ISO 2709 §4.5',
      title: { en: 'A field ends with 0x1E, its only one', zh: '字段以 0x1E 结束且仅此一个' },
    },
    'MARC_FIELD_UNTERMINATED',
    ({ from, to, tag }, bytes) => {
      if (from < 0 || (bytes[to - 1] === FIELD_END && bytes.indexOf(FIELD_END, from) === to - 1)) return null
      return {
        en: `Field ${tag} must end with the field separator 0x1E and hold no other.`,
        zh: `${tag} 字段应以字段分隔符 0x1E 结束，且其中不得另有该符。`,
        expected: '0x1E',
      }
    },
  ),
  {
    id: 'ISO2709-21',
    code: 'MARC_NO_TERMINATOR',
    of: 'frame',
    keyword: 'MUST',
    section: 'ISO 2709 §4.6',
    title: { en: 'The record ends with 0x1D, its only one', zh: '记录以 0x1D 结束且仅此一个' },
    check(bytes) {
      const first = bytes.indexOf(RECORD_END)
      if (first === bytes.length - 1 && first !== -1) return []
      return [
        {
          code: 'MARC_NO_TERMINATOR',
          detail: `The record must end with the record terminator 0x1D; ${first === -1 ? 'it has none' : `one stands at octet ${first}`}.`,
          detailZh: `记录应以记录分隔符 0x1D 结束；${first === -1 ? '实际没有' : `实际位于第 ${first} 字节`}。`,
          expected: '0x1D',
          offset: first === -1 ? bytes.length : first,
        },
      ]
    },
  },
]
