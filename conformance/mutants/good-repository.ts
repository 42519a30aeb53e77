import type { Outside, OutsideRequest } from '../../gateway/contracts/index.js'

export interface RepositoryRequest {
  method: 'GET' | 'POST'
  args: readonly (readonly [string, string])[]
  /** Value of an argument, '' when it was not given. */
  arg(name: string): string
}

export interface RepositoryResponse {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array
}

export const goodAddress = 'https://repository.example.org/oai'

interface Item {
  identifier: string
  datestamp: string
  sets: string[]
  isDeleted?: boolean
}

/** Eight records over three days, in a set, in one below it, and one that was deleted: the least that shows every rule. */
const items: Item[] = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({
  identifier: `oai:repository.example.org:${n}`,
  datestamp: `2024-03-0${Math.ceil(n / 3)}T08:00:0${n}Z`,
  sets: n % 2 ? ['books'] : ['books:rare'],
  ...(n === 5 ? { isDeleted: true } : {}),
}))

const PAGE = 3
const takes: Record<string, { needs: string[]; may: string[] }> = {
  Identify: { needs: [], may: [] },
  ListMetadataFormats: { needs: [], may: ['identifier'] },
  ListSets: { needs: [], may: ['resumptionToken'] },
  GetRecord: { needs: ['identifier', 'metadataPrefix'], may: [] },
  ListIdentifiers: { needs: ['metadataPrefix'], may: ['from', 'until', 'set', 'resumptionToken'] },
  ListRecords: { needs: ['metadataPrefix'], may: ['from', 'until', 'set', 'resumptionToken'] },
}

/** A repository that keeps every rule: what each mutant spoils in one place. */
export const goodRepository = (request: RepositoryRequest): RepositoryResponse => {
  const answer = errorOf(request) ?? answerTo(request)
  const hasAttributes = !/code="bad(Verb|Argument)"/.test(answer)
  return xml(request, answer, hasAttributes)
}

const error = (code: string): string => `<error code="${code}">${code}</error>`

const errorOf = ({ args, arg }: RepositoryRequest): string | null => {
  const verb = takes[arg('verb')]
  if (!verb) return error('badVerb')
  const names = args.map(([name]) => name).filter((name) => name !== 'verb')
  if (names.includes('resumptionToken')) {
    if (names.length > 1) return error('badArgument')
    return /^\d+~[^~]*~[^~]*~[^~]*$/.test(arg('resumptionToken')) ? null : error('badResumptionToken')
  }
  if (!verb.needs.every((name) => names.includes(name))) return error('badArgument')
  if (!names.every((name) => verb.needs.includes(name) || verb.may.includes(name)))
    return error('badArgument')
  const dates = ['from', 'until'].map(arg).filter((date) => date !== '')
  if (dates.some((date) => !/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/.test(date))) return error('badArgument')
  return new Set(dates.map(({ length }) => length)).size > 1 ? error('badArgument') : null
}

const answerTo = (request: RepositoryRequest): string => {
  const verb = request.arg('verb')
  if (verb === 'Identify') return identify
  if (verb === 'ListSets') return sets
  if (verb === 'GetRecord') return getRecord(request.arg('identifier'))
  if (verb === 'ListMetadataFormats') return listFormats(request.arg('identifier'))
  return list(verb, request.arg)
}

const identify =
  `<Identify><repositoryName>Example 样例</repositoryName><baseURL>${goodAddress}</baseURL>` +
  '<protocolVersion>2.0</protocolVersion><adminEmail>oai@repository.example.org</adminEmail>' +
  '<earliestDatestamp>2024-03-01T08:00:01Z</earliestDatestamp><deletedRecord>persistent</deletedRecord>' +
  '<granularity>YYYY-MM-DDThh:mm:ssZ</granularity><description>' +
  '<oai-identifier xmlns="http://www.openarchives.org/OAI/2.0/oai-identifier"><scheme>oai</scheme>' +
  '<repositoryIdentifier>repository.example.org</repositoryIdentifier><delimiter>:</delimiter>' +
  '<sampleIdentifier>oai:repository.example.org:1</sampleIdentifier></oai-identifier></description></Identify>'

