import type { Subject } from '../../record/v1-draft.js'
import { addClass, credit, type Draft } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { all, first, joined, sourceOf } from '../marc-steps.js'
import { filed, type PicaStep, targetOf } from './steps.js'

type Kind = Subject['kind']

/** A heading by link (its words in $8 or $9) or in $a: 041A and 044K of the GND, 045D of the STW, 013D genre. */
export const heading: StepOf<PicaStep> =
  ({ kind }) =>
  (field, draft) => {
    const { text, authority } = targetOf(field)
    const value = filed(first(field, 'a') ?? joined(field, 'd') ?? '').value || text
    const scheme = authority?.scheme ?? (/STW-ID/.test(joined(field, '89')) ? 'stw' : undefined)
    push(
      draft,
      { value, kind: kind as Kind, ...(scheme && { scheme }), ...(authority && { authority }) },
      sourceOf(field, 'a'),
    )
  }

/** 044A: $a or $s the heading, $x $y $z $v its subdivisions; what comes without them is a keyword. */
export const subdivided: StepOf<PicaStep> =
  ({ kind: scheme }) =>
  (field, draft) => {
    const value = [joined(field, 'as', ' -- '), joined(field, 'xyzv', ' -- ')].filter(Boolean).join(' -- ')
    push(draft, { value: value || targetOf(field).text, kind: 'topic', scheme }, sourceOf(field, 'a'))
  }

export const keywords: PicaStep = (field, draft) => {
  const values = all(field, 'a')
  for (const value of values.length > 0 ? values : [targetOf(field).text])
    push(draft, { value: filed(value).value, kind: 'keyword' }, sourceOf(field, 'a'))
}

/** $a the number, or the first word of the heading that is linked to: `83.30 Wirtschaftsentwicklung`. */
export const classOf: StepOf<PicaStep> =
  ({ kind: scheme, reads }) =>
  (field, draft) => {
    const linked = targetOf(field).text.split(' ', 1)[0] ?? ''
    const edition = reads.includes('e') ? first(field, 'e') : undefined
    for (const value of [...all(field, 'a'), ...(first(field, 'a') ? [] : [linked])])
      addClass(draft, scheme, value, edition, sourceOf(field, 'a'))
  }

function push(draft: Draft, subject: Subject, source: string): void {
  const { subjects } = draft.description
  if (
    !subject.value ||
    subjects.some((other) => other.value === subject.value && other.kind === subject.kind)
  )
    return
  subjects.push(subject)
  credit(draft, 'subjects', source)
}
