import type { FastifySchemaValidationError } from 'fastify'
import type { Told } from './told.js'

type Fault = FastifySchemaValidationError & {
  data?: unknown
  parentSchema?: { description?: string; properties?: Record<string, { const?: unknown }> }
}

/** Findings of a schema → where, what was expected, what came. */
export const invalidInput = (found: readonly Fault[], context = 'body'): Told => {
  const faults = withoutBranches(found)
  const errors = faults.map((fault) => ({
    path: pathOf(fault, context),
    expected: expectedOf(fault),
    got: gotOf(fault),
  }))
  const [first] = errors
  return {
    status: 400,
    code: faults[0]?.keyword === 'additionalProperties' ? 'UNKNOWN_FIELD' : 'INPUT_INVALID',
    detail: first
      ? `${first.path}: expected ${first.expected}, got ${first.got}.`
      : 'The input does not fit the schema.',
    errors,
  }
}

/**
 * Of alternatives, the schema tells why each one failed. What was meant is the one whose fixed values (`op`, `type`)
 * are those that came; when none is, any of the fixed values would do.
 */
const withoutBranches = (found: readonly Fault[]): readonly Fault[] => {
  const [union] = found.filter(isUnion).sort((a, b) => b.instancePath.length - a.instancePath.length)
  if (!union) return found
  const branches = found.filter(
    (fault) => !isUnion(fault) && fault.instancePath.startsWith(union.instancePath),
  )
  const isAlternative = ({ keyword, instancePath }: Fault) =>
    keyword === 'const' || (keyword === 'type' && instancePath === union.instancePath)
  const meant = branches.filter((fault) => !isAlternative(fault) && !hasOtherFixedValues(fault))
  const alternatives = branches.filter(isAlternative)
  if (meant[0]) return [meant[0]]
  return [alternatives.length > 0 ? anyOf(alternatives) : (noneOf(branches) ?? branches[0] ?? union)]
}

const isUnion = ({ keyword }: Fault): boolean => keyword === 'anyOf' || keyword === 'oneOf'

const hasOtherFixedValues = ({ parentSchema, data }: Fault): boolean =>
  Object.entries(parentSchema?.properties ?? {}).some(
    ([name, property]) =>
      property.const !== undefined &&
      (data as Record<string, unknown> | undefined)?.[name] !== property.const,
  )

/** Each alternative ended at something else than its fixed value, which is what none of them has. */
const noneOf = (branches: readonly Fault[]): Fault | undefined => {
  const fixed = branches.flatMap((fault) =>
    Object.entries(fault.parentSchema?.properties ?? {}).flatMap(([name, property]) => {
      const came = (fault.data as Record<string, unknown> | undefined)?.[name]
      if (property.const === undefined || came === undefined) return []
      return [{ fault, name, wanted: property.const, came }]
    }),
  )
  const [first] = fixed
  if (!first) return undefined
  const { fault, name, came } = first
  const allowedValues = fixed.filter((one) => one.name === name).map(({ wanted }) => wanted)
  return {
    ...fault,
    keyword: 'enum',
    instancePath: `${fault.instancePath}/${name}`,
    params: { allowedValues },
    data: came,
  }
}

const anyOf = (alternatives: readonly Fault[]): Fault => ({
  ...(alternatives[0] as Fault),
  keyword: 'enum',
  params: { allowedValues: alternatives.map(({ params }) => params['allowedValue'] ?? params['type']) },
})

const pathOf = ({ instancePath, params }: Fault, context: string): string => {
  const steps = instancePath
    .split('/')
    .filter(Boolean)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const named = params['additionalProperty'] ?? params['missingProperty']
  return [
    context === 'querystring' ? 'query' : context,
    ...steps,
    ...(named === undefined ? [] : [String(named)]),
  ].join('.')
}

const expectedOf = ({ keyword, message, params, parentSchema }: Fault): string => {
  if (keyword === 'additionalProperties') return 'only the fields that the documentation lists'
  if (keyword === 'required') return 'a value'
  if (keyword === 'enum') return `one of ${[params['allowedValues']].flat().join(', ')}`
  if (keyword === 'const') return JSON.stringify(params['allowedValue'])
  if (keyword === 'pattern' && parentSchema?.description) return parentSchema.description
  return (message ?? 'another value')
    .replace(/^must (be )?/, '')
    .replace(/^NOT have more than/, 'at most')
    .replace(/^NOT have fewer than/, 'at least')
}

const gotOf = ({ keyword, data }: Fault): string => {
  if (keyword === 'additionalProperties') return 'an unknown field'
  if (keyword === 'required') return 'nothing'
  if (Array.isArray(data)) return `a list of ${data.length}`
  if (typeof data === 'object' && data !== null) return 'an object'
  const text = JSON.stringify(data) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
