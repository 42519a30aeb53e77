import type { MarcField, Subfield } from './marc.js'

/** A record of any shape as its leader, and each field as its tag and what stands for its content. */
export interface Shaped {
  leader: string
  fields: [tag: string, content: unknown][]
}

type JsonObject = Record<string, unknown>

/**
 * Which of the shapes a JSON value has; null when none:
 * - MARC-in-JSON: `fields: [{ "245": {…} }]`; MARC-HASH: `fields: [["245", "1", "0", [["a", "…"]]]]`
 * - Catmandu: `record: [["245", "1", "0", "a", "…"]]`
 * - RecordManager: `{ v: 3, f: { "245": [{ i1, i2, s: [{ a: "…" }] }] } }`, before that the tags at the top
 * - MARCXML turned into JSON: `controlfield: [{ tag, … }], datafield: [{ tag, subfield: [{ code, … }] }]`
 * - BISIS: `[{ fieldNum, indicators, subFields: [{ label, content }] }]`, or the same under `unimarc`
 */
export function shapeOf(value: unknown): Shaped | null {
  if (Array.isArray(value)) return listed(value)
  if (!isObject(value)) return null
  const list = [value['fields'], value['record'], value['unimarc']].find(Array.isArray)
  if (list)
    return { ...listed(list), ...(typeof value['leader'] === 'string' && { leader: value['leader'] }) }
  if ('datafield' in value || 'controlfield' in value) return asMarcxml(value)
  const byTag = isObject(value['f']) ? value['f'] : value
  return Object.keys(byTag).some((tag) => /^\d{3}$/.test(tag)) ? tagged(byTag) : null
}

function listed(list: unknown[]): Shaped {
  const fields = list.flatMap(fieldIn)
  const leader = fields.find(([tag]) => tag === 'LDR' || tag === '000')?.[1]
  return {
    leader: typeof leader === 'string' ? leader : Array.isArray(leader) ? String(leader.at(-1)) : '',
    fields: fields.filter(([tag]) => tag !== 'LDR' && tag !== '000'),
  }
}

function fieldIn(field: unknown): [string, unknown][] {
  if (Array.isArray(field) && typeof field[0] === 'string')
    return [[field[0], field.length === 2 ? field[1] : field.slice(1)]]
  if (!isObject(field)) return [['?', field]]
  if (typeof field['fieldNum'] === 'string') return [[field['fieldNum'], field]]
  return Object.entries(field)
}

/** `{ "000": "…", "245": [{…}, {…}] }`: the fields of a tag together. */
function tagged(byTag: JsonObject): Shaped {
  const leader = [byTag['000'] ?? byTag['leader']].flat()[0]
  return {
    leader: typeof leader === 'string' ? leader : '',
    fields: Object.entries(byTag).flatMap(([tag, contents]): [string, unknown][] =>
      /^[\dA-Z]{3}$/.test(tag) && tag !== '000' ? [contents].flat().map((content) => [tag, content]) : [],
    ),
  }
}

function asMarcxml(value: JsonObject): Shaped {
  const fields = [value['controlfield'], value['datafield']]
    .flat()
    .flatMap((field): [string, unknown][] =>
      isObject(field) && typeof (field['tag'] ?? field['@tag']) === 'string'
        ? [[String(field['tag'] ?? field['@tag']), 'subfield' in field ? field : textIn(field)]]
        : [],
    )
  return { leader: textOf(value['leader']), fields }
}

/** The field that a content stands for; null when it is none. */
export function fieldOf(tag: string, content: unknown): MarcField | null {
  if (typeof content === 'string')
    return content.includes('\x1f') ? withSeparators(tag, content) : { tag, value: content }
  if (Array.isArray(content)) return fromList(tag, content)
  if (!isObject(content)) return null
  const list = content['subfields'] ?? content['subFields'] ?? content['s'] ?? content['subfield']
  if (!Array.isArray(list) && !isObject(list)) return null
  const [ind1, ind2] = indicatorsOf(content)
  return { tag, ind1, ind2, subfields: [list].flat().flatMap(subfieldsOf) }
}

/** `["1", "0", [["a", "…"]]]` and `["1", "0", "a", "…"]`; control fields give `[null, null, "_", "…"]`. */
function fromList(tag: string, [ind1, ind2, ...rest]: unknown[]): MarcField | null {
  const flat: unknown[] = Array.isArray(rest[0]) ? rest[0].flat() : rest
  const subfields: Subfield[] = []
  for (let at = 0; at + 1 < flat.length; at += 2)
    subfields.push({ code: String(flat[at]), value: textOf(flat[at + 1]) })
  if (subfields[0]?.code === '_') return { tag, value: subfields[0].value }
  return subfields.length > 0 ? { tag, ind1: indicator(ind1), ind2: indicator(ind2), subfields } : null
}

/** `10\x1faTitle\x1fbsubtitle`, as in ISO 2709. */
function withSeparators(tag: string, content: string): MarcField {
  const [indicators = '', ...parts] = content.split('\x1f')
  return {
    tag,
    ind1: indicator(indicators[0]),
    ind2: indicator(indicators[1]),
    subfields: parts.map((part) => ({ code: part.slice(0, 1), value: part.slice(1) })),
  }
}

function indicatorsOf(content: JsonObject): [string, string] {
  const both = content['indicators'] ?? content['ind']
  const [one, two] = typeof both === 'string' ? [both[0], both[1]] : [undefined, undefined]
  return [
    indicator(content['ind1'] ?? content['i1'] ?? content['@ind1'] ?? one),
    indicator(content['ind2'] ?? content['i2'] ?? content['@ind2'] ?? two),
  ]
}

/** `{ a: "…" }`, `{ c: "a", v: "…" }`, `{ code, … }`, `{ label, content }`. */
function subfieldsOf(subfield: unknown): Subfield[] {
  if (!isObject(subfield)) return []
  const code =
    subfield['code'] ??
    subfield['@code'] ??
    subfield['label'] ??
    (hasText(subfield['v']) ? subfield['c'] : undefined)
  if (typeof code === 'string')
    return [{ code, value: hasText(subfield['v']) ? textOf(subfield['v']) : textIn(subfield) }]
  return Object.entries(subfield).flatMap(([name, value]) =>
    hasText(value) ? [{ code: name, value: textOf(value) }] : [],
  )
}

const textIn = (node: JsonObject): string =>
  textOf(node['text'] ?? node['data'] ?? node['value'] ?? node['content'] ?? node['#text'] ?? node['$'])

const hasText = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number'
const textOf = (value: unknown): string => (hasText(value) ? String(value) : '')

const indicator = (value: unknown): string => {
  const one = textOf(value).slice(0, 1)
  return one === '' || one === '#' || one === '\\' ? ' ' : one
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
