import { SUBFIELD_START, shown } from '../formats/iso2709-bytes.js'
import type { Finding } from '../record/change.js'
import { type Iso2709Rule, MAX_FINDINGS, type MarcProfile } from './iso2709-rule.js'
import {
  codedValue,
  contentOf,
  isControlTag,
  type RawField,
  recordTypeOf,
  soundFields,
} from './raw-record.js'

type Test = (
  content: Buffer,
  field: RawField,
) => Pick<Finding, 'detail' | 'detailZh' | 'got' | 'expected'> | null

/** A rule on the content of each field that lies whole inside the record. */
function onFields(rule: Omit<Iso2709Rule, 'check' | 'code' | 'of'>, code: string, test: Test): Iso2709Rule {
  return {
    ...rule,
    code,
    of: 'content',
    check(bytes) {
      const findings: Finding[] = []
      for (const field of soundFields(bytes)) {
        const breach = test(contentOf(bytes, field), field)
        if (breach) findings.push({ code, path: field.tag, offset: field.from, ...breach })
        if (findings.length === MAX_FINDINGS) break
      }
      return findings
    },
  }
}

/** Letters in a tag mean a local field of some system: its form is that system's business. */
const isDataTag = (tag: string): boolean => /^\d{3}$/.test(tag) && !isControlTag(tag)

const isIndicator = (byte: number | undefined): boolean =>
  byte !== undefined &&
  (byte === 0x20 || byte === 0x7c || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a))

export const contentRules: Iso2709Rule[] = [
  onFields(
    {
      id: 'ISO2709-22',
      keyword: 'MUST',
      section: 'ISO 2709 §4.5.2',
      title: { en: 'Control fields have no subfields', zh: '控制字段没有子字段' },
    },
    'MARC_CONTROL_FIELD_SUBFIELDS',
    (content, { tag }) =>
      isControlTag(tag) && content.includes(SUBFIELD_START)
        ? {
            detail: `Control field ${tag} must hold text only; it holds a subfield delimiter.`,
            detailZh: `控制字段 ${tag} 应仅含文字，实含子字段标识。`,
          }
        : null,
  ),
  onFields(
    {
      id: 'ISO2709-23',
      keyword: 'MUST',
      section: 'ISO 2709 §4.5.3',
      title: {
        en: 'Data fields begin with two indicators and a subfield',
        zh: '数据字段以两位指示符和子字段开头',
      },
    },
    'MARC_INDICATORS_WRONG',
    (content, { tag }) => {
      if (!isDataTag(tag) || content[2] === SUBFIELD_START) return null
      const got = shown(content, 0, 5)
      return {
        detail: `Field ${tag} must begin with two indicators and 0x1F; it begins with "${got}".`,
        detailZh: `${tag} 字段应以两位指示符和 0x1F 开头，实为“${got}”。`,
        got,
      }
    },
  ),
  onFields(
    {
      id: 'ISO2709-24',
      keyword: 'MUST',
      section: 'ISO 2709 §4.5.4',
      title: { en: 'Each subfield has a code', zh: '每个子字段均有代码' },
    },
    'MARC_SUBFIELD_CODE_MISSING',
    (content, { tag }) => {
      if (!isDataTag(tag) || !lacksCode(content)) return null
      return {
        detail: `Field ${tag} has a subfield delimiter without a code.`,
        detailZh: `${tag} 字段有子字段标识缺少代码。`,
      }
    },
  ),
  onFields(
    {
      id: 'ISO2709-25',
      keyword: 'SHOULD',
      section: 'MARC 21 §Indicators; CNMARC 指示符',
      title: { en: 'Indicators are digits, small letters or blanks', zh: '指示符为数字、小写字母或空格' },
    },
    'MARC_INDICATOR_CHARACTER',
    (content, { tag }) => {
      if (!isDataTag(tag) || content[2] !== SUBFIELD_START) return null
      if (isIndicator(content[0]) && isIndicator(content[1])) return null
      const got = shown(content, 0, 2)
      return {
        detail: `The indicators of ${tag} are "${got}"; they should be digits, small letters or blanks.`,
        detailZh: `${tag} 的指示符为“${got}”，应为数字、小写字母或空格。`,
        got,
      }
    },
  ),
  counted(
    'ISO2709-26',
    'MARC_001_COUNT',
    { en: 'There is exactly one 001', zh: '001 字段有且仅有一个' },
    () => '001',
  ),
  counted(
    'ISO2709-27',
    'MARC_TITLE_COUNT',
    { en: 'There is exactly one title field', zh: '题名字段有且仅有一个' },
    (profile, bytes) => (recordTypeOf(bytes) === 'bib' ? (profile === 'marc21' ? '245' : '200') : null),
  ),
  {
    id: 'ISO2709-28',
    code: 'MARC_CODED_LENGTH',
    of: 'content',
    keyword: 'MUST',
    section: 'MARC 21 008; CNMARC 100$a',
    title: {
      en: '008 has 40 characters (holdings 32), 100$a has 36',
      zh: '008 为 40 个字符(馆藏为 32 个),100$a 为 36 个',
    },
    check(bytes, profile) {
      const tag = profile === 'marc21' ? '008' : '100'
      const expected = profile === 'cnmarc' ? 36 : recordTypeOf(bytes) === 'holding' ? 32 : 40
      const field = soundFields(bytes).find((candidate) => candidate.tag === tag)
      if (!field || (profile === 'cnmarc' && recordTypeOf(bytes) !== 'bib')) return []
      const content = contentOf(bytes, field)
      const got = profile === 'marc21' ? content.length : (codedValue(content)?.length ?? 0)
      return got === expected ? [] : [wrongLength(tag, expected, got, field.from)]
    },
  },
]

function lacksCode(content: Buffer): boolean {
  for (let at = content.indexOf(SUBFIELD_START); at !== -1; at = content.indexOf(SUBFIELD_START, at + 1)) {
    const code = content[at + 1]
    if (code === undefined || code <= 0x20 || code === 0x7f) return true
  }
  return false
}

function counted(
  id: string,
  code: string,
  title: { en: string; zh: string },
  tagFor: (profile: MarcProfile, bytes: Uint8Array) => string | null,
): Iso2709Rule {
  return {
    id,
    code,
    of: 'content',
    keyword: 'MUST',
    section: 'MARC 21; GB/T 33286',
    title,
    check(bytes, profile) {
      const tag = tagFor(profile, bytes)
      const count = soundFields(bytes).filter((field) => field.tag === tag).length
      if (tag === null || count === 1) return []
      return [
        {
          code,
          detail: `Field ${tag} must stand exactly once; it stands ${count} times.`,
          detailZh: `${tag} 字段应有且仅有一个，实有 ${count} 个。`,
          path: tag,
          expected: '1',
          got: String(count),
        },
      ]
    },
  }
}

const wrongLength = (tag: string, expected: number, got: number, offset: number): Finding => ({
  code: 'MARC_CODED_LENGTH',
  detail: `${tag === '100' ? '100$a' : tag} must have ${expected} characters; it has ${got}.`,
  detailZh: `${tag === '100' ? '100$a' : tag} 应为 ${expected} 个字符，实为 ${got} 个。`,
  path: tag === '100' ? '100$a' : tag,
  expected: String(expected),
  got: String(got),
  offset,
})
