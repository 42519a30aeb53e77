import { reasonOf } from './detect-iso2709.js'
import { flavourOf } from './encoding-declared.js'
import type { Guess } from './guess.js'
import { ppxmlTag } from './pica/carrier.js'

const picaTag = /<(?:[\w-]+:)?datafield\s[^>]*?tag\s*=\s*["'][012]\d\d[A-Z@]["']/
const marcElement = /<(?:[\w-]+:)?(?:datafield|controlfield|leader)[\s>]/
const mabElement = /<(?:[\w-]+:)?datensatz[\s>]|ddb\.de\/professionell\/mabxml/
const mabLeader = /<(?:[\w-]+:)?leader>[^<]{5,6}M2\.0/
const modsElement = /<(?:[\w-]+:)?mods[\s>]/
const dublinCore = /oai_dc|purl\.org\/dc\/(?:elements|terms)|<(?:dc|dcterms):\w+[\s>]/
/** What is not taken for Dublin Core although it uses some of its terms. */
const otherModel = /<(?:\w+:)?(?:feed|entry|ead|mets|TEI|ListSets|Identify)[\s>]/

/** XML by its elements, not by the namespaces that it merely declares. */
export function guessXml(xml: string): Guess | null {
  if (mabElement.test(xml) || mabLeader.test(xml)) {
    const carrier = marcElement.test(xml) ? 'marcxml' : 'mab2-xml'
    return { format: 'mab2', carrier, reason: 'elements or a leader of MAB2' }
  }
  if (ppxmlTag.test(xml))
    return { format: 'pica', carrier: 'pica-ppxml', reason: 'tags of PICA+ (021A, 003@ …)' }
  if (picaTag.test(xml))
    return { format: 'pica', carrier: 'pica-xml', reason: 'tags of PICA+ (021A, 003@ …)' }
  if (marcElement.test(xml)) return guessMarcxml(xml)
  if (modsElement.test(xml)) return { format: 'mods', carrier: 'mods-xml', reason: 'elements of MODS' }
  if (dublinCore.test(xml) && !otherModel.test(xml))
    return {
      format: 'dublin-core',
      carrier: 'dublin-core-xml',
      reason: 'XML in the namespace of Dublin Core',
    }
  return null
}

function guessMarcxml(xml: string): Guess | null {
  const tags = [...xml.matchAll(/field\s[^>]*?tag\s*=\s*["'](\w{3})["']/g)].map((match) => match[1] as string)
  const leader = /leader"?\s*[:>]\s*"?([^<"]{24})/.exec(xml)?.[1] ?? ''
  const format = flavourOf(tags, leader)
  if (!format && tags.length > 0 && /loc\.gov\/MARC21\/slim/.test(xml))
    return {
      format: 'marc21',
      carrier: 'marcxml',
      reason: 'the namespace of MARC 21, though no field that MARC 21 alone has',
    }
  return format && { format, carrier: 'marcxml', reason: reasonOf(new Set(tags), format) }
}
