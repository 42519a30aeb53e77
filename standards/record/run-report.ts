import { type Static, Type } from 'typebox'

/**
 * What a run did. read = accepted + quarantined + deleted + unchanged + empty; `warned` is part of accepted.
 */
export const RunReport = Type.Object(
  {
    run: Type.String(),
    member: Type.String(),
    source: Type.String({ description: 'member/name' }),
    kind: Type.Enum(['import', 'harvest', 'push', 'retry']),
    state: Type.Enum(['running', 'finished', 'failed', 'cancelled']),
    startedAt: Type.String({ format: 'date-time' }),
    finishedAt: Type.Optional(Type.String({ format: 'date-time' })),
    read: Type.Integer(),
    accepted: Type.Integer(),
    warned: Type.Integer(),
    quarantined: Type.Integer(),
    deleted: Type.Integer(),
    unchanged: Type.Integer(),
    empty: Type.Integer(),
    indexed: Type.Integer({ description: 'Works written to the search index' }),
    replaced: Type.Optional(
      Type.Integer({
        description:
          'Accepted, and then replaced by another record that came under the same identifier in the same run',
      }),
    ),
    missing: Type.Optional(
      Type.Integer({ description: 'Absent from a full list: proposed for deletion, not deleted' }),
    ),
    held: Type.Optional(
      Type.Integer({
        description:
          'Deletions, told or by absence, over the brake: they wait for a person. Those told are part of deleted',
      }),
    ),
    undeleted: Type.Optional(
      Type.Integer({
        description:
          'Part of deleted: told, and the records are there, since the deletions wait for a person, were refused or undone',
      }),
    ),
    setAside: Type.Optional(
      Type.Record(Type.String(), Type.Integer(), { description: 'Quarantined by code' }),
    ),
    pages: Type.Optional(Type.Integer({ description: 'Pages read' })),
    total: Type.Optional(Type.Integer({ description: 'Records that the source says there are' })),
    waiting: Type.Optional(
      Type.Object(
        {
          until: Type.String({ format: 'date-time' }),
          seconds: Type.Integer(),
          why: Type.String(),
          whyZh: Type.Optional(Type.String({ description: 'In Chinese, where it is known' })),
        },
        { description: 'Of a run under way: what it waits for' },
      ),
    ),
    seconds: Type.Number(),
    notes: Type.Optional(
      Type.Array(
        Type.String({
          description: 'What a person should know: format guessed, resumed from, held deletions',
        }),
      ),
    ),
    notesZh: Type.Optional(
      Type.Array(Type.String({ description: 'The notes in Chinese, one for each, where it is known' })),
    ),
    error: Type.Optional(
      Type.Object({
        code: Type.String(),
        detail: Type.String(),
        detailZh: Type.Optional(Type.String({ description: 'In Chinese, where it is known' })),
      }),
    ),
  },
  {
    additionalProperties: false,
    $id: 'https://shulian.example/standards/record/run-report-v1-draft',
    title: 'Run report, version 1 (draft)',
  },
)
export type RunReport = Static<typeof RunReport>
