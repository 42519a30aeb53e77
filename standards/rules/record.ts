import { isClcForm } from '../crosswalks/clc.js'
import { isLanguageCode } from '../crosswalks/languages.js'
import type { Finding } from '../record/change.js'
import type { Description, Identifier } from '../record/v1-draft.js'

/** A rule on the canonical description: used by ingest, by conformance and by the quality report alike. */
export interface RecordRule {
  /** Stable code, that of its findings. */
  id: string
  /** quarantine: the record is kept aside until it is mended. warn: it is accepted, and the finding shown. */
  severity: 'quarantine' | 'warn'
  title: { en: string; zh: string }
  check(description: Description): Finding[]
}

type Words = Pick<Finding, 'detail' | 'detailZh' | 'expected' | 'got'>

/** A rule that looks at each entry of one list. */
function each<T>(
  id: string,
  title: RecordRule['title'],
  field: keyof Description,
  list: (description: Description) => T[],
  fault: (entry: T) => Words | undefined,
): RecordRule {
  const check = (description: Description): Finding[] => {
    const findings: Finding[] = []
    list(description).forEach((entry, index) => {
      const words = fault(entry)
      if (words) findings.push({ code: id, ...words, path: `${field}/${index}` })
    })
    return findings
  }
  return { id, severity: 'warn', title, check }
}

const titleMissing: RecordRule = {
  id: 'RECORD_TITLE_MISSING',
  severity: 'quarantine',
  title: { en: 'A record has a title', zh: '记录须有题名' },
  check: ({ titles }) => (titles.some(({ value }) => value.trim() !== '') ? [] : [noTitle]),
}
const noTitle: Finding = {
  code: 'RECORD_TITLE_MISSING',
  detail:
    'A title that is not empty was expected (MARC 21 245$a, UNIMARC and CNMARC 200$a, MAB2 331, PICA 021A, dc:title, titleInfo of MODS, publication_title of KBART), and none came. Add one and send the record again.',
  detailZh:
    '题名不得为空（MARC 21 245$a、UNIMARC 与 CNMARC 200$a、MAB2 331、PICA 021A、dc:title、MODS titleInfo、KBART publication_title），但未见题名。请补录题名后重新提交。',
  path: 'titles',
  expected: 'title',
}

/** A number that the source itself calls wrong ($z) needs no second word. */
const badNumber =
  (scheme: string, expected: string, name: string) =>
  (found: Identifier): Words | undefined =>
    found.scheme !== scheme || found.valid || found.cancelled
      ? undefined
      : {
          detail: `The check digit of the ${name} "${found.text ?? found.value}" does not fit, or digits are missing. Compare it with the item; a number printed wrongly belongs in $z.`,
          detailZh: `${name} “${found.text ?? found.value}” 的校验位不符或位数不足。请与实物核对；如系印刷错误，应著录于 $z。`,
          expected,
          got: found.text ?? found.value,
        }

const isbn = each(
  'ISBN_CHECK_DIGIT',
  {
    en: 'An ISBN has 10 or 13 digits and its check digit fits (ISO 2108)',
    zh: 'ISBN 位数与校验位正确（ISO 2108）',
  },
  'identifiers',
  ({ identifiers }) => identifiers,
  badNumber('isbn', 'ISBN-13', 'ISBN'),
)

const issn = each(
  'ISSN_CHECK_DIGIT',
  { en: 'The check digit of an ISSN fits (ISO 3297)', zh: 'ISSN 校验位正确（ISO 3297）' },
  'identifiers',
  ({ identifiers }) => identifiers,
  badNumber('issn', 'NNNN-NNNC', 'ISSN'),
)

const csbn = each(
  'CSBN_FORM',
  { en: 'A unified book number has the form 10019·1234', zh: '统一书号形如 10019·1234' },
  'identifiers',
  ({ identifiers }) => identifiers,
  ({ scheme, valid, value }) =>
    scheme !== 'csbn' || valid
      ? undefined
      : {
          detail: `A unified book number (统一书号) was expected as class and publisher, a middle dot, order; "${value}" came.`,
          detailZh: `统一书号应为“类号与社号·序号”，实为“${value}”。`,
          expected: '10019·1234',
          got: value,
        },
)

