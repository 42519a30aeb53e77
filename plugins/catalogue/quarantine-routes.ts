import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Catalogue, QuarantineFilter } from '../../gateway/contracts/index.js'
import { showRecord } from '../../standards/findings/shown.js'
import { fileCarriers } from '../../standards/formats/record-file.js'
import { remedyOf } from '../../standards/rules/remedies/index.js'
import {
  limitOf,
  QuarantineCountsView,
  QuarantineDetail,
  QuarantineGroupView,
  QuarantineView,
  SourceNamed,
} from './views.js'

const closed = { additionalProperties: false } as const
const tags = ['runs']

/** Whole entries or their groups are chosen by these. */
export const quarantineFilter = {
  source: Type.Optional(SourceNamed),
  code: Type.Optional(Type.String({ pattern: '^[A-Z][A-Z0-9_]+$' })),
  state: Type.Optional(Type.Enum(['open', 'resolved'])),
}

export const quarantineRoutes = (app: FastifyInstance, catalogue: Catalogue): void => {
  app.get<{ Querystring: QuarantineFilter & { limit?: number; after?: number } }>(
    '/v1/quarantine',
    {
      config: { access: 'anyone' },
      schema: {
        tags,
        summary: 'Records that were set aside, each with its reason',
        querystring: Type.Object(
          {
            ...quarantineFilter,
            limit: Type.Optional(limitOf(20)),
            after: Type.Optional(Type.Integer({ minimum: 0 })),
          },
          closed,
        ),
        response: { 200: Type.Object({ quarantine: Type.Array(QuarantineView) }, closed) },
      },
    },
    async ({ query }) => ({ quarantine: await catalogue.quarantine({ limit: 20, ...query }) }),
  )
  groupRoutes(app, catalogue)
  app.get<{ Params: { number: number } }>(
    '/v1/quarantine/:number',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'One of them with its bytes, the place marked, and how to mend it',
        params: Type.Object({ number: Type.Integer({ minimum: 1 }) }, closed),
        response: { 200: QuarantineDetail },
      },
    },
    async ({ params }) => {
      const { bytes, ...entry } = await catalogue.quarantined(params.number)
      const isMarc = entry.format === 'marc21' || entry.format === 'cnmarc'
      return {
        ...entry,
        ...remedied(entry.finding.code),
        shown: showRecord(bytes, entry.finding, isMarc),
        bytes: Buffer.from(bytes).toString('base64'),
      }
    },
  )
}

const groupRoutes = (app: FastifyInstance, catalogue: Catalogue): void => {
  app.get<{ Querystring: QuarantineFilter & { limit?: number; offset?: number } }>(
    '/v1/quarantine/groups',
    {
      config: { access: 'anyone' },
      schema: {
        tags,
        summary: 'The same by cause and source: how many, an example, how to mend them',
        querystring: Type.Object(
          {
            ...quarantineFilter,
            limit: Type.Optional(limitOf(50)),
            offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
          },
          closed,
        ),
        response: {
          200: Type.Object(
            {
              groups: Type.Array(QuarantineGroupView),
              carriers: Type.Array(Type.Enum([...fileCarriers]), {
                description:
                  'What all of them came in, also those of other pages: an export makes a file of each',
              }),
            },
            closed,
          ),
        },
      },
    },
    async ({ query }) => {
      const { limit = 50, offset = 0, ...chosen } = query
      const filter = { state: 'open' as const, ...chosen }
      const groups = await catalogue.quarantineGroups({ limit, offset, ...filter })
      return {
        groups: groups.map((group) => ({ ...group, ...remedied(group.code) })),
        carriers: await catalogue.quarantineCarriers(filter),
      }
    },
  )
  app.get<{ Querystring: { source: string } }>(
    '/v1/quarantine/history',
    {
      config: { access: 'anyone' },
      schema: {
        tags,
        summary: 'What each run of a source set aside anew, resolved, and left open',
        querystring: Type.Object({ source: SourceNamed }, closed),
        response: { 200: Type.Object({ runs: Type.Array(QuarantineCountsView) }, closed) },
      },
    },
    async ({ query }) => ({ runs: await catalogue.quarantineHistory(query.source) }),
  )
}

const remedied = (code: string) => {
  const remedy = remedyOf(code)
  return remedy ? { remedy } : {}
}
