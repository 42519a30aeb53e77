import { type Static, Type } from 'typebox'
import { Holding } from './holding.js'
import { Authority, LanguageCode, Name, NameKind, ScriptCode } from './names.js'

/**
 * The canonical record, version 1 (draft): what every crosswalk makes and everything after it reads.
 * `x-level` says what a field describes: `work` (the same for every edition), `version` (one edition or
 * format), `record` (this description of it).
 */

const closed = { additionalProperties: false } as const
const at = (level: 'work' | 'version' | 'record', description: string) => ({ 'x-level': level, description })

export const RecordType = Type.Enum(
  [
    'book',
    'serial',
    'article',
    'thesis',
    'report',
    'standard',
    'patent',
    'map',
    'score',
    'audio',
    'video',
    'image',
    'archive',
    'dataset',
    'software',
    'website',
    'object',
    'other',
  ],
  at('work', 'What kind of thing it is, as readers would say it'),
)
export type RecordType = Static<typeof RecordType>

export const Title = Type.Object(
  {
    value: Type.String({ minLength: 1, description: 'Title proper, without subtitle and ISBD punctuation' }),
    subtitle: Type.Optional(Type.String({ minLength: 1 })),
    part: Type.Optional(
      Type.Object(
        { number: Type.Optional(Type.String()), name: Type.Optional(Type.String()) },
        { ...closed, description: 'Part of a set that this title names: 第3卷, 唐代卷' },
      ),
    ),
    nonfiling: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 20, description: 'Characters to skip when filing' }),
    ),
    language: Type.Optional(LanguageCode),
    script: Type.Optional(ScriptCode),
    kind: NameKind,
  },
  closed,
)
export type Title = Static<typeof Title>

export const Agent = Type.Object(
  {
    names: Type.Array(Name, { minItems: 1, description: 'The first is the form the record uses as heading' }),
    type: Type.Enum(['person', 'organisation', 'meeting']),
    role: Type.String({
      pattern: '^[a-z]{3}$',
      description: 'MARC relator code: aut, edt, trl, ill, com, pbl …',
    }),
    roleText: Type.Optional(Type.String({ description: 'The role in the record’s own words: 著, 编, 译' })),
    main: Type.Boolean({ description: 'Main entry, or named first' }),
    dates: Type.Optional(Type.String({ description: 'Dates of life or activity, as in the source' })),
    authority: Type.Optional(Authority),
  },
  closed,
)
export type Agent = Static<typeof Agent>

export const DateStatement = Type.Object(
  {
    kind: Type.Enum(['issued', 'copyright', 'created', 'original', 'modified']),
    edtf: Type.Optional(
      Type.String({ description: 'ISO 8601-2 (EDTF level 1): 1985-07, 1998?, 199X, 1954/..' }),
    ),
    text: Type.String({ minLength: 1, description: 'As the source has it: 1985.07, [1998?], 民国二十三年' }),
  },
  closed,
)
export type DateStatement = Static<typeof DateStatement>

export const Publication = Type.Object(
  {
    place: Type.Optional(Type.String({ minLength: 1 })),
    publisher: Type.Optional(Type.String({ minLength: 1 })),
    date: Type.Optional(
      Type.String({ minLength: 1, description: 'Source text; the reading of it stands in dates' }),
    ),
  },
  closed,
)
export type Publication = Static<typeof Publication>

export const Identifier = Type.Object(
  {
    scheme: Type.String({
      minLength: 1,
      description: 'isbn, issn, doi, ismn, csbn (统一书号), standard, urn, uri, handle, other',
    }),
    value: Type.String({
      minLength: 1,
      description: 'Normalised: ISBN as 13 digits, ISSN with hyphen, DOI in lower case',
    }),
    text: Type.Optional(Type.String({ description: 'As the source has it, when that differs' })),
    qualifier: Type.Optional(Type.String()),
    price: Type.Optional(Type.String()),
    valid: Type.Boolean({ description: 'Its check digit or form holds' }),
    cancelled: Type.Optional(Type.Boolean({ description: 'Given by the source as wrong or cancelled ($z)' })),
  },
  closed,
)
export type Identifier = Static<typeof Identifier>

export const Subject = Type.Object(
  {
    value: Type.String({ minLength: 1, description: 'Heading with its subdivisions joined by " -- "' }),
    kind: Type.Enum(['topic', 'person', 'organisation', 'title', 'place', 'period', 'genre', 'keyword']),
    scheme: Type.Optional(Type.String({ description: 'lcsh, cct (中国分类主题词表), mesh, local …' })),
    parts: Type.Optional(
      Type.Array(
        Type.Object(
          {
            kind: Type.Enum(['topic', 'place', 'period', 'form', 'name']),
            value: Type.String({ minLength: 1 }),
          },
          closed,
        ),
        {
          description:
            'Each subdivision with its sense: CNMARC $y is place and $z period, MARC 21 the other way',
        },
      ),
    ),
    authority: Type.Optional(Authority),
    variants: Type.Optional(
      Type.Array(Name, { description: 'Other forms of the heading, from its authority record' }),
    ),
  },
  closed,
)
export type Subject = Static<typeof Subject>

export const Classification = Type.Object(
  {
    scheme: Type.String({ minLength: 1, description: 'clc (中图法), ddc, lcc, udc, cas (科图法) …' }),
    value: Type.String({ minLength: 1 }),
    edition: Type.Optional(Type.String()),
  },
  closed,
)
export type Classification = Static<typeof Classification>

export const Relation = Type.Object(
  {
    kind: Type.Enum([
      'series',
      'set',
      'part',
      'host',
      'earlier',
      'later',
      'translation-of',
      'other-edition',
      'supplement',
      'related',
    ]),
    title: Type.Optional(Type.String({ minLength: 1 })),
    number: Type.Optional(Type.String({ description: 'Number within it: 第3辑, v. 2, pages of an article' })),
    identifiers: Type.Optional(Type.Array(Identifier)),
  },
  closed,
)
export type Relation = Static<typeof Relation>

