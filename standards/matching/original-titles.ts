import type { Description, Title } from '../record/v1-draft.js'

/** What stands before the title of the original in a note: 原文题名：, 书名原文：, Translation of:. */
const before =
  /^\s*(?:本书)?(?:(?:书名|題名|题名)?原(?:文|书|書)?(?:题名|題名|书名|書名|名)|书名原文|書名原文|(?:据|據)?(?:英|日|法|德|俄|外)文(?:书名|題名|题名)(?:原文)?|译自|譯自|translation of|translated from|original title|titre original|originaltitel)\s*[:：]\s*(.+)$/iu

/** In which words of a note a title has ended. */
const after = /\s*(?:[.。;；]|\s\/\s|,\s*\d{4}).*$/u

/**
 * Titles of the original, beside those that fields for titles give: two translations with titles of their own are one work
 * by it.
 */
export const originalTitles = ({ relations, notes }: Description): Title[] =>
  [
    ...relations.flatMap(({ kind, title }) => (kind === 'translation-of' && title ? [title] : [])),
    ...notes.flatMap(({ value }) => before.exec(value)?.[1]?.replace(after, '') || []),
  ].map((value) => ({ value, kind: 'variant' }))
