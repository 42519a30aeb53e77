import type { Words } from '../../requirements/requirement.js'
import { failed, inapplicable, judge, type Observation, type Test, untested } from '../../suite.js'
import { errorCodes, isRefusal, rootOf, unreadable, without } from './exchange.js'
import { unknownGranularity } from './identify.js'
import { noSets, setSpecForm, setsOf } from './lists.js'
import {
  got,
  identityOf,
  isInGranularity,
  type Listed,
  listedHeader,
  listedRecord,
  pagesOf,
  pick,
  type Repository,
} from './repository.js'
import { childOf, childrenOf } from './xml.js'

const id = (number: string): string => `oai-pmh@2.0#OAI-${number}`
const PICKED = 3
const MAX_PAGES = 20

export const recordTests: Test<Repository>[] = [
  { name: 'Datestamps have the stated granularity', verifies: [id('13a')], leastSample: 1, run: datestamps },
  {
    name: 'GetRecord gives the record asked for',
    verifies: [id('13b')],
    leastSample: 1,
    run: async (repository) => {
      for (const { identifier } of pick(repository.sample, PICKED, repository.seed)) {
        const breach = await getRecordBreach(repository, identifier)
        if (breach) return [breach]
      }
      return [judge(id('13b'), null)]
    },
  },
  {
    name: 'Records listed for a set belong to it',
    verifies: [id('13c')],
    leastSample: 1,
    run: setMembership,
  },
  {
    name: 'A range from a datestamp to itself finds the record',
    verifies: [id('14')],
    leastSample: 1,
    run: inclusiveRange,
  },
]

async function datestamps(repository: Repository): Promise<Observation[]> {
  const { granularity } = await identityOf(repository)
  if (isInGranularity('', granularity) === null) return [unknownGranularity('13a')]
  const wrong = repository.sample.find(({ datestamp }) => !isInGranularity(datestamp, granularity))
  const came = wrong && {
    en: `Record ${wrong.identifier} bears "${wrong.datestamp}"; the granularity is ${granularity}.`,
    zh: `记录 ${wrong.identifier} 的时间戳为“${wrong.datestamp}”,而粒度为 ${granularity}。`,
  }
  return [judge(id('13a'), came ?? null, `${repository.base}?verb=ListRecords&metadataPrefix=oai_dc`)]
}

const getRecordBreach = async ({ ask }: Repository, identifier: string): Promise<Observation | null> => {
  const exchange = await ask({ verb: 'GetRecord', identifier, metadataPrefix: 'oai_dc' })
  if (isRefusal(exchange)) return failed(id('13b'), unreadable(exchange), exchange.shown)
  const root = rootOf(exchange)
  const record = childOf(childOf(root, 'GetRecord'), 'record')
  if (!record) return failed(id('13b'), without('GetRecord', root), exchange.shown)
  const came = listedRecord(record).identifier
  return came === identifier ? null : failed(id('13b'), got('identifier', came), exchange.shown)
}

/** Sets that the sample shows to hold something come first: a set may be empty. */
async function setMembership(repository: Repository): Promise<Observation[]> {
  const sets = await setsOf(repository)
  if (sets === null) return [inapplicable(id('13c'), noSets)]
  const used = [...new Set([...repository.sample.flatMap((record) => record.sets), ...sets])]
  let listed = 0
  for (const set of used.filter((spec) => setSpecForm.test(spec)).slice(0, PICKED)) {
    const exchange = await repository.ask({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', set })
    const headers = childrenOf(childOf(rootOf(exchange), 'ListIdentifiers'), 'header').map(listedHeader)
    listed += headers.length
    const stranger = headers.find(
      ({ sets }) => !sets.some((spec) => spec === set || spec.startsWith(`${set}:`)),
    )
    if (stranger) return [failed(id('13c'), notIn(stranger, set), exchange.shown)]
  }
  return [listed > 0 ? judge(id('13c'), null) : untested(id('13c'), emptySets)]
}

const notIn = ({ identifier, sets }: Listed, set: string): Words => ({
  en: `Record ${identifier}, listed for "${set}", names: ${sets.join(', ') || 'no set'}.`,
  zh: `按“${set}”列出的记录 ${identifier} 所含集合为:${sets.join('、') || '无'}。`,
})

const emptySets: Words = { en: 'No set that was tried holds a record.', zh: '所试集合均无记录。' }

async function inclusiveRange(repository: Repository): Promise<Observation[]> {
  const { granularity } = await identityOf(repository)
  if (isInGranularity('', granularity) === null) return [unknownGranularity('14')]
  const usable = repository.sample.filter(({ datestamp }) => isInGranularity(datestamp, granularity))
  if (usable.length === 0) return [untested(id('14'), noUsableDate)]
  for (const record of rarest(usable, repository.seed)) {
    const seen = await findInRange(repository, record)
    if (seen.outcome !== 'passed') return [seen]
  }
  return [judge(id('14'), null)]
}

const noUsableDate: Words = {
  en: 'No record of the sample has a datestamp in the stated granularity (OAI-13a).',
  zh: '样本中没有符合所声明粒度的时间戳(OAI-13a)。',
}

/** A bulk load gives thousands of records one datestamp: those that few share are found in few pages. */
const rarest = (records: readonly Listed[], seed: number): Listed[] => {
  const counts = new Map<string, number>()
  for (const { datestamp } of records) counts.set(datestamp, (counts.get(datestamp) ?? 0) + 1)
  const least = Math.min(...counts.values())
  const few = records.filter(({ datestamp }) => counts.get(datestamp) === least)
  return pick(few, PICKED, seed)
}

const findInRange = async ({ ask }: Repository, { identifier, datestamp }: Listed): Promise<Observation> => {
  const request = { verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', from: datestamp, until: datestamp }
  const first = await ask(request)
  if (isRefusal(first)) return failed(id('14'), unreadable(first), first.shown)
  const codes = errorCodes(rootOf(first))
  if (codes.length > 0) return failed(id('14'), without('ListIdentifiers', rootOf(first)), first.shown)
  let isWhole = false
  for await (const { answer, isLast } of pagesOf(ask, request, MAX_PAGES)) {
    if (childrenOf(answer, 'header').some((header) => listedHeader(header).identifier === identifier))
      return judge(id('14'), null)
    isWhole = isLast
  }
  const missing = {
    en: `Record ${identifier} (${datestamp}) is not listed.`,
    zh: `未列出记录 ${identifier}(${datestamp})。`,
  }
  if (isWhole) return failed(id('14'), missing, first.shown)
  return {
    requirement: id('14'),
    outcome: 'cantTell',
    party: 'suite',
    came: {
      en: `Not among the first ${MAX_PAGES} pages of that moment.`,
      zh: `该时刻的前 ${MAX_PAGES} 页中未出现。`,
    },
    request: first.shown,
  }
}
