import { volumeIn } from '../../matching/volumes.js'
import { type Draft, titleOf } from '../draft.js'

/**
 * UNIMARC of several countries gives a volume its number alone as the title (`Вып. 13`, `Vol. 2`), and names the set in
 * 461: the volume is then named by its set, as where a catalogue has no title for it.
 */
export function nameBySet({ description }: Draft): void {
  const at = description.titles.findIndex(({ kind }) => kind === 'original')
  const proper = description.titles[at]
  const set = description.relations.find(({ kind, title }) => kind === 'set' && title)
  if (!proper || !set?.title) return
  const { rest, volume } = volumeIn(proper.value)
  if (volume === undefined || /[\p{L}\d]/u.test(rest)) return
  description.titles[at] = titleOf(set.title, 'original', {
    number: [proper.value, proper.part?.number].filter(Boolean).join(', '),
    ...(proper.part?.name && { name: proper.part.name }),
    ...(proper.subtitle && { subtitle: proper.subtitle }),
  })
}
