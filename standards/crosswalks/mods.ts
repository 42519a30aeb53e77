import { descendants, harvestHeader, readTree, type XmlNode } from '../formats/xml-tree.js'
import type { Finding } from '../record/change.js'
import { type Crosswalk, type Described, RecordUnreadable } from './crosswalk.js'
import { startDraft } from './draft.js'
import { finish } from './marc-steps.js'
import {
  abstract,
  accessCondition,
  classification,
  genre,
  note,
  physicalDescription,
} from './mods/descriptive.js'
import { name } from './mods/names.js'
import { identifier, location, recordInfo } from './mods/numbers.js'
import { language, originInfo } from './mods/origin.js'
import { part, relatedItem } from './mods/relations.js'
import type { ModsStep } from './mods/steps.js'
import { subject } from './mods/subjects.js'
import { titleInfo } from './mods/titles.js'
import { readType } from './mods/types.js'

/** MODS 3, top-level element by element (Library of Congress, User Guidelines version 3). */
const steps: Record<string, ModsStep> = {
  titleInfo,
  name,
  genre,
  originInfo,
  language,
  physicalDescription,
  abstract,
  tableOfContents: note('contents'),
  targetAudience: note('audience'),
  note: note(undefined),
  subject,
  classification,
  relatedItem,
  identifier,
  location,
  accessCondition,
  part,
  recordInfo,
}

/** The children of one `mods` element as a canonical description. */
export function describeMods(mods: XmlNode): Described {
  const draft = startDraft()
  draft.description.type = readType(mods)
  for (const child of mods.children) steps[child.name]?.(child, draft)
  return finish(draft)
}

export const mods: Crosswalk = {
  format: 'mods',
  version: '4',
  describe(bytes) {
    const findings: Finding[] = []
    const root = readTree(bytes, findings)
    const header = harvestHeader(root)
    const [found] = root.name === 'mods' ? [root] : descendants(root, 'mods')
    if (!found && header.deleted) return { ...header, findings }
    if (!found) throw new RecordUnreadable(noMods)
    const described = describeMods(found)
    return { ...described, ...header, findings: [...findings, ...described.findings] }
  },
}

const noMods: Finding = {
  code: 'MODS_INVALID',
  detail: 'The XML of this record holds no element "mods".',
  detailZh: '这条记录的 XML 中没有 mods 元素。',
  expected: 'mods',
}
