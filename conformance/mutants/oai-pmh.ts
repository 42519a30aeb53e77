import type { RepositoryRequest, RepositoryResponse } from './good-repository.js'

/** A repository that breaks one requirement and no other. */
export interface RepositoryMutant {
  requirement: string
  /** What is wrong with it, in a sentence. */
  describe: string
  mutate(request: RepositoryRequest, response: RepositoryResponse): RepositoryResponse
  /** MUSTs that break of necessity when this one does, and why. */
  alsoFails?: readonly { requirement: string; reason: string }[]
}

type When = (request: RepositoryRequest) => boolean
const id = (number: string): string => `oai-pmh@2.0#OAI-${number}`
const verb =
  (name: string): When =>
  ({ arg }) =>
    arg('verb') === name
const always: When = () => true

/** Changes the text of some answers. */
const edit = (
  number: string,
  describe: string,
  when: When,
  change: (body: string, request: RepositoryRequest) => string,
): RepositoryMutant => ({
  requirement: id(number),
  describe,
  mutate: (request, response) =>
    when(request) ? { ...response, body: change(String(response.body), request) } : response,
})

const replace = (number: string, describe: string, when: When, from: string | RegExp, to: string) =>
  edit(number, describe, when, (body) => body.replaceAll(from as string, to))

const identify = (number: string, describe: string, from: string | RegExp, to: string) =>
  replace(number, describe, verb('Identify'), from, to)

/** Another error in place of the right one; attributes stay as they were, so that OAI-05 is not touched. */
const wrongError = (number: string, when: When, right: string, wrong: string) =>
  replace(number, `It answers ${wrong} where ${right} is due`, when, `code="${right}"`, `code="${wrong}"`)

const lacks =
  (verbName: string, name: string): When =>
  (request) =>
    verb(verbName)(request) && request.arg(name) === '' && request.arg('resumptionToken') === ''

const identifyMutants: RepositoryMutant[] = [
  identify('07a', 'protocolVersion is 1.1', '>2.0<', '>1.1<'),
  identify('07b', 'adminEmail is no address', 'oai@repository.example.org', 'the librarian'),
  identify('07c', 'granularity is in other words', 'YYYY-MM-DDThh:mm:ssZ', 'seconds'),
  identify(
    '07d',
    'earliestDatestamp is in days, granularity in seconds',
    '2024-03-01T08:00:01Z',
    '2024-03-01',
  ),
  identify('07e', 'repositoryName is empty', 'Example 样例', ''),
  identify('07f', 'deletedRecord is "maybe"', '>persistent<', '>maybe<'),
  identify(
    '08',
    'baseURL is that of another address',
    /<baseURL>.*?<\/baseURL>/g,
    '<baseURL>https://old.example.org/oai</baseURL>',
  ),
  identify('09a', 'There are two oai-identifier descriptions', /(<description>.*<\/description>)/g, '$1$1'),
  identify('09b', 'sampleIdentifier is a bare number', '>oai:repository.example.org:1<', '>1<'),
]

const transportMutants: RepositoryMutant[] = [
  {
    requirement: id('01'),
    describe: 'POST is refused',
    mutate: (request, response) =>
      request.method === 'POST' ? { status: 405, headers: {}, body: 'Method not allowed' } : response,
  },
  replace('02a', 'A bare ampersand stands in a name', verb('ListSets'), 'Rare books', 'Rare & old books'),
  {
    requirement: id('02b'),
    describe: 'The octets are GB 18030',
    mutate: (request, response) =>
      verb('Identify')(request)
        ? { ...response, body: Buffer.from(String(response.body).replace('样例', '\xd1\xf9'), 'latin1') }
        : response,
  },
  replace(
    '02c',
    'setName stands before setSpec',
    verb('ListSets'),
    /(<setSpec>.*?<\/setSpec>)(<setName>.*?<\/setName>)/g,
    '$2$1',
  ),
  replace(
    '03a',
    'The root is in the namespace of version 1.1',
    always,
    'xmlns="http://www.openarchives.org/OAI/2.0/"',
    'xmlns="http://www.openarchives.org/OAI/1.1/OAI_Identify"',
  ),
  replace(
    '03b',
    'schemaLocation names the schema alone',
    always,
    'schemaLocation="http://www.openarchives.org/OAI/2.0/ ',
    'schemaLocation="',
  ),
  replace('04', 'responseDate has fractions of a second', always, '10:00:00Z', '10:00:00.123Z'),
  edit('05a', 'request repeats the wrong verb', always, (body, { arg }) =>
    body.includes('code="badVerb"')
      ? body.replace('<request>', `<request verb="${arg('verb') || 'none'}">`)
      : body,
  ),
  replace(
    '05b',
    'request bears no attributes in answers',
    verb('GetRecord'),
    /<request [^>]*>/g,
    '<request>',
  ),
]

