import type { WorkDocument } from '../../gateway/contracts/index.js'
import type { Known } from '../../standards/agents/compare.js'
import { type Mention, mentionsOf } from '../../standards/agents/mentions.js'
import { revision } from '../../standards/agents/weights.js'
import { readDescription } from '../../standards/record/packed.js'
import { digestOf, mentionIdOf, nameIdOf } from './ids.js'
import type { GraphTables } from './tables.js'

type MentionRow = GraphTables['graphMention']

/** A mention as it is stored, with what its name is known by. */
export interface Stated {
  row: MentionRow
  clues: string[]
  known: Known
}

/** What the records of a work say of its agents; nothing when it is gone. */
export const statedIn = (document: WorkDocument): Stated[] => {
  if (document.gone) return []
  const { id: work, records } = document.parts
  return records.flatMap(({ id: record, source, description }) => {
    const mentions = mentionsOf({
      source,
      description: readDescription(description),
      ...(records.length > 1 && { sharedWork: work }),
    })
    return mentions.map((mention) => stated(mention, { work, record, source }))
  })
}

const stated = (mention: Mention, place: { work: string; record: string; source: string }): Stated => {
  const { known, clues, names, dates = null, roles } = mention
  const name = nameIdOf(mention, place.record)
  const told = {
    roles: JSON.stringify(roles),
    names: JSON.stringify(names),
    dates,
    clues: JSON.stringify(clues),
  }
  return {
    row: {
      id: mentionIdOf(name, place.record),
      name,
      ...place,
      ...told,
      digest: digestOf(revision, place.work, told),
    },
    clues,
    known,
  }
}

/** As a reader may type a name: in either order, a Chinese one also by its family part. */
export const textsOf = ({ forms }: Known): string[] => [
  ...new Set(
    forms.flatMap(({ text, family, given, script }) =>
      given.length === 0 ? [text] : [text, script === 'han' ? family : [family, ...given].join(' ')],
    ),
  ),
]
