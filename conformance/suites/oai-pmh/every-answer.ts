import type { Words } from '../../requirements/requirement.js'
import { judge, type Observation, type Test, untested } from '../../suite.js'
import { type Exchange, errorCodes } from './exchange.js'
import type { Repository } from './repository.js'
import { schemaBreach } from './schema.js'
import { childOf, textOf, type XmlNode } from './xml.js'

export const NAMESPACE = 'http://www.openarchives.org/OAI/2.0/'
const SCHEMA = 'http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd'
const id = (number: string): string => `oai-pmh@2.0#OAI-${number}`

type Check = (root: XmlNode, exchange: Exchange) => Words | null

/** A rule on each answer of the whole run that is XML; the first that breaks it is shown. */
const onDocuments = (
  number: string,
  name: string,
  speaksOf: (root: XmlNode) => boolean,
  check: Check,
): Test<Repository> => ({
  name,
  verifies: [id(number)],
  leastSample: 0,
  run: ({ exchanges }) => [observe(number, exchanges, speaksOf, check)],
})

const observe = (
  number: string,
  exchanges: readonly Exchange[],
  speaksOf: (root: XmlNode) => boolean,
  check: Check,
): Observation => {
  let judged = 0
  for (const exchange of exchanges) {
    if (!exchange.document || exchange.status !== 200 || !speaksOf(exchange.document)) continue
    judged++
    const breach = check(exchange.document, exchange)
    if (breach) return judge(id(number), breach, exchange.shown)
  }
  if (judged > 0) return judge(id(number), null)
  return untested(id(number), {
    en: 'No answer of this run is one that this speaks of.',
    zh: '本次运行中没有此项所涉及的应答。',
  })
}

const always = () => true
const said = (en: string, zh: string): Words => ({ en, zh })

const withoutAttributes = (root: XmlNode): boolean =>
  errorCodes(root).some((code) => code === 'badVerb' || code === 'badArgument')

/** The rules that every answer keeps, whatever was asked. They are run last. */
export const everyAnswer: Test<Repository>[] = [
  {
    name: 'Every answer is well-formed XML in UTF-8',
    verifies: [id('02a'), id('02b')],
    leastSample: 0,
    run: ({ exchanges }) => {
      const answers = exchanges.filter(({ status }) => status === 200)
      const none = said('No request was answered with 200.', '没有任何请求得到 200 应答。')
      if (answers.length === 0) return [untested(id('02a'), none), untested(id('02b'), none)]
      const broken = answers.find(({ document }) => document === null)
      const foreign = answers.find(({ isUtf8 }) => !isUtf8)
      const otherwise = said(
        'The octets, or the XML declaration, are not UTF-8.',
        '字节或 XML 声明不是 UTF-8。',
      )
      return [
        judge(
          id('02a'),
          broken ? said(`Not well-formed: ${broken.problem}`, `格式不良:${broken.problem}`) : null,
          broken?.shown,
        ),
        judge(id('02b'), foreign ? otherwise : null, foreign?.shown),
      ]
    },
  },
  onDocuments('02c', 'Elements stand as the schema has them', always, schemaBreach),
  onDocuments('03a', 'The root is OAI-PMH in its namespace', always, ({ name, uri }) =>
    name === 'OAI-PMH' && uri === NAMESPACE
      ? null
      : said(`The root is "${name}" in "${uri}".`, `根元素为“${name}”,命名空间为“${uri}”。`),
  ),
  onDocuments('03b', 'schemaLocation pairs namespace and schema', always, ({ attributes }) => {
    const words = (attributes.get('xsi:schemaLocation') ?? '').trim().split(/\s+/)
    const isPaired = words.some(
      (word, at) =>
        at % 2 === 0 && word === NAMESPACE && words[at + 1]?.replace(/^https:/, 'http:') === SCHEMA,
    )
    return isPaired
      ? null
      : said(`schemaLocation is "${words.join(' ')}".`, `schemaLocation 为“${words.join(' ')}”。`)
  }),
  onDocuments('04', 'responseDate is in UTC, to the second', always, (root) => {
    const date = textOf(root, 'responseDate') ?? ''
    const isRight = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(date) && !Number.isNaN(Date.parse(date))
    return isRight ? null : said(`responseDate is "${date}".`, `responseDate 为“${date}”。`)
  }),
  onDocuments('05a', 'No attributes after badVerb and badArgument', withoutAttributes, (root) => {
    const names = [...(childOf(root, 'request')?.attributes.keys() ?? [])].join(', ')
    return names === '' ? null : said(`request bears: ${names}.`, `request 带有属性:${names}。`)
  }),
  onDocuments(
    '05b',
    'Attributes repeat the arguments',
    (root) => errorCodes(root).length === 0,
    (root, { args }) => {
      const bears = childOf(root, 'request')?.attributes ?? new Map<string, string>()
      const isSame = bears.size === args.length && args.every(([name, value]) => bears.get(name) === value)
      const shown = [...bears].map(([name, value]) => `${name}="${value}"`).join(' ')
      return isSame
        ? null
        : said(`request bears: ${shown || 'nothing'}.`, `request 的属性为:${shown || '无'}。`)
    },
  ),
  {
    name: 'A 503 says when to come back',
    verifies: [id('06a')],
    leastSample: 0,
    run: ({ exchanges }) => {
      const busy = exchanges.filter(({ status }) => status === 503)
      if (busy.length === 0)
        return [untested(id('06a'), said('No 503 was met in this run.', '本次运行未遇到 503。'))]
      const silent = busy.find(({ headers }) => !/^\d+$/.test(headers['retry-after'] ?? ''))
      const came = said(
        `Retry-After is "${silent?.headers['retry-after'] ?? ''}".`,
        `Retry-After 为“${silent?.headers['retry-after'] ?? ''}”。`,
      )
      return [judge(id('06a'), silent ? came : null, silent?.shown)]
    },
  },
]