const listMutants: RepositoryMutant[] = [
  replace(
    '10a',
    'ListSets answers noRecordsMatch',
    verb('ListSets'),
    /<ListSets>.*<\/ListSets>/g,
    '<error code="noRecordsMatch">no sets</error>',
  ),
  replace('10b', 'A setSpec holds a space', verb('ListSets'), 'books:rare<', 'rare books<'),
  replace('11a', 'oai_dc is not offered', verb('ListMetadataFormats'), '>oai_dc<', '>marc21<'),
  wrongError('11b', verb('ListMetadataFormats'), 'idDoesNotExist', 'noMetadataFormats'),
  edit(
    '12',
    'ListIdentifiers cannot give oai_dc',
    (request) => lacks('ListIdentifiers', 'from')(request) && request.arg('set') === '',
    (body) =>
      body.replace(
        /<ListIdentifiers>.*<\/ListIdentifiers>/,
        '<error code="cannotDisseminateFormat">no</error>',
      ),
  ),
]

const recordMutants: RepositoryMutant[] = [
  replace(
    '13a',
    'A datestamp in a list is in days',
    verb('ListRecords'),
    '2024-03-01T08:00:02Z',
    '2024-03-01',
  ),
  edit('13b', 'GetRecord gives the next record but one', verb('GetRecord'), (body) =>
    body.replace(/<identifier>[^<]*/, '<identifier>oai:repository.example.org:99'),
  ),
  replace(
    '13c',
    'Headers of a selective list name another set',
    ({ arg }) => arg('verb') === 'ListIdentifiers' && arg('set') !== '',
    /<setSpec>[^<]*/g,
    '<setSpec>journals',
  ),
  edit(
    '14',
    'until is exclusive',
    ({ arg }) => arg('from') !== '' && arg('from') === arg('until') && arg('from').length > 4,
    (body) =>
      body.replace(/<ListIdentifiers>.*<\/ListIdentifiers>/, '<error code="noRecordsMatch">none</error>'),
  ),
  replace(
    '15a',
    'A deleted record still has its metadata',
    verb('ListRecords'),
    /(status="deleted">(?:(?!<\/header>).)*<\/header>)<\/record>/g,
    '$1<metadata><dc xmlns="http://www.openarchives.org/OAI/2.0/oai_dc/"/></metadata></record>',
  ),
  replace('15b', 'GetRecord does not know deleted records', verb('GetRecord'), / status="deleted"/g, ''),
]

const errorMutants: RepositoryMutant[] = [
  wrongError('16a', ({ args }) => args.length === 0, 'badVerb', 'badArgument'),
  wrongError('16b', verb('NoSuchVerb'), 'badVerb', 'badArgument'),
  wrongError('16c', lacks('GetRecord', 'identifier'), 'badArgument', 'idDoesNotExist'),
  wrongError('16d', ({ arg }) => arg('identifier') === 'invalid"id', 'idDoesNotExist', 'noRecordsMatch'),
  wrongError('16e', ({ arg }) => arg('from') === 'junk', 'badArgument', 'noRecordsMatch'),
  wrongError('16f', verb('ListRecords'), 'badResumptionToken', 'noRecordsMatch'),
  wrongError('16g', lacks('ListRecords', 'metadataPrefix'), 'badArgument', 'cannotDisseminateFormat'),
  wrongError(
    '16h',
    ({ arg }) => arg('from').length !== arg('until').length && arg('until') !== '',
    'badArgument',
    'noRecordsMatch',
  ),
  wrongError('16i', lacks('ListRecords', 'from'), 'noRecordsMatch', 'idDoesNotExist'),
]

/** One for each MUST of OAI-PMH that a test can reach. */
export const repositoryMutants: readonly RepositoryMutant[] = [
  ...transportMutants,
  ...identifyMutants,
  ...listMutants,
  ...recordMutants,
  ...errorMutants,
]
