import type { Format } from '../record/change.js'
import type { Description } from '../record/v1-draft.js'
import type { Words } from './remedies/index.js'

/** One thing that a description may say, and whether readers miss it when it does not. */
export interface Completeness {
  /** Field of the description. */
  field: string
  title: Words
  /** What its absence is called, where it is worth mending. */
  code?: string
  isPresent(description: Description): boolean
  /** Records it is asked of; left out: all of formats that can say it. */
  isAskedOf?(description: Description): boolean
  /** A title list has no place for it. */
  isNotInLists?: true
}

/** Nobody is asked for what the format has no place for, or what is not had. */
export const isAsked = (one: Completeness, description: Description, format: Format): boolean =>
  !(one.isNotInLists && format === 'kbart') && (one.isAskedOf?.(description) ?? true)

const has =
  (field: keyof Description) =>
  (description: Description): boolean => {
    const value = description[field]
    return Array.isArray(value) ? value.length > 0 : value !== undefined
  }

const field = (
  name: keyof Description,
  en: string,
  zh: string,
  more: Partial<Completeness> = {},
): Completeness => ({ field: name, title: { en, zh }, isPresent: has(name), ...more })

/** ISBNs are given since 1972 (China since 1987), ISSNs since 1971. */
const isNumbered = ({ type, dates }: Description): boolean =>
  type === 'serial' || (type === 'book' && (yearOf(dates) ?? 0) >= 1987)

/** Journals are seldom anybody’s; their dates are those of their issues. */
const isNoSerial = ({ type }: Description): boolean => type !== 'serial'

const unlisted = { isNotInLists: true } as const

/** The first year that a date of publication states. */
export const yearOf = (dates: Description['dates']): number | undefined => {
  for (const { kind, edtf } of dates) {
    if (kind === 'original' || kind === 'modified' || edtf === undefined) continue
    const year = /^-?(\d{4})/.exec(edtf)?.[1]
    if (year !== undefined) return Number(year)
  }
  return undefined
}

/** In a fixed order: what is kept of a record counts on it. New ones are added at the end. */
export const completeness: readonly Completeness[] = [
  field('agents', 'Author or editor', '责任者', { code: 'AGENT_MISSING', isAskedOf: isNoSerial }),
  {
    field: 'year',
    title: { en: 'Year', zh: '年份' },
    code: 'YEAR_MISSING',
    isAskedOf: isNoSerial,
    isPresent: ({ dates }) => yearOf(dates) !== undefined,
  },
  field('languages', 'Language', '语种', {
    code: 'LANGUAGE_MISSING',
    ...unlisted,
    isPresent: ({ languages }) => languages.some(({ code }) => code !== 'und'),
  }),
  {
    field: 'publisher',
    title: { en: 'Publisher', zh: '出版者' },
    isPresent: ({ publication }) => publication.some(({ publisher }) => publisher !== undefined),
  },
  {
    field: 'identifiers',
    title: { en: 'ISBN or ISSN', zh: 'ISBN 或 ISSN' },
    code: 'IDENTIFIER_MISSING',
    isPresent: ({ identifiers }) =>
      identifiers.some(({ scheme, cancelled }) => !cancelled && (scheme === 'isbn' || scheme === 'issn')),
    isAskedOf: isNumbered,
  },
  field('subjects', 'Subject heading', '主题词', { code: 'SUBJECT_MISSING', ...unlisted }),
  field('classes', 'Class number', '分类号', unlisted),
  field('abstracts', 'Abstract', '摘要', unlisted),
  field('extent', 'Extent', '载体形态', unlisted),
  field('edition', 'Edition', '版本'),
  field('relations', 'Series or related title', '丛编或相关题名'),
  field('holdings', 'Holdings', '馆藏', unlisted),
  field('links', 'Link', '链接'),
  field(
    'controlNumbers',
    'Number of an agency (OCLC, LCCN, CALIS …)',
    '机构控制号（OCLC、LCCN、CALIS 等）',
    unlisted,
  ),
]
