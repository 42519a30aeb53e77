import { element, escapeXml } from '../xml.js'
import { type Arguments, OaiFault, readWindow, type Verb } from './arguments.js'
import {
  isAvailableIn,
  type MetadataFormat,
  type OaiItem,
  type Repository,
  type Window,
} from './repository.js'
import { readToken, type Token, writeToken } from './token.js'

export interface Provider {
  repository: Repository
  baseUrl: string
  name: string
  adminEmail: string
  granularity: 'day' | 'second'
  formats: readonly MetadataFormat[]
  /** setSpec → name. */
  sets: Readonly<Record<string, string>>
  /** Domain of the identifiers (`oai:<domain>:…`), for the description of §4.2. */
  repositoryIdentifier?: string
  /** §2.5.1: persistent, transient or no. */
  deletedRecord: string
  pageSize: number
  /** Milliseconds that a token is good for. */
  tokenLife: number
  now(): Date
}

/** What stands inside the answer to a verb. @throws OaiFault */
export function answer(provider: Provider, verb: Verb, args: Arguments): string {
  if (verb === 'Identify') return identify(provider)
  if (verb === 'ListMetadataFormats') return listMetadataFormats(provider, args)
  if (verb === 'ListSets') return listSets(provider, args)
  if (verb === 'GetRecord') return getRecord(provider, args)
  return listItems(provider, verb, args)
}

function identify(provider: Provider): string {
  const { repository, granularity, deletedRecord } = provider
  const earliest = repository.earliest() ?? datestampOf(provider.now(), granularity)
  return [
    element('repositoryName', provider.name),
    element('baseURL', provider.baseUrl),
    '<protocolVersion>2.0</protocolVersion>',
    element('adminEmail', provider.adminEmail),
    element('earliestDatestamp', earliest),
    element('deletedRecord', deletedRecord),
    element('granularity', granularity === 'day' ? 'YYYY-MM-DD' : 'YYYY-MM-DDThh:mm:ssZ'),
    provider.repositoryIdentifier === undefined
      ? ''
      : identifierDescription(provider.repositoryIdentifier, repository),
  ].join('')
}

/** Guidelines for OAI identifiers, version 2. */
const identifierDescription = (domain: string, repository: Repository): string => {
  const sample =
    repository.select({ prefix: 'oai_dc' }, undefined, 1).items[0]?.identifier ?? `oai:${domain}:1`
  const namespace = 'http://www.openarchives.org/OAI/2.0/oai-identifier'
  return (
    `<description><oai-identifier xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ` +
    `xsi:schemaLocation="${namespace} http://www.openarchives.org/OAI/2.0/oai-identifier.xsd"><scheme>oai</scheme>` +
    `${element('repositoryIdentifier', domain)}<delimiter>:</delimiter>${element('sampleIdentifier', sample)}` +
    '</oai-identifier></description>'
  )
}

function listMetadataFormats({ repository, formats }: Provider, { identifier }: Arguments): string {
  const item = identifier === undefined ? undefined : itemOf(repository, identifier)
  const offered = formats.filter(({ prefix }) => item === undefined || isAvailableIn(item, prefix))
  if (offered.length === 0) throw new OaiFault('noMetadataFormats', 'The item has no metadata format.')
  return offered
    .map(
      ({ prefix, schema, namespace }) =>
        `<metadataFormat>${element('metadataPrefix', prefix)}${element('schema', schema)}${element('metadataNamespace', namespace)}</metadataFormat>`,
    )
    .join('')
}

function listSets({ sets }: Provider, { resumptionToken }: Arguments): string {
  if (resumptionToken !== undefined)
    throw new OaiFault('badResumptionToken', 'The list of sets is given whole, without tokens.')
  const entries = Object.entries(sets)
  if (entries.length === 0) throw new OaiFault('noSetHierarchy', 'This repository has no sets.')
  return entries
    .map(([spec, name]) => `<set>${element('setSpec', spec)}${element('setName', name)}</set>`)
    .join('')
}

