/** An error of §3.6. */
export class OaiFault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export type Verb = keyof typeof verbs
export type Arguments = { [name: string]: string }

interface Rule {
  required: string[]
  optional: string[]
  /** Instead of all others. */
  exclusive?: string
}

const list: Rule = {
  required: ['metadataPrefix'],
  optional: ['from', 'until', 'set'],
  exclusive: 'resumptionToken',
}

/** §4: the arguments of each verb. */
const verbs = {
  Identify: { required: [], optional: [] },
  ListMetadataFormats: { required: [], optional: ['identifier'] },
  ListSets: { required: [], optional: [], exclusive: 'resumptionToken' },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [] },
  ListIdentifiers: list,
  ListRecords: list,
} satisfies Record<string, Rule>

/** §3.1.1. @throws OaiFault badVerb, badArgument */
export function readArguments(params: URLSearchParams): { verb: Verb; args: Arguments } {
  const [verb = '', ...others] = params.getAll('verb')
  if (!Object.hasOwn(verbs, verb) || others.length > 0)
    throw new OaiFault('badVerb', 'The verb is missing, repeated, or none of OAI-PMH 2.0.')
  const args: Arguments = {}
  for (const [name, value] of params) {
    if (name === 'verb') continue
    if (Object.hasOwn(args, name)) throw badArgument(`The argument ${quoted(name)} is repeated.`)
    args[name] = value
  }
  checkNames(verbs[verb as Verb], args)
  checkSyntax(args)
  return { verb: verb as Verb, args }
}

function checkNames({ required, optional, exclusive }: Rule, args: Arguments): void {
  const names = Object.keys(args)
  if (exclusive !== undefined && names.includes(exclusive)) {
    if (names.length > 1) throw badArgument(`${exclusive} is an exclusive argument.`)
    return
  }
  const unknown = names.find((name) => !required.includes(name) && !optional.includes(name))
  if (unknown !== undefined) throw badArgument(`The verb takes no argument ${quoted(unknown)}.`)
  const missing = required.find((name) => !names.includes(name))
  if (missing !== undefined) throw badArgument(`The argument ${missing} is missing.`)
}

const unreserved = "[A-Za-z0-9\\-_.!~*'()]+"
const syntax: Record<string, RegExp> = {
  metadataPrefix: new RegExp(`^${unreserved}$`),
  set: new RegExp(`^${unreserved}(:${unreserved})*$`),
  identifier: /^[A-Za-z][A-Za-z0-9+.-]*:[^\s"<>\\^`{|}]+$/,
}

function checkSyntax(args: Arguments): void {
  for (const [name, value] of Object.entries(args))
    if (syntax[name] && !syntax[name].test(value))
      throw badArgument(`The value of ${name} is not well-formed.`)
}

const day = /^\d{4}-\d{2}-\d{2}$/
const second = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

/**
 * §3.3.1 and §2.7.1: both bounds in one granularity, none finer than offered, in order.
 * @returns the bounds in the granularity of the datestamps
 * @throws OaiFault badArgument
 */
export function readWindow(
  { from, until }: Arguments,
  granularity: 'day' | 'second',
): { from?: string; until?: string } {
  for (const bound of [from, until])
    if (bound !== undefined && !isDate(bound, granularity))
      throw badArgument(
        `from and until must be dates ${granularity === 'day' ? 'YYYY-MM-DD' : 'YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ'}.`,
      )
  if (from !== undefined && until !== undefined) {
    if (day.test(from) !== day.test(until))
      throw badArgument('from and until must have the same granularity.')
    if (from > until) throw badArgument('from must not be later than until.')
  }
  return {
    ...(from === undefined ? {} : { from: widened(from, 'T00:00:00Z', granularity) }),
    ...(until === undefined ? {} : { until: widened(until, 'T23:59:59Z', granularity) }),
  }
}

function isDate(text: string, granularity: 'day' | 'second'): boolean {
  if (!day.test(text) && !(granularity === 'second' && second.test(text))) return false
  const date = new Date(day.test(text) ? `${text}T00:00:00Z` : text)
  // 30 February rolls over into March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.replace(/Z$/, ''))
}

const widened = (bound: string, time: string, granularity: 'day' | 'second'): string =>
  granularity === 'second' && day.test(bound) ? bound + time : bound

export const badArgument = (message: string): OaiFault => new OaiFault('badArgument', message)

const quoted = (name: string): string => `"${name.slice(0, 40)}"`
