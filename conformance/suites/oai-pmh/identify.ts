import type { Words } from '../../requirements/requirement.js'
import { inapplicable, judge, type Observation, type Test } from '../../suite.js'
import { type Exchange, isRefusal, rootOf, unreadable, without } from './exchange.js'
import { got, identityOf, isInGranularity, type Repository } from './repository.js'
import { childOf, childrenOf, textOf, type XmlNode } from './xml.js'

const id = (number: string): string => `oai-pmh@2.0#OAI-${number}`
const IDENTIFIER_NAMESPACE = 'http://www.openarchives.org/OAI/2.0/oai-identifier'

/** Guidelines for oai-identifier §2.1: `oai:`, a domain name, and a local part of URI characters. */
const identifierForm = /^oai:[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)+:[A-Za-z0-9\-_.!~*'();/?:@&=+$,%]+$/

export const identifyTests: Test<Repository>[] = [
  {
    name: 'Identify is answered by GET and by POST',
    verifies: [id('01')],
    leastSample: 0,
    run: async ({ ask }) => {
      const byGet = identifyBreach(await ask({ verb: 'Identify' }))
      const posted = await ask({ verb: 'Identify' }, 'POST')
      return [judge(id('01'), byGet ?? identifyBreach(posted), byGet ? `GET ?verb=Identify` : posted.shown)]
    },
  },
  {
    name: 'Identify says what it must, in the forms it must',
    verifies: [id('07a'), id('07b'), id('07c'), id('07d'), id('07e'), id('07f')],
    leastSample: 0,
    run: identifyValues,
  },
  {
    name: 'Identify states the address that was tested',
    verifies: [id('08')],
    leastSample: 0,
    run: async (repository) => {
      const { baseUrl, shown } = await identityOf(repository)
      return [
        judge(id('08'), isSameAddress(baseUrl, repository.base) ? null : got('baseURL', baseUrl), shown),
      ]
    },
  },
  {
    name: 'oai-identifier is announced once and kept to',
    verifies: [id('09a'), id('09b')],
    leastSample: 0,
    run: identifierTests,
  },
]

const identifyBreach = (exchange: Exchange): Words | null => {
  if (isRefusal(exchange)) return unreadable(exchange)
  const root = rootOf(exchange)
  return childOf(root, 'Identify') ? null : without('Identify', root)
}

async function identifyValues(repository: Repository): Promise<Observation[]> {
  const said = await identityOf(repository)
  const one = (number: string, isRight: boolean | null, came: Words) =>
    judge(id(number), isRight ? null : came, said.shown)
  const granularity = isInGranularity('2000-01-01', said.granularity)
  return [
    one('07a', said.protocolVersion === '2.0', got('protocolVersion', said.protocolVersion)),
    one(
      '07b',
      said.adminEmails.length > 0 && said.adminEmails.every((mail) => /^[^\s@]+@[^\s@]+$/.test(mail)),
      got('adminEmail', said.adminEmails.join(', ')),
    ),
    one('07c', granularity !== null, got('granularity', said.granularity)),
    granularity === null
      ? unknownGranularity('07d')
      : one('07d', isInGranularity(said.earliest, said.granularity), got('earliestDatestamp', said.earliest)),
    one('07e', said.repositoryName !== '', got('repositoryName', said.repositoryName)),
    one(
      '07f',
      ['no', 'transient', 'persistent'].includes(said.deletedRecord),
      got('deletedRecord', said.deletedRecord),
    ),
  ]
}

/** Without a granularity nothing can be said of forms: the breach is that of OAI-07c alone. */
export const unknownGranularity = (number: string): Observation => ({
  requirement: id(number),
  outcome: 'cantTell',
  party: 'adapter',
  came: {
    en: 'Identify states no granularity that there is (OAI-07c).',
    zh: 'Identify 未声明有效的时间粒度(OAI-07c)。',
  },
})

/** Scheme and host in any case, the default port left out or not: the same address (RFC 3986 §6.2). */
const isSameAddress = (one: string, other: string): boolean =>
  URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href

async function identifierTests(repository: Repository): Promise<Observation[]> {
  const { identify, shown } = await identityOf(repository)
  const described = childrenOf(identify, 'description')
    .flatMap(({ children }) => children)
    .filter(({ name, uri }) => name === 'oai-identifier' && uri === IDENTIFIER_NAMESPACE)
  const many: Words = {
    en: `Identify has ${described.length} oai-identifier descriptions.`,
    zh: `Identify 中有 ${described.length} 个 oai-identifier 描述。`,
  }
  const [announced] = described
  return [
    judge(id('09a'), described.length > 1 ? many : null, shown),
    announced ? keptTo(announced, repository, shown) : inapplicable(id('09b'), nothingAnnounced),
  ]
}

const nothingAnnounced: Words = {
  en: 'Identify announces no oai-identifier scheme.',
  zh: 'Identify 未声明采用 oai-identifier 方案。',
}

const keptTo = (announced: XmlNode, { sample }: Repository, shown: string): Observation => {
  const namespace = textOf(announced, 'repositoryIdentifier') ?? ''
  const example = textOf(announced, 'sampleIdentifier') ?? ''
  if (!identifierForm.test(example) || !example.startsWith(`oai:${namespace}:`))
    return judge(id('09b'), got('sampleIdentifier', example), shown)
  const other = sample.find(({ identifier }) => !identifierForm.test(identifier))
  return judge(id('09b'), other ? got('identifier', other.identifier) : null, shown)
}
