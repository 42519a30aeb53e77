import { type Static, Type } from 'typebox'
import { facetFields } from '../../gateway/contracts/index.js'

const closed = { additionalProperties: false } as const

const paging = {
  limit: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 100, default: 20, description: '0 gives total and facets alone' }),
  ),
  offset: Type.Optional(
    Type.Integer({ minimum: 0, description: 'Up to 10,000 with limit; beyond that ask by cursor' }),
  ),
  cursor: Type.Optional(
    Type.String({ maxLength: 4000, description: '`*` to start, then the cursor of the page before' }),
  ),
  sort: Type.Optional(
    Type.Enum(['relevance', 'newest', 'oldest', 'title', 'title-stroke'], {
      description: '`title`: letters, then Han by pinyin; `title-stroke`: by the number of strokes',
    }),
  ),
}

const explain = Type.Optional(
  Type.Boolean({ description: 'Say what was asked of the engine, and why each hit was found' }),
)

const any = (description: string) =>
  Type.Optional(Type.Array(Type.String({ maxLength: 1000 }), { maxItems: 200, description }))
const q = Type.Optional(
  Type.String({
    default: '',
    description:
      'Words, "phrases", -exclusions, title: author: subject: isbn: 题名: 作者: 主题: …; empty lists everything',
  }),
)
const facetNames = [...facetFields, 'year'].join(', ')

export const SearchQueryString = Type.Object(
  {
    q,
    ...paging,
    explain,
    facets: any(`Comma-separated: ${facetNames}`),
    type: any('Any of these types'),
    member: any('Held by any of these members'),
    language: any('In any of these languages, ISO 639-2/B'),
    subject: any('With any of these headings'),
    agent: any('By any of these, as the facet writes them'),
    access: any('open, licensed, onsite, print'),
    class: any('In any of these classes of 中图法: I, I2, I24, I247'),
    year: any('2005, 2000..2010, 2000.., ..2010'),
  },
  closed,
)
export type SearchQueryString = Static<typeof SearchQueryString>

export const SearchBody = Type.Object(
  {
    q,
    ...paging,
    explain,
    facets: any(facetNames),
    filter: Type.Optional(
      Type.Unknown({
        description:
          '{and:[…]}, {or:[…]}, {not:…}, {field, in:[…]}, {field:"year", from, to}, at most 10 deep',
      }),
    ),
  },
  closed,
)
export type SearchBody = Static<typeof SearchBody>

const Holding = Type.Object(
  { member: Type.String(), source: Type.String(), recordId: Type.String(), sourceId: Type.String() },
  closed,
)

const synonymOf = Type.Array(Type.String(), {
  description: 'What was typed, where a librarian said that it means what was found',
})

export const Hit = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    agents: Type.Array(Type.String()),
    year: Type.Union([Type.Integer(), Type.Null()]),
    type: Type.String(),
    languages: Type.Array(Type.String()),
    highlights: Type.Record(Type.String(), Type.String(), {
      description: 'HTML with what was found in <mark>',
    }),
    holdings: Type.Array(Holding),
    score: Type.Number(),
    why: Type.Optional(
      Type.Object(
        {
          manner: Type.String({
            description: 'as typed, read aloud, characters apart, sounds alike, near spelling …',
          }),
          synonymOf: Type.Optional(synonymOf),
          fields: Type.Array(Type.String(), {
            description: 'Empty: deeper in the record than what is shown',
          }),
          features: Type.Record(Type.String(), Type.Number()),
        },
        closed,
      ),
    ),
  },
  closed,
)

const BestBet = Type.Object(
  {
    number: Type.Integer(),
    note: Type.String({ description: 'Why, for readers' }),
    until: Type.Optional(Type.String({ format: 'date' })),
    hits: Type.Array(Hit),
  },
  {
    ...closed,
    description:
      'What a librarian recommends to whoever asks this, with the first page: no part of total, facets and pages, and not repeated in `hits`',
  },
)

const FacetValue = Type.Object(
  {
    value: Type.String(),
    count: Type.Integer(),
    label: Type.Optional(Type.String({ description: 'In Chinese where there is a Chinese name' })),
    labelEn: Type.Optional(Type.String()),
  },
  closed,
)

const Bar = Type.Object({ from: Type.Integer(), to: Type.Integer(), count: Type.Integer() }, closed)

const Help = Type.Object(
  {
    reason: Type.Enum([
      'filter',
      'filters',
      'spelling',
      'word',
      'together',
      'prefix',
      'part',
      'script',
      'member',
    ]),
    field: Type.Optional(Type.String()),
    word: Type.Optional(Type.String()),
    q: Type.Optional(Type.String({ description: 'What to ask instead' })),
    script: Type.Optional(Type.String({ description: 'ISO 15924' })),
    member: Type.Optional(Type.String()),
    total: Type.Optional(Type.Integer({ description: 'What is found then' })),
    withoutFilters: Type.Optional(Type.Literal(true, { description: 'Only when the filters go too' })),
  },
  closed,
)

const Explanation = Type.Object(
  {
    stages: Type.Array(
      Type.Object(
        {
          stage: Type.String({ description: 'typed, loose, forgiving: the last one gave the hits' }),
          total: Type.Integer(),
          ways: Type.Array(
            Type.Object(
              {
                manner: Type.String(),
                terms: Type.Array(Type.String()),
                synonymOf: Type.Optional(synonymOf),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
)

export const Answer = Type.Object(
  {
    total: Type.Integer(),
    totalIsExact: Type.Boolean(),
    hits: Type.Array(Hit),
    bestBet: Type.Optional(BestBet),
    cursor: Type.Optional(Type.String({ description: 'Of the next page; absent at the end' })),
    facets: Type.Record(Type.String(), Type.Array(FacetValue), {
      description:
        'Counted over the whole result, each without what is chosen in it. Of `class` the top classes, and those below what is chosen',
    }),
    histogram: Type.Optional(
      Type.Array(Bar, { description: 'Years in at most 40 bars, rising; when `year` is among the facets' }),
    ),
    didYouMean: Type.Optional(Type.String({ description: 'Something like it that finds something' })),
    help: Type.Optional(
      Type.Array(Help, { description: 'When nothing was found: why, and what would find something' }),
    ),
    explanation: Type.Optional(Explanation),
    partial: Type.Array(
      Type.Object(
        {
          member: Type.Optional(Type.String()),
          index: Type.Optional(
            Type.String({ description: 'A part of the index that did not answer: 2 of 3' }),
          ),
          reason: Type.String(),
        },
        closed,
      ),
      { description: 'What is not in the answer, and why' },
    ),
    tookMs: Type.Number(),
  },
  closed,
)

export const SuggestQueryString = Type.Object(
  { q, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 8 })) },
  closed,
)
export type SuggestQueryString = Static<typeof SuggestQueryString>

export const SuggestAnswer = Type.Object(
  {
    completions: Type.Array(
      Type.Object(
        {
          kind: Type.Enum(['query', 'title', 'agent', 'subject']),
          text: Type.String(),
          highlight: Type.String(),
        },
        closed,
      ),
    ),
    didYouMean: Type.Optional(Type.String()),
  },
  closed,
)
