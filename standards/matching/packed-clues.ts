import { packingBy } from '../record/phrases.js'
import { type Clues, shapedClues } from './clues.js'
import { rulesVersion } from './rules.js'

/** What clues in JSON say again and again. A change of this list is one of `rulesVersion`. */
const packing = packingBy([
  '{"type":"book","titles":[{"main":"',
  '{"type":"serial","titles":[{"main":"',
  '{"type":"article","titles":[{"main":"',
  '","titles":[{"main":"',
  '"},{"main":"',
  '","rest":"',
  '","part":"',
  '"}],"names":[{"names":["',
  '"}],"names":[],"years":[',
  '","isOfVolume":true',
  '"],"inverted":true,"role":"maker"},{"names":["',
  '"],"inverted":true,"role":"maker","main":true}',
  '"],"inverted":false,"role":"maker"},{"names":["',
  '"],"inverted":true,"role":"maker"',
  '"],"inverted":false,"role":"maker"',
  '"],"inverted":false,"role":"translator"',
  ',"isBody":true',
  ',"main":true',
  '],"years":[',
  '],"publishers":["',
  '],"publishers":[],"languages":["',
  '"],"languages":["',
  '"],"originals":[],"identifiers":["isbn ',
  '"],"originals":[],"identifiers":[],"numbers":["',
  '"],"originals":["',
  '"],"numbers":[],"extent":{"pages":',
  '"],"numbers":["',
  '"],"extent":{"pages":',
  '"carrier":"print","content":"text"',
  '"carrier":"print"',
  ',"statement":"',
])

/** Clues as they are stored, with the version of the rules that derived them. `json`: of the clues, where somebody has it. */
export const packClues = (clues: Clues, json = JSON.stringify(clues)): string =>
  `${rulesVersion} ${packing.pack(json)}`

/** Whether the rules of today derived them: of others nothing can be read. */
export const areOfToday = (packed: string | null): packed is string =>
  packed?.startsWith(`${rulesVersion} `) === true

/** Of the rules of today. */
export const readPackedClues = (packed: string): Clues =>
  shapedClues(JSON.parse(packing.unpack(packed.slice(packed.indexOf(' ') + 1))) as Clues)
