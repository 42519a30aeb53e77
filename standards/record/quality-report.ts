import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const
const Words = Type.Object({ en: Type.String(), zh: Type.String() }, closed)
const Count = Type.Integer({ minimum: 0 })
const Before = Type.Optional(Type.Number({ description: 'The same in the report before' }))
const Counts = Type.Array(Type.Object({ value: Type.String(), count: Count }, closed))

const Example = Type.Object(
  {
    recordId: Type.String(),
    sourceId: Type.String(),
    got: Type.Optional(Type.String({ description: 'What stands there' })),
  },
  closed,
)

/** Records of one source that share what one alone should have. */
const SharedBy = Type.Object(
  { values: Count, records: Count, examples: Type.Array(Type.Array(Example)) },
  closed,
)

/** What a source's records are like after a run, for those who mend them. */
export const QualityReport = Type.Object(
  {
    source: Type.String(),
    run: Type.String({ description: 'The latest run it covers' }),
    at: Type.String({ format: 'date-time' }),
    seconds: Type.Number(),
    records: Type.Object({ bib: Count, authority: Count, holding: Count, setAside: Count }, closed),
    changes: Type.Object(
      { added: Count, changed: Count, deleted: Count },
      { ...closed, description: 'Since the report before' },
    ),
    completeness: Type.Array(
      Type.Object(
        {
          field: Type.String(),
          title: Words,
          present: Count,
          of: Count,
          share: Type.Number({ description: '0 to 1' }),
          before: Before,
        },
        closed,
      ),
    ),
    rules: Type.Array(
      Type.Object(
        {
          rule: Type.String({ description: 'ISO2709-07, KBART-06, ISBN_CHECK_DIGIT' }),
          code: Type.String(),
          title: Words,
          records: Count,
          before: Before,
        },
        closed,
      ),
      { description: 'Those that are broken, by how many records' },
    ),
    identifiers: Type.Object(
      { numbered: Count, wrong: Count, missing: Count, shared: SharedBy },
      {
        ...closed,
        description: 'Bibliographic records with a valid ISBN or ISSN, with a wrong one, without',
      },
    ),
    duplicates: SharedBy,
    types: Counts,
    languages: Counts,
    years: Counts,
    better: Type.Array(Type.String(), { description: 'Fields and rules that are better than before' }),
    worse: Type.Array(Type.String()),
    quarantine: Type.Object({ open: Count, new: Count, resolved: Count }, closed),
    mend: Type.Array(
      Type.Object(
        {
          rule: Type.String(),
          code: Type.String(),
          records: Count,
          cost: Type.Number({ description: 'Records × what one costs readers' }),
          title: Words,
          explanation: Words,
          remedy: Words,
          examples: Type.Array(Example),
          isSetAside: Type.Boolean({ description: 'Its records are in quarantine, not in the search' }),
        },
        closed,
      ),
      { description: 'The most useful things to mend, at most ten' },
    ),
  },
  closed,
)
export type QualityReport = Static<typeof QualityReport>
