import type { Words } from '../../requirements/requirement.js'
import { type Opened, Stop, type Target, type Tools } from '../../suite.js'
import {
  type Arguments,
  type Ask,
  answerOf,
  createAsk,
  type Exchange,
  errorCodes,
  rootOf,
} from './exchange.js'
import { childOf, childrenOf, textOf, type XmlNode } from './xml.js'

/** What a list or GetRecord says of one record. */
export interface Listed {
  identifier: string
  datestamp: string
  sets: string[]
  isDeleted: boolean
  hasMetadata: boolean
}

/** The repository under test, with the sample of records that the tests share. */
export interface Repository {
  base: string
  ask: Ask
  /** Every answer so far, failed attempts included. */
  exchanges: Exchange[]
  sample: Listed[]
  seed: number
}

const MAX_PAGES = 10

/** Reads the sample: ListRecords in oai_dc, which every repository must have (§5), bounded by pages and records. */
export const openRepository = async (target: Target, tools: Tools): Promise<Opened<Repository>> => {
  const base = target.location.replace(/[?#].*$/s, '')
  const exchanges: Exchange[] = []
  const repository: Repository = {
    base,
    exchanges,
    ask: createAsk(base, tools, exchanges),
    sample: [],
    seed: tools.seed,
  }
  await repository.ask({ verb: 'Identify' })
  const fault = await readSample(repository, tools)
  return {
    context: repository,
    records: () => repository.sample.length,
    ...(fault === null ? {} : { fault }),
  }
}

const readSample = async (repository: Repository, tools: Tools): Promise<Stop | null> => {
  try {
    const request = { verb: 'ListRecords', metadataPrefix: 'oai_dc' }
    const known = new Set<string>()
    for await (const { answer } of pagesOf(repository.ask, request, MAX_PAGES)) {
      for (const record of childrenOf(answer, 'record').map(listedRecord)) {
        // A list may give a record twice; a sample of one record ten times would look like ten.
        if (known.has(record.identifier)) continue
        known.add(record.identifier)
        repository.sample.push(record)
      }
      if (repository.sample.length >= tools.maxRecords) break
    }
    return null
  } catch (error) {
    tools.signal.throwIfAborted()
    if (error instanceof Stop) return error
    throw error
  }
}

/**
 * The pages of a list, following its tokens. An empty list (`noRecordsMatch`) has none.
 * @throws Stop cantTell when a page cannot be read
 */
export async function* pagesOf(
  ask: Ask,
  request: Record<string, string>,
  maxPages: number,
): AsyncGenerator<{ answer: XmlNode; isLast: boolean; shown: string }> {
  const verb = request['verb'] as string
  let args: Arguments = Object.entries(request)
  for (let page = 0; page < maxPages; page++) {
    const exchange = await ask(args)
    if (errorCodes(rootOf(exchange)).includes('noRecordsMatch')) return
    const answer = answerOf(exchange, verb)
    const token = textOf(answer, 'resumptionToken') ?? ''
    yield { answer, isLast: token === '', shown: exchange.shown }
    if (token === '') return
    args = [
      ['verb', verb],
      ['resumptionToken', token],
    ]
  }
}

export const listedRecord = (record: XmlNode): Listed => ({
  ...listedHeader(childOf(record, 'header')),
  hasMetadata: childOf(record, 'metadata') !== undefined || childOf(record, 'about') !== undefined,
})

export const listedHeader = (header: XmlNode | undefined): Listed => ({
  identifier: textOf(header, 'identifier') ?? '',
  datestamp: textOf(header, 'datestamp') ?? '',
  sets: childrenOf(header, 'setSpec').map(({ text }) => text.trim()),
  isDeleted: header?.attributes.get('status') === 'deleted',
  hasMetadata: false,
})

/** What Identify says; '' for what it leaves out. */
export const identityOf = async ({ ask }: Repository) => {
  const exchange = await ask({ verb: 'Identify' })
  const identify = answerOf(exchange, 'Identify')
  const text = (name: string) => textOf(identify, name) ?? ''
  return {
    identify,
    shown: exchange.shown,
    baseUrl: text('baseURL'),
    protocolVersion: text('protocolVersion'),
    repositoryName: text('repositoryName'),
    adminEmails: childrenOf(identify, 'adminEmail').map(({ text }) => text.trim()),
    earliest: text('earliestDatestamp'),
    granularity: text('granularity'),
    deletedRecord: text('deletedRecord'),
  }
}

const forms: Record<string, RegExp> = {
  'YYYY-MM-DD': /^\d{4}-\d{2}-\d{2}$/,
  'YYYY-MM-DDThh:mm:ssZ': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
}

/** A real date in the form of the granularity. Null: the granularity is none of the two. */
export const isInGranularity = (text: string, granularity: string): boolean | null => {
  const form = forms[granularity]
  return form ? form.test(text) && !Number.isNaN(Date.parse(text)) : null
}

/** Up to `count` of the items, the same ones for the same seed. */
export const pick = <T>(items: readonly T[], count: number, seed: number): T[] => {
  const rest = [...items]
  const picked: T[] = []
  let state = seed >>> 0 || 1
  while (picked.length < count && rest.length > 0) {
    // xorshift32: enough to choose a sample that can be repeated.
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    picked.push(...rest.splice((state >>> 0) % rest.length, 1))
  }
  return picked
}

export const got = (what: string, value: string | undefined): Words => ({
  en: value === undefined || value === '' ? `${what} is missing or empty.` : `${what} is "${value}".`,
  zh: value === undefined || value === '' ? `${what} 缺失或为空。` : `${what} 为“${value}”。`,
})