export const Access = Type.Object(
  {
    kind: Type.Enum(['open', 'licensed', 'onsite']),
    package: Type.Optional(Type.String()),
    coverage: Type.Optional(
      Type.Array(
        Type.Object(
          {
            from: Type.Optional(Type.String()),
            to: Type.Optional(Type.String()),
            fromVolume: Type.Optional(Type.String()),
            toVolume: Type.Optional(Type.String()),
            fromIssue: Type.Optional(Type.String()),
            toIssue: Type.Optional(Type.String()),
            depth: Type.Optional(Type.String()),
            embargo: Type.Optional(Type.String()),
            note: Type.Optional(Type.String()),
          },
          closed,
        ),
      ),
    ),
  },
  closed,
)
export type Access = Static<typeof Access>

export const Link = Type.Object(
  {
    href: Type.String({
      pattern: '^(https?|ftp)://',
      description: 'Only web addresses; anything else becomes a note',
    }),
    label: Type.Optional(Type.String()),
    access: Type.Optional(Access),
  },
  closed,
)
export type Link = Static<typeof Link>

export const Media = Type.Object(
  {
    kind: Type.Enum(['text', 'image', 'sound', 'video']),
    href: Type.String({ pattern: '^https?://' }),
    format: Type.Optional(Type.String({ description: 'Media type (IANA)' })),
  },
  closed,
)

export const Licence = Type.Object(
  { uri: Type.Optional(Type.String()), text: Type.Optional(Type.String()) },
  { ...closed, description: 'Rights statement of the thing described' },
)

export const ControlNumber = Type.Object(
  {
    agency: Type.String({ minLength: 1, description: 'Who gave it: oclc, lccn, calis, nlc, an ISIL …' }),
    number: Type.String({ minLength: 1 }),
  },
  closed,
)
export type ControlNumber = Static<typeof ControlNumber>

export const Note = Type.Object(
  {
    kind: Type.Optional(Type.String({ description: 'contents, general, language, thesis …' })),
    value: Type.String({ minLength: 1 }),
  },
  closed,
)

/** What a crosswalk makes of one record's bytes; the catalogue adds identity (`RecordV1`). */
export const Description = Type.Object(
  {
    type: RecordType,
    titles: Type.Array(Title, { minItems: 1, ...at('work', 'First: the title proper (kind original)') }),
    statement: Type.Optional(
      Type.String(at('version', 'Statement of responsibility as on the item; not a heading')),
    ),
    agents: Type.Array(Agent, at('work', 'Persons, bodies and meetings with their roles')),
    languages: Type.Array(
      Type.Object(
        {
          code: LanguageCode,
          role: Type.Enum(['text', 'original', 'summary']),
        },
        closed,
      ),
      at('version', 'Languages of the text, of the original of a translation, of summaries'),
    ),
    dates: Type.Array(DateStatement, at('version', 'EDTF beside the source’s own words')),
    publication: Type.Array(Publication, at('version', 'Place, publisher, date as stated')),
    edition: Type.Optional(Type.String(at('version', 'Edition statement'))),
    extent: Type.Optional(Type.String(at('version', 'Pages, volumes, duration; size'))),
    identifiers: Type.Array(Identifier, at('version', 'International identifiers of the thing described')),
    controlNumbers: Type.Array(
      ControlNumber,
      at('record', 'Numbers that agencies gave to descriptions of it'),
    ),
    subjects: Type.Array(Subject, at('work', 'Subject headings with their scheme')),
    classes: Type.Array(Classification, at('work', 'Classification numbers; scheme clc is 中图法')),
    relations: Type.Array(
      Relation,
      at('version', 'Series, sets and volumes, hosts, earlier and later titles'),
    ),
    abstracts: Type.Array(
      Type.Object({ value: Type.String({ minLength: 1 }), language: Type.Optional(LanguageCode) }, closed),
      at('work', 'Summaries'),
    ),
    notes: Type.Array(Note, at('record', 'Notes, each with its kind where known')),
    links: Type.Array(Link, at('version', 'Where it can be read, with the access it takes')),
    media: Type.Optional(Type.Array(Media, at('version', 'Digital parts of it'))),
    licence: Type.Optional(Licence),
    holdings: Type.Array(Holding, at('record', 'The copies the source says it has')),
    provenance: Type.Record(Type.String(), Type.Array(Type.String()), {
      ...at(
        'record',
        'For each field above, the source’s fields it came from: { titles: ["200$a", "200$e"] }',
      ),
    }),
  },
  { additionalProperties: false },
)
export type Description = Static<typeof Description>

/** A description with its identity: what `GET /v1/records/{id}` gives. */
export const RecordV1 = Type.Object(
  {
    id: Type.String({ pattern: '^r_[0-9a-z]+$', description: 'Derived from source and sourceId alone' }),
    source: Type.String({ description: 'member/name' }),
    sourceId: Type.String({ description: 'The source’s own identifier: 001, OAI identifier, title_id' }),
    format: Type.String({
      description: 'Vocabulary it came in: marc21, cnmarc, dublin-core, kbart, mods, pica, mab2, csv',
    }),
    version: Type.Integer({ minimum: 1, description: 'Rises with each change of content' }),
    updatedAt: Type.String({ format: 'date-time' }),
    description: Description,
  },
  {
    ...closed,
    $id: 'https://shulian.example/standards/record/v1-draft',
    title: 'Canonical record, version 1 (draft)',
  },
)
export type RecordV1 = Static<typeof RecordV1>
