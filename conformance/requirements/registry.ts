import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Compile } from 'typebox/compile'
import { ShulianError } from '../../gateway/contracts/index.js'
import { type Requirement, Requirements } from './requirement.js'

/** Standards whose requirements are registered: a JSON file each in this folder. */
export const registeredStandards = ['iso2709', 'oai-pmh'] as const
export type RegisteredStandard = (typeof registeredStandards)[number]

const read = new Map<RegisteredStandard, readonly Requirement[]>()

/** In the order of the text. @throws Error when the registry file breaks its schema */
export const requirementsOf = (standard: RegisteredStandard): readonly Requirement[] => {
  const known = read.get(standard)
  if (known) return known
  const value: unknown = JSON.parse(readFileSync(join(folder(), `${standard}.json`), 'utf8'))
  const check = Compile(Requirements)
  if (!check.Check(value)) throw new Error(`${standard}.json: ${JSON.stringify(check.Errors(value)[0])}`)
  read.set(standard, value)
  return value
}

/**
 * By its whole id (`oai-pmh@2.0#OAI-04`) or the part after the `#`, in any case.
 * @throws ShulianError REQUIREMENT_UNKNOWN (404)
 */
export const findRequirement = (id: string): Requirement => {
  const wanted = id.toLowerCase()
  const all = registeredStandards.flatMap((standard) => [...requirementsOf(standard)])
  const found = all.find(({ id }) => id.toLowerCase() === wanted || id.toLowerCase().endsWith(`#${wanted}`))
  if (found) return found
  throw new ShulianError(
    'REQUIREMENT_UNKNOWN',
    `There is no requirement '${id}'. List them with: shulian conformance list`,
    { status: 404 },
  )
}

/** Data is read from the source tree, from a source file and from its build alike. */
const folder = (): string => {
  let root = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(root, 'package.json'))) root = dirname(root)
  return join(root, 'conformance', 'requirements')
}
