import { addAbstract, addNote, credit } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { isWebAddress } from '../identifiers.js'
import { all, joined } from '../marc-steps.js'

/** 520: indicator 1 — 1 is a review, 4 a warning of content; the others summarise. */
export const abstract: StepOf = () => (field, draft) => {
  const text = joined(field, 'ab')
  if (field.ind1 === '1' || field.ind1 === '4')
    addNote(draft, field.ind1 === '1' ? 'review' : 'content-advice', text, '520$a')
  else addAbstract(draft, text, '520$a')
}

/** 540: terms of use. */
export const licence: StepOf = () => (field, draft) => {
  const uri = all(field, 'u').find(isWebAddress)
  const text = joined(field, 'af')
  if (draft.description.licence || (!uri && !text)) return
  draft.description.licence = { ...(uri && { uri }), ...(text && { text }) }
  credit(draft, 'licence', '540$a')
}
