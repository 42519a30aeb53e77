import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type Catalogue, fileAdapters, ShulianError } from '../../gateway/contracts/index.js'
import { guessFormat } from '../../standards/formats/detect.js'
import { noRecordsBecause } from '../../standards/formats/no-records.js'
import type { Change, Format } from '../../standards/record/change.js'
import { Format as FormatSchema } from '../../standards/record/change.js'
import type { RunReport } from '../../standards/record/run-report.js'
import { contentHash } from './ids.js'
import { Id, limitOf, RunView, SourceNamed } from './views.js'
import { whileConnected } from './while-connected.js'

const closed = { additionalProperties: false } as const
const tags = ['runs']
const uploadLimit = 64 * 1024 * 1024
const fileTypes = [
  'application/octet-stream',
  'application/marc',
  'application/marcxml+xml',
  'application/marc+json',
  'application/mods+xml',
  'application/x-ndjson',
  'application/xml',
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'text/xml',
]

const kind = Type.Optional(Type.Enum(['bib', 'authority', 'holding'], { description: 'Left out: bib' }))
const sourceId = Type.String({
  minLength: 1,
  maxLength: 500,
  pattern: '^[^\\u0000]*$',
  description: 'the source’s own identifier, without NUL',
})
const stamp = Type.Optional(Type.String({ format: 'date-time' }))
const PushedPut = Type.Object(
  {
    op: Type.Literal('put'),
    kind,
    sourceId: Type.Optional(sourceId),
    format: FormatSchema,
    bytes: Type.String({ description: 'Base 64 of the record' }),
    stamp,
  },
  closed,
)
const PushedDelete = Type.Object({ op: Type.Literal('delete'), kind, sourceId, stamp }, closed)
const ChangeBody = Type.Object(
  { changes: Type.Array(Type.Union([PushedPut, PushedDelete]), { maxItems: 10_000 }) },
  closed,
)
type PushedChange = Static<typeof PushedPut> | Static<typeof PushedDelete>

export const runRoutes = (app: FastifyInstance, catalogue: Catalogue): void => {
  for (const type of fileTypes) {
    app.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: uploadLimit }, (_request, body, done) =>
      done(null, body),
    )
  }
  readRoutes(app, catalogue)
  app.post<{
    Params: { id: string }
    Body: Buffer | { changes: PushedChange[] } | undefined
    Querystring: { format?: Format }
  }>(
    '/v1/sources/:id/changes',
    {
      config: { access: 'operator' },
      bodyLimit: uploadLimit,
      schema: {
        tags,
        summary: 'Changes pushed by a member: a list of them, or a whole file as it is',
        description:
          'The id is member/name with the slash encoded (%2F). The same bytes sent again change nothing.',
        params: Id('member%2Fname'),
        querystring: Type.Object({ format: Type.Optional(FormatSchema) }, closed),
        body: {
          content: {
            'application/json': { schema: ChangeBody },
            ...Object.fromEntries(fileTypes.map((type) => [type, { schema: Type.Unsafe<Buffer>({}) }])),
          },
        },
        response: { 200: RunView },
      },
    },
    ({ params, body, query }, reply) =>
      whileConnected(reply.raw, async (signal) => {
        if (!body) throw nothingSent()
        const id = params.id.includes('/') ? params.id : `${params.id}/main`
        if (Buffer.isBuffer(body)) return kept(await importSent(catalogue, id, body, query.format, signal))
        return kept(await catalogue.push(id, body.changes.map(toChange), { signal }))
      }),
  )
}

const readRoutes = (app: FastifyInstance, catalogue: Catalogue): void => {
  app.get<{ Querystring: { source?: string; limit?: number; before?: string; held?: boolean } }>(
    '/v1/runs',
    {
      config: { access: 'anyone' },
      schema: {
        tags,
        summary: 'Runs, the latest first',
        querystring: Type.Object(
          {
            source: Type.Optional(SourceNamed),
            limit: Type.Optional(limitOf(20)),
            before: Type.Optional(Type.String({ description: 'A run’s id: those before it' })),
            held: Type.Optional(
              Type.Boolean({ description: 'true: those with deletions that wait for a person' }),
            ),
          },
          closed,
        ),
        response: { 200: Type.Object({ runs: Type.Array(RunView) }, closed) },
      },
    },
    async ({ query: { held = false, ...query } }) => ({
      runs: await catalogue.runs({ limit: 20, ...query, isHeld: held }),
    }),
  )
}

const importSent = (
  catalogue: Catalogue,
  id: string,
  bytes: Buffer,
  format: Format | undefined,
  signal: AbortSignal,
) => {
  const guess = guessFormat(bytes.subarray(0, 65_536), '')
  const known = format ?? guess?.format
  if (!known) {
    const why = noRecordsBecause(bytes.subarray(0, 65_536))
    throw new ShulianError(
      'FORMAT_UNKNOWN',
      why
        ? `This file holds no records as it is. It is ${why}.`
        : `The format of this file cannot be told. Name it: ?format=${Object.keys(fileAdapters).join('|')}.`,
      { status: 422 },
    )
  }
  const file = {
    location: 'sent',
    bytes,
    fingerprint: contentHash(bytes),
    adapter: fileAdapters[known],
    format: known,
  }
  return catalogue.import(
    id,
    { files: [file], notes: format ? [] : [`Format guessed: ${known} (${guess?.reason}).`] },
    { signal },
  )
}

const toChange = (change: PushedChange): Change => {
  const { kind = 'bib' } = change
  if (change.op === 'delete') return { ...change, kind }
  return { ...change, kind, bytes: Buffer.from(change.bytes, 'base64') }
}

/** A request without a Content-Type has no body that a schema could be held to. */
const nothingSent = () => {
  const expected = 'a list of changes or a file, with its Content-Type'
  return new ShulianError('INPUT_INVALID', `body: expected ${expected}, got nothing.`, {
    status: 400,
    errors: [{ path: 'body', expected, got: 'nothing' }],
  })
}

/** What could not be written down is no answer to the sender: the same call goes on when there is room again. */
const kept = (report: RunReport): RunReport => {
  const { error } = report
  if (!error || !/^(STORAGE|DATABASE)_/.test(error.code)) return report
  throw new ShulianError(error.code, error.detail, { status: 503, retryAfter: 60 })
}
