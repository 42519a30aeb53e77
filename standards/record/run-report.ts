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
    missing: Type.Optional(
      Type.Integer({ description: 'Absent from a full list: proposed for deletion, not deleted' }),
    ),
    seconds: Type.Number(),
    notes: Type.Optional(
      Type.Array(
        Type.String({
          description: 'What a person should know: format guessed, resumed from, held deletions',
        }),
      ),
    ),
    error: Type.Optional(Type.Object({ code: Type.String(), detail: Type.String() })),
  },
  {
    additionalProperties: false,
    $id: 'https://shulian.example/standards/record/run-report-v1-draft',
    title: 'Run report, version 1 (draft)',
  },
)
export type RunReport = Static<typeof RunReport>