const sets =
  '<ListSets><set><setSpec>books</setSpec><setName>Books</setName></set>' +
  '<set><setSpec>books:rare</setSpec><setName>Rare books</setName></set></ListSets>'

const listFormats = (identifier: string): string =>
  identifier !== '' && !items.some((item) => item.identifier === identifier)
    ? error('idDoesNotExist')
    : '<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix>' +
      '<schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</schema>' +
      '<metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</metadataNamespace></metadataFormat></ListMetadataFormats>'

const getRecord = (identifier: string): string => {
  const item = items.find((item) => item.identifier === identifier)
  return item ? `<GetRecord>${record(item)}</GetRecord>` : error('idDoesNotExist')
}

/** A token holds the place and the arguments, so that a page may be asked for twice. */
const list = (verb: string, arg: (name: string) => string): string => {
  const [place, from = '', until = '', set = ''] = (
    arg('resumptionToken') || `0~${arg('from')}~${arg('until')}~${arg('set')}`
  ).split('~')
  const start = Number(place)
  const day = (item: Item) => item.datestamp.slice(0, from.length || until.length || undefined)
  const found = items.filter(
    (item) =>
      (from === '' || day(item) >= from) &&
      (until === '' || day(item) <= until) &&
      (set === '' || item.sets.some((spec) => spec === set || spec.startsWith(`${set}:`))),
  )
  if (found.length === 0) return error('noRecordsMatch')
  const page = found.slice(start, start + PAGE).map(verb === 'ListRecords' ? record : header)
  const next = start + PAGE < found.length ? `${start + PAGE}~${from}~${until}~${set}` : ''
  const token = found.length > PAGE ? `<resumptionToken>${next}</resumptionToken>` : ''
  return `<${verb}>${page.join('')}${token}</${verb}>`
}

const header = ({ identifier, datestamp, sets, isDeleted }: Item): string =>
  `<header${isDeleted ? ' status="deleted"' : ''}><identifier>${identifier}</identifier><datestamp>${datestamp}</datestamp>` +
  `${sets.map((spec) => `<setSpec>${spec}</setSpec>`).join('')}</header>`

const record = (item: Item): string =>
  `<record>${header(item)}${item.isDeleted ? '' : metadata(item)}</record>`

const metadata = ({ identifier }: Item): string =>
  '<metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>Title 题名 of ${identifier}</dc:title></oai_dc:dc></metadata>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const xml = ({ args }: RepositoryRequest, answer: string, hasAttributes: boolean): RepositoryResponse => {
  const attributes = hasAttributes ? args.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('') : ''
  return {
    status: 200,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body:
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
      'xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">' +
      `<responseDate>2024-03-04T10:00:00Z</responseDate><request${attributes}>${goodAddress}</request>${answer}</OAI-PMH>`,
  }
}

/** Reads an HTTP request as the repository does: the arguments from the address, or from the body of a POST. */
export const readRequest = (url: string, method = 'GET', body = ''): RepositoryRequest => {
  const args = [...new URLSearchParams(method === 'POST' ? body : new URL(url).search)]
  return {
    method: method === 'POST' ? 'POST' : 'GET',
    args,
    arg: (name) => args.find(([key]) => key === name)?.[1] ?? '',
  }
}

/** A way out that leads to this repository alone. */
export const outsideTo = (repository: (request: RepositoryRequest) => RepositoryResponse): Outside => ({
  now: () => new Date(0),
  assertAllowed: async () => {},
  // biome-ignore lint/correctness/useYield: a repository has no files
  async *open() {
    throw new Error('A repository is asked, not opened.')
  },
  async fetch({ url, method, body, signal }: OutsideRequest) {
    signal.throwIfAborted()
    const answer = repository(readRequest(url, method, body))
    return { ...answer, url, body: Buffer.from(answer.body) }
  },
})
