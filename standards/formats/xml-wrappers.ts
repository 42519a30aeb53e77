import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import { bufferOf } from './iso2709-bytes.js'
import { harvestHeader, readTree } from './xml-tree.js'

export interface HarvestHeader {
  sourceId?: string
  isDeleted: boolean
}

/** OAI-PMH 2.0 §2.5: the header gives the identifier, and may say that the record is deleted. Null when unreadable. */
export function readHeader(upToItsEndTag: Uint8Array): HarvestHeader | null {
  try {
    const name =
      /^<([\w.-]+:)?header/.exec(bufferOf(upToItsEndTag).toString('latin1', 0, 64))?.[0] ?? '<header'
    const whole = Buffer.concat([
      Buffer.from('<record>'),
      upToItsEndTag,
      Buffer.from(`</${name.slice(1)}></record>`),
    ])
    const { deleted, ...known } = harvestHeader(readTree(whole, []))
    return { ...known, isDeleted: deleted && known.sourceId !== undefined }
  } catch (error) {
    if (error instanceof RecordUnreadable) return null
    throw error
  }
}

/** An element that holds blanks and comments alone. */
export function isBlankElement(bytes: Uint8Array): boolean {
  const text = bufferOf(bytes).toString('latin1')
  const inside = text.slice(text.indexOf('>') + 1, text.lastIndexOf('<'))
  return inside.replace(/<!--[\s\S]*?-->/g, '').trim() === ''
}