function getRecord(
  { repository, formats }: Provider,
  { identifier = '', metadataPrefix = '' }: Arguments,
): string {
  const item = itemOf(repository, identifier)
  const isKnown = formats.some(({ prefix }) => prefix === metadataPrefix)
  if (!isKnown || !isAvailableIn(item, metadataPrefix)) throw cannotDisseminate(metadataPrefix)
  return recordElement(item, metadataPrefix)
}

function itemOf(repository: Repository, identifier: string): OaiItem {
  const item = repository.get(identifier)
  if (item) return item
  throw new OaiFault('idDoesNotExist', 'No item of this repository has that identifier.')
}

function listItems(provider: Provider, verb: Verb, args: Arguments): string {
  const { repository, pageSize } = provider
  const token =
    args['resumptionToken'] === undefined
      ? undefined
      : readToken(args['resumptionToken'], verb, provider.now())
  const window = token?.window ?? windowOf(provider, args)
  const { items, remaining } = repository.select(window, token?.after, pageSize)
  if (items.length === 0 && token === undefined)
    throw new OaiFault('noRecordsMatch', 'No record matches from, until, set and metadataPrefix.')
  const cursor = token?.cursor ?? 0
  const last = items.at(-1)
  const next: Token | undefined =
    remaining > items.length && last !== undefined
      ? {
          verb,
          window,
          after: repository.keyOf(last),
          cursor: cursor + items.length,
          expires: expiryOf(provider),
        }
      : undefined
  const write = verb === 'ListRecords' ? (item: OaiItem) => recordElement(item, window.prefix) : headerElement
  return items.map(write).join('') + tokenElement(next, cursor, cursor + remaining, token !== undefined)
}

function windowOf({ formats, sets, granularity }: Provider, args: Arguments): Window {
  const { metadataPrefix: prefix = '', set } = args
  const bounds = readWindow(args, granularity)
  if (!formats.some((format) => format.prefix === prefix)) throw cannotDisseminate(prefix)
  if (set !== undefined && Object.keys(sets).length === 0)
    throw new OaiFault('noSetHierarchy', 'This repository has no sets.')
  return { prefix, ...(set === undefined ? {} : { set }), ...bounds }
}

/** Whole seconds, as expirationDate states it. */
const expiryOf = ({ now, tokenLife }: Provider): number =>
  Math.floor((now().getTime() + tokenLife) / 1000) * 1000

/** §3.5: the last of several pages ends with an empty token; a list of one page has none. */
function tokenElement(next: Token | undefined, cursor: number, size: number, isContinued: boolean): string {
  if (next === undefined)
    return isContinued ? `<resumptionToken completeListSize="${size}" cursor="${cursor}"/>` : ''
  const expires = datestampOf(new Date(next.expires), 'second')
  return `<resumptionToken expirationDate="${expires}" completeListSize="${size}" cursor="${cursor}">${writeToken(next)}</resumptionToken>`
}

/** §2.5.1: a deleted record is its header. */
const recordElement = (item: OaiItem, prefix: string): string =>
  item.deleted
    ? `<record>${headerElement(item)}</record>`
    : `<record>${headerElement(item)}<metadata>${item.metadata[prefix] ?? ''}</metadata></record>`

const headerElement = ({ identifier, datestamp, sets, deleted }: OaiItem): string =>
  `<header${deleted ? ' status="deleted"' : ''}>${element('identifier', identifier)}${element('datestamp', datestamp)}` +
  `${sets.map((spec) => element('setSpec', spec)).join('')}</header>`

const cannotDisseminate = (prefix: string): OaiFault =>
  new OaiFault(
    'cannotDisseminateFormat',
    `There is no metadataPrefix "${escapeXml(prefix).slice(0, 40)}" for it.`,
  )

export const datestampOf = (date: Date, granularity: 'day' | 'second'): string =>
  granularity === 'day' ? date.toISOString().slice(0, 10) : `${date.toISOString().slice(0, 19)}Z`
