import { isbn13, isIssn } from '../crosswalks/identifiers.js'
import type { KbartRow } from '../crosswalks/kbart.js'
import type { KbartLabel } from '../crosswalks/kbart-labels.js'
import type { Finding } from '../record/change.js'

/** One requirement of KBART Phase II (NISO RP-9-2014) on one row of a title list. */
export interface KbartRule {
  /** `KBART-06` …; never given to another rule. */
  id: string
  /** Of its findings. */
  code: string
  keyword: 'MUST' | 'SHOULD'
  section: string
  title: { en: string; zh: string }
  /** Never throws. */
  check(row: KbartRow): Finding[]
}

type Breach = Pick<Finding, 'detail' | 'detailZh' | 'expected'> | null

/** A rule on each of some cells, those that are empty left out. */
const onCells = (
  rule: Omit<KbartRule, 'check'>,
  labels: readonly KbartLabel[],
  test: (text: string, label: KbartLabel, row: KbartRow) => Breach,
): KbartRule => ({
  ...rule,
  check: (row) =>
    labels.flatMap((label) => {
      const got = row[label]
      const breach = got === undefined ? null : test(got, label, row)
      return breach ? [{ code: rule.code, path: label, got, ...breach }] : []
    }),
})

const words = (label: string, expected: string, got: string) => ({
  detail: `${label} must be ${expected}; it is "${got}".`,
  detailZh: `${label} 应为 ${expected}，实为“${got}”。`,
  expected,
})

/** A rule that a cell has one form. */
const formed = (
  [id, code, section]: [string, string, string],
  title: [string, string],
  labels: readonly KbartLabel[],
  form: RegExp,
  expected: string,
): KbartRule =>
  onCells(
    { id, code, keyword: 'MUST', section, title: { en: title[0], zh: title[1] } },
    labels,
    (got, label) => (form.test(got) ? null : words(label, expected, got)),
  )

const isNumber = (text: string): boolean =>
  /^\d{4}-\d{3}[\dXx]$/.test(text)
    ? isIssn(text.toUpperCase())
    : /^[\dXx-]{9,17}$/.test(text) && isbn13(text.replaceAll('-', '').toUpperCase()) !== undefined

const isMonograph = ({ publication_type: type }: KbartRow): boolean => /^monograph$/i.test(type ?? '')

const dates: KbartLabel[] = ['date_first_issue_online', 'date_last_issue_online']
const numbers: KbartLabel[] = [
  'num_first_vol_online',
  'num_first_issue_online',
  'num_last_vol_online',
  'num_last_issue_online',
]
const printed: KbartLabel[] = ['date_monograph_published_print', 'date_monograph_published_online']

export const kbartRules: readonly KbartRule[] = [
  onCells(
    {
      id: 'KBART-06',
      code: 'KBART_IDENTIFIER_FORM',
      keyword: 'MUST',
      section: '§6.6.2, §6.6.3',
      title: {
        en: 'An identifier is an ISSN with its hyphen or an ISBN, and its check digit fits',
        zh: '标识符为带连字符的 ISSN 或 ISBN，且校验位正确',
      },
    },
    ['print_identifier', 'online_identifier'],
    (got, label) => (isNumber(got) ? null : words(label, 'NNNN-NNNC, ISBN', got)),
  ),
  formed(
    ['KBART-07a', 'KBART_DATE_FORM', '§6.6.4, §6.6.7, §6.6.18'],
    ['Dates are of ISO 8601', '日期符合 ISO 8601'],
    [...dates, ...printed],
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'YYYY, YYYY-MM, YYYY-MM-DD',
  ),
  onCells(
    {
      id: 'KBART-07b',
      code: 'KBART_DATES_ORDER',
      keyword: 'MUST',
      section: '§6.6.7',
      title: { en: 'Coverage does not end before it begins', zh: '收录截止不早于起始' },
    },
    ['date_last_issue_online'],
    (got, label, { date_first_issue_online: first }) =>
      first === undefined || got.slice(0, 4) >= first.slice(0, 4) ? null : words(label, `≥ ${first}`, got),
  ),
  onCells(
    {
      id: 'KBART-07c',
      code: 'KBART_MONOGRAPH_COVERAGE',
      keyword: 'MUST',
      section: '§6.6.4',
      title: { en: 'A book has no dates of coverage', zh: '图书不填收录日期' },
    },
    dates,
    (got, label, row) => (isMonograph(row) ? words(label, '∅', got) : null),
  ),
  formed(
    ['KBART-08', 'KBART_NUMBER_WORDS', '§6.6.5'],
    ['Volumes and issues are numbers alone', '卷期只填数字'],
    numbers,
    /^[^\p{L}]*$|^[a-z]?\d[\w./-]*$/iu,
    '12, 3-4',
  ),
  formed(
    ['KBART-09', 'KBART_DEPTH', '§6.6.14'],
    ['coverage_depth is one of its words', 'coverage_depth 为规定用词'],
    ['coverage_depth'],
    /^(fulltext|selected articles|abstracts)$/i,
    'fulltext / selected articles / abstracts',
  ),
  formed(
    ['KBART-10', 'KBART_TYPE', '§6.6.17'],
    ['publication_type is serial or monograph', 'publication_type 为 serial 或 monograph'],
    ['publication_type'],
    /^(serial|monograph)$/,
    'serial / monograph',
  ),
  formed(
    ['KBART-11', 'KBART_ACCESS', '§6.6.25'],
    ['access_type is F or P', 'access_type 为 F 或 P'],
    ['access_type'],
    /^[FP]$/,
    'F / P',
  ),
  formed(
    ['KBART-12', 'KBART_EMBARGO', '§6.6.13'],
    ['An embargo is R or P, a number, and D, M or Y', '时滞为 R 或 P、数字、D/M/Y'],
    ['embargo_info'],
    /^[RP]\d+[DMY](;[RP]\d+[DMY])*$/,
    'P1Y, R180D',
  ),
  {
    id: 'KBART-14',
    code: 'KBART_MONOGRAPH_UNDATED',
    keyword: 'SHOULD',
    section: '§6.6.18',
    title: { en: 'A book has the date of its publication', zh: '图书有出版日期' },
    check: (row) =>
      !isMonograph(row) || printed.some((label) => row[label] !== undefined)
        ? []
        : [
            {
              code: 'KBART_MONOGRAPH_UNDATED',
              path: 'date_monograph_published_print',
              detail: 'A book should have the date it was published, in print or online; it has neither.',
              detailZh: '图书应有印刷版或电子版的出版日期，实际均无。',
            },
          ],
  },
  onCells(
    {
      id: 'KBART-15',
      code: 'KBART_URL',
      keyword: 'MUST',
      section: '§6.6.10',
      title: { en: 'title_url is a web address, and no library’s proxy', zh: 'title_url 为网址且不经代理' },
    },
    ['title_url'],
    (got, label) =>
      /^https?:\/\/[^\s/]+/i.test(got) && !/[/.]e?z?proxy[./]|[?&](qurl|url)=https?:/i.test(got)
        ? null
        : words(label, 'https://…', got),
  ),
]
