import { languageCode } from '../crosswalks/languages.js'
import type { Description, Title } from '../record/v1-draft.js'

/** What stands before the title of the original in a note: 原文题名：, 书名原文：, Translation of:. */
const before =
  /^(?:本书)?(?:(?:书名|題名|题名)?原(?:文|书|書)?(?:题名|題名|书名|書名|名)|书名原文|書名原文|(?:据|據)?(?:英|日|法|德|俄|外)文(?:书名|題名|题名)(?:原文)?|译自|譯自|translation of|translated from|original title|titre original|originaltitel) ?[:：] ?(.+)$/iu

/** In which words of a note a title has ended: not at the point of Mr. Palomar, J. R. or Node.js. */
const after =
  / ?(?:[。;；]|(?<!(?<!\p{L})(?:mrs?|ms|dr|ste?|prof|jr|sr|vs|mme|mlle|[a-z]))\.(?!\w)| \/ |, ?\d{4}).*$/iu

/** A title of the original stands at the beginning of its note; some notes are whole chapters. */
const longest = 600

const inNote = (text: string): string | undefined =>
  /[:：]/.test(text)
    ? before.exec(text.slice(0, longest).replace(/\s+/gu, ' ').trim())?.[1]?.replace(after, '')
    : undefined

/** Words of editions, and where else the title is said to stand: 第5版, 2nd ed, 见版权页. */
const edition =
  /(?:第? ?[\d一二三四五六七八九十]+ ?|原|修订|修訂)?版本?|原文|原著|\b(?:the|\d+(?:st|nd|rd|th)|first|second|third|original|revised|new|editions?|ed|text|version)\b/giu
const elsewhere = /^(?:[见見](?:版权|版權|封|书|書|题|題|扉|前言|后记|後記)|同上|不[详詳]|未[详詳]|[无無]$)/u
const isCode = /^[a-z]{2,3}$/iu

/** 英文版, English, 2nd ed. and 见版权页 are none, and stand in hundreds of books of any one maker. */
const isTitle = (text: string): boolean => {
  const rest = text.replace(edition, '').trim()
  return rest.length > 1 && !elsewhere.test(text) && (isCode.test(rest) || languageCode(rest) === undefined)
}

/**
 * Titles of the original, beside those that fields for titles give: two translations with titles of their own are one work
 * by it.
 */
export const originalTitles = ({ relations, notes }: Description): Title[] =>
  [
    ...relations.flatMap(({ kind, title }) => (kind === 'translation-of' && title ? [title] : [])),
    ...notes.flatMap(({ value }) => inNote(value) ?? []),
  ]
    .filter(isTitle)
    .map((value) => ({ value, kind: 'variant' }))
