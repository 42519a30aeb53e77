import type { IncomingMessage, ServerResponse } from 'node:http'
import { bodyOf, listen } from './listen.js'
import { answer, datestampOf, type Provider } from './oai/answers.js'
import { OaiFault, readArguments } from './oai/arguments.js'
import { envelope, errorElement, repeatsRequest, verbElement } from './oai/envelope.js'
import { brokenStatus, type Faults, refuseToken, sendPage, spoilt } from './oai/faults.js'
import { createRepository, type MetadataFormat, type OaiItem } from './oai/repository.js'

export type { Faults } from './oai/faults.js'
export type { MetadataFormat, OaiItem } from './oai/repository.js'

export interface OaiProviderOptions {
  /** Read when the first request comes. */
  readonly items: readonly OaiItem[]
  /** Default 0: any that is free. One that is taken is replaced by another. */
  port?: number
  name?: string
  adminEmail?: string
  /** Default `second`. The datestamps given must be in it. */
  granularity?: 'day' | 'second'
  /** Default oai_dc, and marcxml where an item has it. */
  formats?: MetadataFormat[]
  /** setSpec → name; left out, the sets of the items under their specs. */
  sets?: Record<string, string>
  repositoryIdentifier?: string
  /** Default 50. */
  pageSize?: number
  /** Order of the lists. Default by datestamp; by identifier, datestamps come unordered. */
  order?: 'datestamp' | 'identifier'
  /** Default persistent. */
  deletedRecord?: 'persistent' | 'transient' | 'no'
  /** Seconds. Default one day. */
  tokenLife?: number
  faults?: Faults
  now?: () => Date
}

export interface OaiProvider {
  /** Base URL. */
  url: string
  port: number
  /** May be changed at any time. */
  faults: Faults
  /** The requests so far, as `verb=…`. */
  requests: string[]
  /** Adds or changes an item; its datestamp is now. */
  put(item: Omit<OaiItem, 'datestamp' | 'deleted'> & { datestamp?: string }): void
  /** Leaves the header, with the datestamp of now. */
  delete(identifier: string): void
  close(): Promise<void>
}

const knownFormats: MetadataFormat[] = [
  {
    prefix: 'oai_dc',
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  },
  {
    prefix: 'marcxml',
    schema: 'http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd',
    namespace: 'http://www.loc.gov/MARC21/slim',
  },
]

/** An OAI-PMH 2.0 repository in memory: six verbs, sets, tokens without state, persistent deletions. */
export async function startOaiProvider(options: OaiProviderOptions): Promise<OaiProvider> {
  const { granularity = 'second', now = () => new Date(), faults = {} } = options
  let made: Contents | undefined
  const contents = () => {
    made ??= contentsOf(options)
    return made
  }
  const requests: string[] = []
  const provider: Provider = {
    get repository() {
      return contents().repository
    },
    baseUrl: '',
    name: options.name ?? 'Sample repository',
    adminEmail: options.adminEmail ?? 'repository@library.example',
    granularity,
    get formats() {
      return contents().formats
    },
    get sets() {
      return contents().sets
    },
    repositoryIdentifier: options.repositoryIdentifier,
    deletedRecord: options.deletedRecord ?? 'persistent',
    pageSize: options.pageSize ?? 50,
    tokenLife: (options.tokenLife ?? 86_400) * 1000,
    now,
  }
  const server = await listen((request, response) => {
    respond(provider, faults, requests, request, response).catch(() => response.destroy())
  }, options.port)
  provider.baseUrl = `${server.origin}/oai`
  return {
    url: provider.baseUrl,
    port: server.port,
    faults,
    requests,
    put: (item) => contents().repository.store({ datestamp: datestampOf(now(), granularity), ...item }),
    delete: (identifier) => {
      const sets = contents().repository.get(identifier)?.sets ?? []
      contents().repository.store({
        identifier,
        datestamp: datestampOf(now(), granularity),
        sets,
        deleted: true,
        metadata: {},
      })
    },
    close: server.close,
  }
}

type Contents = Pick<Provider, 'repository' | 'formats' | 'sets'>

const contentsOf = ({ items, order = 'datestamp', formats, sets }: OaiProviderOptions): Contents => ({
  repository: createRepository(items, order),
  formats: formats ?? formatsOf(items),
  sets: sets ?? setsOf(items),
})

const formatsOf = (items: readonly OaiItem[]): MetadataFormat[] =>
  knownFormats.filter(({ prefix }) => prefix === 'oai_dc' || items.some(({ metadata }) => prefix in metadata))

const setsOf = (items: readonly OaiItem[]): Record<string, string> =>
  Object.fromEntries([...new Set(items.flatMap(({ sets }) => sets))].sort().map((spec) => [spec, spec]))

async function respond(
  provider: Provider,
  faults: Faults,
  requests: string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const params = await paramsOf(request)
  if (params === null) {
    response.writeHead(405, { allow: 'GET, POST' }).end()
    return
  }
  requests.push(params.toString())
  if (faults.unavailableOnce) {
    const status = faults.unavailableOnce === true ? 503 : faults.unavailableOnce
    faults.unavailableOnce = false
    response.writeHead(status, { 'retry-after': faults.retryAfter ?? '1' }).end()
    return
  }
  const page = pageFor(provider, faults, params)
  const status = brokenStatus(faults, params, page)
  if (status === undefined) sendPage(response, page, faults)
  else response.writeHead(status, { 'content-type': 'text/html' }).end('<html>Something went wrong</html>')
}

/** §3.1.1.2: POST carries a form. */
async function paramsOf(request: IncomingMessage): Promise<URLSearchParams | null> {
  if (request.method === 'GET' || request.method === 'HEAD')
    return new URL(request.url ?? '/', 'http://localhost').searchParams
  return request.method === 'POST' ? new URLSearchParams((await bodyOf(request)) ?? '') : null
}

function pageFor(provider: Provider, faults: Faults, params: URLSearchParams): string {
  const at = datestampOf(provider.now(), 'second')
  let asked: ReturnType<typeof readArguments> | undefined
  try {
    asked = readArguments(params)
    const { verb, args } = asked
    const token = args['resumptionToken']
    if (token !== undefined) refuseToken(faults)
    const content = spoilt(answer(provider, verb, args), verb, token, faults)
    return envelope(provider.baseUrl, at, asked, verbElement(verb, content))
  } catch (error) {
    if (!(error instanceof OaiFault)) throw error
    const repeated = asked && repeatsRequest(error) ? asked : { args: {} }
    return envelope(provider.baseUrl, at, repeated, errorElement(error))
  }
}
