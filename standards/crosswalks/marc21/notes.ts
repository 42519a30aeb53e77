import type { DataField } from '../../formats/marc.js'
import { addAbstract, addLink, addNote, credit } from '../draft.js'
import { stripIsbd } from '../isbd.js'
import { all, first, joined, sourceOf, type Step } from '../marc-steps.js'
import { isWebAddress } from '../identifiers.js'

/** 5XX with the kind the field stands for. */
export const note = (kind: string, codes = 'a'): Step => (field, draft) => {
  addNote(draft, kind, joined(field, codes), sourceOf(field, 'a'))
}

/** 520: indicator 1 — 1 is a review, 4 a warning of content; the others summarise. */
export const abstract: Step = (field, draft) => {
  const text = joined(field, 'ab')
  if (field.ind1 === '1' || field.ind1 === '4') addNote(draft, field.ind1 === '1' ? 'review' : 'content-advice', text, '520$a')
  else addAbstract(draft, text, '520$a')
}

/** 540: terms of use. */
export const licence: Step = (field, draft) => {
  const uri = all(field, 'u').find(isWebAddress)
  const text = joined(field, 'af')
  if (draft.description.licence || (!uri && !text)) return
  draft.description.licence = { ...(uri && { uri }), ...(text && { text }) }
  credit(draft, 'licence', '540$a')
}

/** 856: $u addresses; $y, $3 and $z say what is there. $7 (0 open, 1 restricted) since 2022. */
export const link: Step = (field, draft) => {
  const label = labelOf(field)
  const code = first(field, '7')
  const access = code === '0' ? { kind: 'open' as const } : code === '1' ? { kind: 'licensed' as const } : undefined
  for (const href of all(field, 'u')) {
    addLink(draft, href, label, access, '856$u')
    if (first(field, 'q')?.startsWith('image/') && /^https?:\/\//.test(href)) addImage(draft, href, field)
  }
}

const labelOf = (field: DataField): string | undefined => stripIsbd(joined(field, '3yz', ' ')) || undefined

function addImage(draft: Parameters<Step>[1], href: string, field: DataField): void {
  const media = (draft.description.media ??= [])
  media.push({ kind: 'image', href, format: first(field, 'q') as string })
  credit(draft, 'media', '856$u')
}