const date = each(
  'DATE_NOT_UNDERSTOOD',
  { en: 'A date can be read', zh: '日期可以识别' },
  'dates',
  ({ dates }) => dates,
  ({ edtf, text }) =>
    edtf
      ? undefined
      : {
          detail: `No year could be read in "${text}". The words are kept; search and sorting by year pass the record over until it says a year, such as 1985 or [1998?].`,
          detailZh: `无法从“${text}”中识别年份。原文已保留，但在著录为 1985 或 [1998?] 等形式之前，不能按年份检索和排序。`,
          expected: '1985, [1998?], 民国二十三年',
          got: text,
        },
)

const language = each(
  'LANGUAGE_UNKNOWN',
  { en: 'A language is a code of ISO 639-2', zh: '语种为 ISO 639-2 代码' },
  'languages',
  ({ languages }) => languages,
  ({ code }) =>
    isLanguageCode(code)
      ? undefined
      : {
          detail: `"${code}" is no bibliographic code of ISO 639-2. Write chi, eng …`,
          detailZh: `“${code}” 不是 ISO 639-2 书目代码，请著录 chi、eng 等。`,
          expected: 'ISO 639-2/B',
          got: code,
        },
)

const clc = each(
  'CLC_FORM',
  { en: 'A number of 中图法 has its form', zh: '中图分类号格式正确' },
  'classes',
  ({ classes }) => classes,
  ({ scheme, value }) =>
    scheme !== 'clc' || isClcForm(value)
      ? undefined
      : {
          detail: `"${value}" has not the form of a number of 中图法 (a class letter, digits with a point after each third, signs such as -64). Check 690$a.`,
          detailZh: `“${value}”不符合中图分类号格式（大类字母、每三位数字后加点、-64 等复分号），请核对 690$a。`,
          expected: 'I247.57',
          got: value,
        },
)

const link = each(
  'LINK_NOT_WEB',
  { en: 'A link is a web address', zh: '链接须为网址' },
  'notes',
  ({ notes }) => notes,
  ({ kind, value }) =>
    kind !== 'link'
      ? undefined
      : {
          detail: `A link must be a whole address with http or https; "${value}" is not, and is kept as a note.`,
          detailZh: `链接应为以 http 或 https 开头的完整网址；“${value}”不是，已作为附注保留。`,
          expected: 'https://…',
          got: value,
        },
)

const agentName = each(
  'AGENT_NAME_EMPTY',
  { en: 'An agent has a name in letters', zh: '责任者名称须含文字' },
  'agents',
  ({ agents }) => agents,
  ({ names }) =>
    names.some(({ value }) => /\p{L}/u.test(value))
      ? undefined
      : {
          detail: `A name was expected, and "${names[0]?.value ?? ''}" has no letter in it.`,
          detailZh: `责任者名称“${names[0]?.value ?? ''}”不含文字，请核对。`,
          got: names[0]?.value ?? '',
        },
)

const replaced: RecordRule = {
  id: 'TEXT_DAMAGED',
  severity: 'warn',
  title: { en: 'Titles have no replacement characters', zh: '题名无乱码替换字符' },
  check: ({ titles }) =>
    titles.flatMap(({ value }, index) =>
      value.includes('\ufffd')
        ? [
            {
              code: 'TEXT_DAMAGED',
              detail: `The title "${value}" has characters that no encoding could read. Export the record again as UTF-8.`,
              detailZh: `题名“${value}”含无法识别的字符，请以 UTF-8 重新导出该记录。`,
              path: `titles/${index}`,
              got: value,
            },
          ]
        : [],
    ),
}

/** In the order they are reported. */
export const recordRules: RecordRule[] = [
  titleMissing,
  isbn,
  issn,
  csbn,
  date,
  language,
  clc,
  link,
  agentName,
  replaced,
]
