import { failed, judge, type Observation, Stop, type Test } from '../../suite.js'
import { type Arguments, type Exchange, errorCodes, isRefusal, rootOf, unreadable } from './exchange.js'
import { unknownGranularity } from './identify.js'
import { identityOf, isInGranularity, type Repository } from './repository.js'
import { childrenOf } from './xml.js'

const id = (number: string): string => `oai-pmh@2.0#OAI-${number}`

/** A wrong request and the errors of §3.6 that may answer it. */
interface Probe {
  number: string
  name: string
  args: Arguments
  codes: readonly string[]
}

const dc = ['metadataPrefix', 'oai_dc'] as const

const probes: readonly Probe[] = [
  { number: '16a', name: 'No verb', args: [], codes: ['badVerb'] },
  { number: '16b', name: 'Unknown verb', args: [['verb', 'NoSuchVerb']], codes: ['badVerb'] },
  {
    number: '16c',
    name: 'GetRecord without identifier',
    args: [['verb', 'GetRecord'], dc],
    codes: ['badArgument'],
  },
  {
    number: '16d',
    name: 'Identifier with a quotation mark',
    args: [['verb', 'GetRecord'], ['identifier', 'invalid"id'], dc],
    codes: ['badArgument', 'idDoesNotExist'],
  },
  {
    number: '16e',
    name: 'A from that is no date',
    args: [['verb', 'ListRecords'], dc, ['from', 'junk']],
    codes: ['badArgument'],
  },
  {
    number: '16f',
    name: 'Unknown resumptionToken',
    args: [
      ['verb', 'ListRecords'],
      ['resumptionToken', 'no-such-token'],
    ],
    codes: ['badResumptionToken'],
  },
  {
    number: '16g',
    name: 'ListRecords without metadataPrefix',
    args: [['verb', 'ListRecords']],
    codes: ['badArgument'],
  },
  {
    number: '16h',
    name: 'from and until of different granularity',
    args: [['verb', 'ListRecords'], dc, ['from', '2001-01-01'], ['until', '2002-01-01T00:00:00Z']],
    codes: ['badArgument'],
  },
  {
    number: '11b',
    name: 'Formats of an unknown identifier',
    args: [
      ['verb', 'ListMetadataFormats'],
      ['identifier', 'oai:shulian.example:no-such-record'],
    ],
    codes: ['idDoesNotExist'],
  },
]

export const errorTests: Test<Repository>[] = [
  ...probes.map(
    ({ number, name, args, codes }): Test<Repository> => ({
      name: `${name} is answered ${codes.join(' or ')}`,
      verifies: [id(number)],
      leastSample: 0,
      run: async ({ ask }) => [errorObservation(number, await ask(args), codes)],
    }),
  ),
  {
    name: 'A range before the first record is answered noRecordsMatch',
    verifies: [id('16i')],
    leastSample: 0,
    run: async (repository) => {
      const { earliest, granularity } = await identityOf(repository)
      const isDate = isInGranularity(earliest, granularity)
      if (isDate === null) return [unknownGranularity('16i')]
      if (!isDate) throw new Stop('cantTell', 'adapter', noEarliest)
      const year = Number(earliest.slice(0, 4)) - 1
      // A day that every year has, so that one year back is a date.
      const day = earliest.slice(5, 10) === '02-29' ? '02-28' : earliest.slice(5, 10)
      const until = `${String(Math.max(year, 0)).padStart(4, '0')}-${day}${earliest.slice(10)}`
      const exchange = await repository.ask({ verb: 'ListRecords', metadataPrefix: 'oai_dc', until })
      return [errorObservation('16i', exchange, ['noRecordsMatch'])]
    },
  },
]

const noEarliest = {
  en: 'Identify states no earliestDatestamp that can be read (OAI-07d).',
  zh: 'Identify 未给出可用的 earliestDatestamp(OAI-07d)。',
}

/** §3.6: errors are told in the answer. A bare HTTP status in its place is a breach, a broken answer a doubt. */
const errorObservation = (number: string, exchange: Exchange, codes: readonly string[]): Observation => {
  if (isRefusal(exchange) || (number === '16d' && exchange.status === 200 && exchange.document === null))
    return failed(id(number), unreadable(exchange), exchange.shown)
  const root = rootOf(exchange)
  const came = errorCodes(root)
  if (came.some((code) => codes.includes(code))) return judge(id(number), null)
  const answered = childrenOf(root, 'error').length > 0 ? came.join(', ') : (root.children.at(-1)?.name ?? '')
  return failed(
    id(number),
    {
      en: `Expected the error ${codes.join(' or ')}; the answer is ${answered || 'empty'}.`,
      zh: `应返回错误 ${codes.join(' 或 ')},实际为 ${answered || '空'}。`,
    },
    exchange.shown,
  )
}
