import type { Words } from '../../requirements/requirement.js'
import { failed, inapplicable, judge, type Observation, type Test, untested } from '../../suite.js'
import { errorCodes, isRefusal, rootOf, unreadable, without } from './exchange.js'
import { got, listedHeader, type Repository } from './repository.js'
import { childOf, childrenOf, textOf } from './xml.js'

const id = (number: string): string => `oai-pmh@2.0#OAI-${number}`
const DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/'

/** OAI-PMH.xsd, setSpecType. */
export const setSpecForm = /^[A-Za-z0-9\-_.!~*'()]+(?::[A-Za-z0-9\-_.!~*'()]+)*$/

/** Set specs that ListSets gives on its first page; null when the repository says it has no sets. */
export const setsOf = async ({ ask }: Repository): Promise<string[] | null> => {
  const exchange = await ask({ verb: 'ListSets' })
  const root = rootOf(exchange)
  if (errorCodes(root).includes('noSetHierarchy')) return null
  return childrenOf(childOf(root, 'ListSets'), 'set').map((set) => textOf(set, 'setSpec') ?? '')
}

export const noSets: Words = {
  en: 'The repository declares noSetHierarchy.',
  zh: '仓储声明 noSetHierarchy(无集合)。',
}

export const listTests: Test<Repository>[] = [
  {
    name: 'ListSets gives sets, or says that there are none',
    verifies: [id('10a'), id('10b')],
    leastSample: 0,
    run: async (repository) => {
      const exchange = await repository.ask({ verb: 'ListSets' })
      if (isRefusal(exchange)) return [failed(id('10a'), unreadable(exchange), exchange.shown)]
      const sets = await setsOf(repository)
      if (sets === null) return [judge(id('10a'), null), inapplicable(id('10b'), noSets)]
      if (sets.length === 0) return [failed(id('10a'), without('ListSets', rootOf(exchange)), exchange.shown)]
      const wrong = sets.find((spec) => !setSpecForm.test(spec))
      return [
        judge(id('10a'), null),
        judge(id('10b'), wrong === undefined ? null : got('setSpec', wrong), exchange.shown),
      ]
    },
  },
  {
    name: 'ListMetadataFormats offers oai_dc',
    verifies: [id('11a')],
    leastSample: 0,
    run: async ({ ask }) => {
      const exchange = await ask({ verb: 'ListMetadataFormats' })
      if (isRefusal(exchange)) return [failed(id('11a'), unreadable(exchange), exchange.shown)]
      const formats = childrenOf(childOf(rootOf(exchange), 'ListMetadataFormats'), 'metadataFormat')
      const dc = formats.find((format) => textOf(format, 'metadataPrefix') === 'oai_dc')
      if (dc) {
        const namespace = textOf(dc, 'metadataNamespace')
        return [
          judge(id('11a'), namespace === DC ? null : got('metadataNamespace', namespace), exchange.shown),
        ]
      }
      const offered = formats.map((format) => textOf(format, 'metadataPrefix')).join(', ')
      return [
        failed(
          id('11a'),
          { en: `It offers: ${offered || 'nothing'}.`, zh: `仅提供:${offered || '无'}。` },
          exchange.shown,
        ),
      ]
    },
  },
  {
    name: 'ListIdentifiers gives the header of a live record',
    verifies: [id('12')],
    leastSample: 0,
    run: listsIdentifiers,
  },
]

async function listsIdentifiers({ ask }: Repository): Promise<Observation[]> {
  const exchange = await ask({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc' })
  if (isRefusal(exchange)) return [failed(id('12'), unreadable(exchange), exchange.shown)]
  const root = rootOf(exchange)
  if (errorCodes(root).includes('noRecordsMatch')) return [untested(id('12'), nothingLive)]
  const headers = childrenOf(childOf(root, 'ListIdentifiers'), 'header').map(listedHeader)
  if (headers.length === 0) return [failed(id('12'), without('ListIdentifiers', root), exchange.shown)]
  const live = headers.filter(({ isDeleted }) => !isDeleted)
  if (live.length === 0) return [untested(id('12'), nothingLive)]
  const nameless = live.some(({ identifier }) => identifier === '')
  return [judge(id('12'), nameless ? got('identifier', '') : null, exchange.shown)]
}

const nothingLive: Words = {
  en: 'The first page lists no live record: the sample is too small.',
  zh: '首页没有有效记录,样本过小。',
}
