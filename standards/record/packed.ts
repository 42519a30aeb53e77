import { packingBy } from './phrases.js'
import type { Description } from './v1-draft.js'

/**
 * What descriptions in JSON say again and again. A place in this list never comes to mean something else: what is stored is
 * read by it.
 * Chosen by what each saves over records of MARC 21 and CNMARC; together they halve what is stored.
 */
const phrases = [
  '{"value":"',
  '"},{"value":"',
  '","kind":"original","script":"Latn"}',
  '","kind":"original","script":"Hans"}',
  '","script":"Latn","kind":"original"}],"type":"person","role":"',
  '","script":"Hans","kind":"original"}],"type":"person","role":"',
  '{"names":[{"value":"',
  '],"agents":[{"names":[{"value":"',
  ',"authority":{"scheme":"',
  '","id":"',
  '","kind":"',
  '","script":"',
  '","roleText":"',
  '],"languages":[{"code":"',
  '","role":"text"}],"dates":[{"kind":"issued","edtf":"',
  '","text":"',
  '"}],"publication":[{"place":"',
  '","publisher":"',
  '"}],"identifiers":[{"scheme":"',
  '","value":"',
  '","valid":true',
  '"controlNumbers":[{"agency":"',
  '","number":"',
  '"},{"agency":"',
  '{"scheme":"',
  '"}],"classes":[{"scheme":"',
  '"}],"relations":[],"abstracts":[],"notes":[{"kind":"',
  '"},{"kind":"',
  '"}],"links":[],"holdings":[',
  '],"provenance":{},"statement":"',
  '","kind":"keyword"}',
]

const packing = packingBy(phrases)

/** A description as it is stored: JSON with its commonest phrases as one character each. */
export const packDescription = (description: Description): string => packing.pack(JSON.stringify(description))

/** Reads what is stored, and plain JSON. */
export const readDescription = (packed: string): Description =>
  JSON.parse(packing.unpack(packed)) as Description
