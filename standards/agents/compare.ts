import { type NameForm, romanisedKeys } from './forms.js'
import { splitChinese } from './surnames.js'
import { type NameRelation, nameWeights, type Veto } from './weights.js'

/** What is known of an agent from its name in a record: the same for every record that says exactly this. */
export interface Known {
  type: 'person' | 'organisation' | 'meeting'
  forms: NameForm[]
  birth?: number
  death?: number
  dynasty?: string
  /** gnd 118613723 */
  authority?: string
  /** Source and number of its own authority file. */
  local?: string
}

export const isOneAuthority = (one: Known, other: Known): boolean =>
  (one.authority !== undefined && one.authority === other.authority) ||
  (one.local !== undefined && one.local === other.local)

/** Why these can never be one agent; undefined when nothing forbids it. */
export const vetoOf = (one: Known, other: Known): Veto | undefined => {
  if (one.type !== other.type) return 'type'
  if (isOneAuthority(one, other)) return undefined
  if (differInScheme(one.authority, other.authority)) return 'authority'
  if (differInScheme(one.local, other.local)) return 'local'
  for (const field of ['birth', 'death', 'dynasty'] as const)
    if (one[field] !== undefined && other[field] !== undefined && one[field] !== other[field]) return field
  return one.type === 'person' ? nameConflict(one.forms, other.forms) : undefined
}

const differInScheme = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other && schemeOf(one) === schemeOf(other)

const schemeOf = (number: string): string => number.slice(0, number.indexOf(' '))

const nameConflict = (one: NameForm[], other: NameForm[]): Veto | undefined => {
  const [written, writtenOther] = [chinese(one), chinese(other)]
  if (written.length > 0 && writtenOther.length > 0 && !written.some((text) => writtenOther.includes(text)))
    return 'written'
  const words = (forms: NameForm[]) => forms.filter(({ script }) => script === 'word')
  const pairs = words(one).flatMap((form) => words(other).map((second) => [form, second] as const))
  const families = pairs.filter(([form, second]) => form.family === second.family)
  return families.length > 0 && families.every(([form, second]) => !givenAgree(form.given, second.given))
    ? 'given'
    : undefined
}

const chinese = (forms: NameForm[]): string[] =>
  forms
    .filter(({ script, given, family }) => script === 'han' && given.length === 0 && splitChinese(family))
    .map(({ family }) => family)

/** Position by position: equal, or one the initial of the other; what one lacks contradicts nothing. */
const givenAgree = (one: string[], other: string[]): boolean => {
  const length = Math.min(one.length, other.length)
  for (let at = 0; at < length; at++) if (!partsAgree(one[at] as string, other[at] as string)) return false
  return true
}

const partsAgree = (one: string, other: string): boolean =>
  one === other || ((one.length === 1 || other.length === 1) && one[0] === other[0])

/** How alike two names are: the strongest of what their forms come to. */
export const relationOf = (one: Known, other: Known): NameRelation => {
  let best: NameRelation = 'none'
  for (const form of one.forms)
    for (const second of other.forms) {
      const relation = one.type === 'person' ? relationOfForms(form, second) : bodyRelation(form, second)
      if (nameWeights[relation].weight > nameWeights[best].weight) best = relation
    }
  return best
}

const relationOfForms = (one: NameForm, other: NameForm): NameRelation => {
  if (one.script !== other.script) {
    const keys = romanisedKeys(one)
    return romanisedKeys(other).some((key) => keys.includes(key)) ? 'romanised' : 'none'
  }
  if (one.family !== other.family) return 'none'
  return one.script === 'han' ? hanRelation(one, other) : wordRelation(one, other)
}

const hanRelation = (one: NameForm, other: NameForm): NameRelation => {
  if (one.given.length === 0 && other.given.length === 0) return lengthRelation([...one.family].length)
  if (one.given.length === 0 || other.given.length === 0)
    return [...one.family].length > 2 ? 'same-name' : 'family-alone'
  if (one.text === other.text) return 'same-long-name'
  return givenAgree(one.given, other.given) ? 'family-alone' : 'none'
}

const lengthRelation = (length: number): NameRelation => {
  if (length >= 4) return 'same-long-name'
  return length === 3 ? 'same-name' : 'same-short-name'
}

const wordRelation = (one: NameForm, other: NameForm): NameRelation => {
  const { given } = one.given.length <= other.given.length ? one : other
  if (given.length === 0) return one.given.length === other.given.length ? 'same-short-name' : 'none'
  if (!givenAgree(one.given, other.given)) return 'none'
  const full = given.filter(
    (part, at) =>
      part.length > 1 && (one.given[at] as string).length > 1 && (other.given[at] as string).length > 1,
  )
  if (full.length === 0) return 'initials'
  const [key] = romanisedKeys(one)
  if (key !== undefined) return key.endsWith('2') ? 'same-pinyin' : 'same-short-name'
  return given.length > 1 ? 'same-long-name' : 'same-name'
}

/** Bodies that every book may have: their name says nothing. */
const nameless =
  /^(?:本书|该书|全书|本社|编辑部|编委会|编写组|编写委员会|课题组|教研室|教材编写组|anonymous|unknown|various)/u

const bodyRelation = (one: NameForm, other: NameForm): NameRelation => {
  if (one.text !== other.text || nameless.test(one.text)) return 'none'
  const length = one.script === 'han' ? [...one.text].length / 2 : one.text.split(' ').length
  if (length >= 3) return 'same-body'
  return length >= 2 ? 'same-long-name' : 'same-name'
}
