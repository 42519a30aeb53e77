import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Type } from 'typebox'
import type { Catalogue, QuarantineFilter } from '../../gateway/contracts/index.js'
import { extensionOf, type FileCarrier, fileCarriers } from '../../standards/formats/record-file.js'
import { carrierFor } from './quarantine-export.js'
import { quarantineFilter } from './quarantine-routes.js'
import { RunView } from './views.js'
import { whileConnected } from './while-connected.js'

const closed = { additionalProperties: false } as const
const tags = ['runs']
const operator = { access: 'operator' } as const

/** What is done with records that were set aside: taken away as a file, read again, replaced by what was mended. */
export const quarantineWorkRoutes = (app: FastifyInstance, catalogue: Catalogue): void => {
  exportRoutes(app, catalogue)
  retryRoutes(app, catalogue)
}

const binary = (description: string, type: string) => ({
  200: { description, content: { [type]: { schema: Type.String({ format: 'binary' }) } } },
})

const exportRoutes = (app: FastifyInstance, catalogue: Catalogue): void => {
  app.get<{ Querystring: QuarantineFilter & { carrier?: FileCarrier } }>(
    '/v1/quarantine/export',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Their bytes as a file of the carrier they came in, for the member’s own system',
        querystring: Type.Object(
          { ...quarantineFilter, carrier: Type.Optional(Type.Enum([...fileCarriers])) },
          closed,
        ),
        response: binary('The records one after the other', 'application/octet-stream'),
      },
    },
    async ({ query: { carrier: named, ...query } }, reply) => {
      const filter = { state: 'open' as const, ...query }
      const carrier = carrierFor(await catalogue.quarantineCarriers(filter), named)
      attached(reply, `set-aside.${extensionOf[carrier]}`, 'application/octet-stream')
      return reply.send(Readable.from(await catalogue.quarantineFile(filter, carrier)))
    },
  )
  app.get<{ Querystring: QuarantineFilter }>(
    '/v1/quarantine/export.csv',
    {
      config: { access: 'anyone' },
      schema: {
        tags,
        summary: 'Number, identifier and reason of each as a table',
        querystring: Type.Object(quarantineFilter, closed),
        response: binary('CSV in UTF-8', 'text/csv'),
      },
    },
    async ({ query }, reply) => {
      const table = await catalogue.quarantineTable({ state: 'open', ...query })
      attached(reply, 'set-aside.csv', 'text/csv; charset=utf-8')
      return reply.send(Readable.from(table))
    },
  )
}

const attached = (reply: FastifyReply, name: string, type: string): void => {
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`)
}

const retryRoutes = (app: FastifyInstance, catalogue: Catalogue): void => {
  app.post<{ Querystring: { source?: string; code?: string } }>(
    '/v1/quarantine/retry',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Read all, or those of a source or cause, again through today’s crosswalk',
        querystring: Type.Object({ source: quarantineFilter.source, code: quarantineFilter.code }, closed),
        response: { 200: Type.Object({ runs: Type.Array(RunView) }, closed) },
      },
    },
    ({ query }, reply) =>
      whileConnected(reply.raw, async (signal) => ({ runs: await catalogue.retry(query, { signal }) })),
  )
  app.post<{ Params: { number: number } }>(
    '/v1/quarantine/:number/retry',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Read it again through today’s crosswalk',
        params: Type.Object({ number: Type.Integer({ minimum: 1 }) }, closed),
        response: { 200: RunView },
      },
    },
    ({ params }, reply) =>
      whileConnected(reply.raw, async (signal) => {
        const [report] = await catalogue.retry({ number: params.number }, { signal })
        return report
      }),
  )
  app.put<{ Params: { number: number }; Body: Buffer }>(
    '/v1/quarantine/:number',
    {
      config: operator,
      schema: {
        tags,
        summary: 'The same record as it was mended, read in its place',
        params: Type.Object({ number: Type.Integer({ minimum: 1 }) }, closed),
        body: { content: { 'application/octet-stream': { schema: Type.Unsafe<Buffer>({}) } } },
        response: { 200: RunView },
      },
    },
    ({ params, body }, reply) =>
      whileConnected(reply.raw, async (signal) => {
        const [report] = await catalogue.retry({ number: params.number, replacement: body }, { signal })
        return report
      }),
  )
}
