import type { Description } from './v1-draft.js'

/**
 * What descriptions in JSON say again and again, by the control character that stands for it: the first is U+0001.
 * JSON writes no control character as itself, so none can be taken for what a record says, and a description that was
 * never packed reads as it is. A place in this list never comes to mean something else: what is stored is read by it.
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

const codeOf = new Map(phrases.map((phrase, at) => [phrase, String.fromCharCode(at + 1)]))

const escaped = (phrase: string): string => phrase.replace(/[[\]{}]/g, '\\$&')
/** The longest that fits is taken. */
const anyPhrase = new RegExp(
  [...phrases]
    .sort((one, other) => other.length - one.length)
    .map(escaped)
    .join('|'),
  'g',
)
const anyCode = /[\u0001-\u001f]/g

/** A description as it is stored: JSON with its commonest phrases as one character each. */
export const packDescription = (description: Description): string =>
  JSON.stringify(description).replace(anyPhrase, (phrase) => codeOf.get(phrase) as string)

/** Reads what is stored, and plain JSON. */
export const readDescription = (packed: string): Description =>
  JSON.parse(packed.replace(anyCode, (code) => phrases[code.charCodeAt(0) - 1] as string)) as Description
