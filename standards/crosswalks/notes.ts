import type { DataField, Subfield } from '../formats/marc.js'
import { addLink, addNote, credit, type Draft } from './draft.js'
import type { StepOf } from './field-table.js'
import { stripIsbd } from './isbd.js'
import { all, first, joined, type Step, sourceOf } from './marc-steps.js'

/** A note with the kind the field stands for. */
export const note: StepOf =
  ({ kind, reads }) =>
  (field, draft) => {
    addNote(draft, kind, joined(field, reads), sourceOf(field, 'a'))
  }

/** A note about one copy: indicator 1 = 0 says that it is private (MARC 21 541, 561, 563). */
export const publicNote: StepOf = (row) => {
  const step = note(row)
  return (field, draft, context) => {
    if (field.ind1 !== '0') step(field, draft, context)
  }
}

/** What needs nothing but the field, in any of the formats that have fields. */
type FieldStep = (field: DataField, draft: Draft) => void

/** Longest local field that is kept in the description: a page of statistics is no description. Its bytes are kept anyway. */
const longest = 2_000

/** A local field whole, as its library writes it: `950 $a… $b…`. What it means only that library knows. */
export const local: StepOf<FieldStep> = () => keepWhole

const keepWhole: FieldStep = (field, draft) => {
  let text = field.tag
  for (const { code, value } of field.subfields) if (value.trim()) text += ` $${code} ${value.trim()}`
  if (text.length > 3) addNote(draft, 'local', text.slice(0, longest), field.tag)
}

/** Subfields that the table has no row for, as they stand: a slip, a damaged code, or one library's practice. */
export const stray: StepOf<FieldStep> = ({ reads: named }) => {
  const isNamed = Array.from({ length: 128 }, (_, code) => named.includes(String.fromCharCode(code)))
  return (field, draft) => {
    let rest: Subfield[] | undefined
    for (const subfield of field.subfields)
      if (!isNamed[subfield.code.charCodeAt(0)]) rest = [...(rest ?? []), subfield]
    if (rest) keepWhole({ ...field, subfields: rest }, draft)
  }
}

/** 856: $u addresses; $y, $3 and $z say what is there. $7 (0 open, 1 restricted) since 2022. */
export const link: StepOf = () => (field, draft) => {
  const label = labelOf(field)
  const code = first(field, '7')
  const access =
    code === '0' ? { kind: 'open' as const } : code === '1' ? { kind: 'licensed' as const } : undefined
  for (const href of all(field, 'u')) {
    addLink(draft, href, label, access, sourceOf(field, 'u'))
    if (first(field, 'q')?.startsWith('image/') && /^https?:\/\//.test(href)) addImage(draft, href, field)
  }
}

const labelOf = (field: DataField): string | undefined => stripIsbd(joined(field, '3yz', ' ')) || undefined

function addImage(draft: Draft, href: string, field: DataField): void {
  const image = { kind: 'image' as const, href, format: first(field, 'q') as string }
  draft.description.media = [...(draft.description.media ?? []), image]
  credit(draft, 'media', '856$u')
}

/** General material designation and the like: `[electronic resource]` without brackets and ISBD marks. */
export const medium: StepOf =
  ({ reads }): Step =>
  (field, draft) => {
    for (const value of reads.split('').flatMap((code) => all(field, code)))
      addNote(draft, 'medium', stripIsbd(value).replace(/^\[|\]$/g, ''), sourceOf(field, reads))
  }
