import { type Shown, showRecord } from '../../standards/findings/shown.js'
import { remedyOf } from '../../standards/rules/remedies/index.js'
import type { QuarantineEntry, QuarantineGroup } from '../contracts/catalogue.js'

type Language = 'en' | 'zh'

const say = {
  en: { mend: 'To mend it', example: 'for example' },
  zh: { mend: '处理办法', example: '例如' },
} as const

const detailOf = ({ finding }: QuarantineEntry, language: Language): string =>
  (language === 'zh' && finding.detailZh) || finding.detail

export const lineOf = (entry: QuarantineEntry, language: Language): string => {
  const { number, source, sourceId, state, finding } = entry
  return `${number}  ${source}  ${sourceId ?? '-'}  ${state}  ${finding.code}: ${detailOf(entry, language)}`
}

export const groupLines = (
  { code, source, count, example }: QuarantineGroup,
  language: Language,
): string[] => {
  const remedy = remedyOf(code)
  return [
    `${count}  ${source}  ${code}${remedy ? `: ${remedy.title[language]}` : ''}`,
    ...(remedy ? [`    ${say[language].mend}: ${remedy.mend[language]}`] : []),
    `    ${say[language].example} ${example.number}: ${detailOf(example, language)}`,
  ]
}

/** One entry whole: its reason, what to do, its bytes around the place, its fields. */
export const showLines = (entry: QuarantineEntry & { bytes: Uint8Array }, language: Language): string[] => {
  const { finding, format, size, run, at, offset } = entry
  const remedy = remedyOf(finding.code)
  const isMarc = format === 'marc21' || format === 'cnmarc'
  const shown = showRecord(entry.bytes, finding, isMarc)
  return [
    lineOf(entry, language),
    `run ${run}, ${at}, byte ${offset ?? '?'} of its file, ${size} bytes, taken as ${format ?? 'unknown'}`,
    ...(finding.path ? [`in ${finding.path}`] : []),
    ...(finding.expected ? [`expected ${finding.expected}, got ${finding.got ?? 'nothing'}`] : []),
    ...(remedy ? [remedy.explanation[language], `${say[language].mend}: ${remedy.mend[language]}`] : []),
    '',
    ...hexLines(shown),
    '',
    `${shown.text.before}${shown.text.marked && `»${shown.text.marked}«`}${shown.text.after}`,
    ...(shown.fields
      ? ['', ...shown.fields.map(({ text, isMarked }) => `${isMarked ? '>' : ' '} ${text}`)]
      : []),
  ]
}

const hexLines = ({ rows }: Shown): string[] =>
  rows.flatMap(({ at, hex, text, mark }) => {
    const marks = mark
      ? [`${' '.repeat(9 + mark.from * 3)}${'^^ '.repeat(mark.to - mark.from).trimEnd()}`]
      : []
    return [`${mark ? '>' : ' '}${at.toString().padStart(6)}  ${hex.padEnd(47)}  ${text}`, ...marks]
  })
