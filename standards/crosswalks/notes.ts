import type { DataField } from '../formats/marc.js'
import { addLink, addNote, credit, type Draft } from './draft.js'
import { stripIsbd } from './isbd.js'
import { all, first, joined, type Step, sourceOf } from './marc-steps.js'

/** A note with the kind the field stands for. */
export const note =
  (kind: string, codes = 'a'): Step =>
  (field, draft) => {
    addNote(draft, kind, joined(field, codes), sourceOf(field, 'a'))
  }

/** 856: $u addresses; $y, $3 and $z say what is there. $7 (0 open, 1 restricted) since 2022. */
export const link: Step = (field, draft) => {
  const label = labelOf(field)
  const code = first(field, '7')
  const access =
    code === '0' ? { kind: 'open' as const } : code === '1' ? { kind: 'licensed' as const } : undefined
  for (const href of all(field, 'u')) {
    addLink(draft, href, label, access, '856$u')
    if (first(field, 'q')?.startsWith('image/') && /^https?:\/\//.test(href)) addImage(draft, href, field)
  }
}

const labelOf = (field: DataField): string | undefined => stripIsbd(joined(field, '3yz', ' ')) || undefined

function addImage(draft: Draft, href: string, field: DataField): void {
  const image = { kind: 'image' as const, href, format: first(field, 'q') as string }
  draft.description.media = [...(draft.description.media ?? []), image]
  credit(draft, 'media', '856$u')
}
