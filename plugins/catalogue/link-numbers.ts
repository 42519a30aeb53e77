import { numbersOfAuthority, ownFile } from '../../standards/crosswalks/authorities.js'
import { recordScheme } from '../../standards/crosswalks/relations.js'
import type { Description } from '../../standards/record/v1-draft.js'
import type { LinkKind } from './link-tables.js'

export interface Linking {
  /** By these the record is pointed to. */
  numbers: { kind: LinkKind; number: string }[]
  /** To these it points. */
  references: { kind: LinkKind; number: string }[]
}

interface Linkable {
  kind: 'bib' | 'authority' | 'holding'
  sourceId: string
  /** 001, where the source is known by other identifiers (OAI). */
  ownId?: string | undefined
  description: Description
}

/** Pure: the numbers by which records of one source find each other, whichever of them came first. */
export const linkingOf = ({ kind, sourceId, ownId, description }: Linkable): Linking => {
  const of = (kind: LinkKind, numbers: string[]) => [...new Set(numbers)].map((number) => ({ kind, number }))
  if (kind === 'holding') return { numbers: [], references: of('bib', hostsOf(description)) }
  const ids = [sourceId, ...(ownId === undefined ? [] : [ownId])]
  if (kind === 'authority')
    return { numbers: of('authority', numbersOfAuthority(ids, description.controlNumbers)), references: [] }
  const shared = description.controlNumbers.map(({ agency, number }) => `${agency}:${number}`)
  return {
    numbers: of('bib', [...ids.map((id) => `${recordScheme}:${id}`), ...shared]),
    references: of('authority', headingsOf(description)),
  }
}

/** 004 and 014 of a holdings record, as its crosswalk keeps them. */
const hostsOf = ({ relations }: Description): string[] =>
  relations
    .filter(({ kind }) => kind === 'host')
    .flatMap(({ identifiers }) => identifiers ?? [])
    .map(({ scheme, value }) => `${scheme}:${value}`)

const headingsOf = ({ agents, subjects }: Description): string[] =>
  [...agents, ...subjects].flatMap(({ authority }) => (authority ? [headingNumber(authority)] : []))

/** `gnd:118540238`; `local:A001` for a number of the source's own file. */
export const headingNumber = ({ scheme, id }: { scheme: string; id: string }): string =>
  `${scheme || ownFile}:${id}`
