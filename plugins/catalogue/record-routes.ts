import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Catalogue } from '../../gateway/contracts/index.js'
import { RecordV1 } from '../../standards/record/v1-draft.js'
import { Id, ProvenanceView } from './views.js'

const tags = ['records']
const recordId = Id('A record’s id, as a hit’s holdings give it')
const RecordView = Type.Object(RecordV1.properties, { additionalProperties: false })

export const recordRoutes = (app: FastifyInstance, catalogue: Catalogue): void => {
  app.get<{ Params: { id: string } }>(
    '/v1/records/:id',
    {
      config: { access: 'anyone' },
      schema: { tags, summary: 'The canonical record', params: recordId, response: { 200: RecordView } },
    },
    ({ params }) => catalogue.record(params.id),
  )
  app.get<{ Params: { id: string } }>(
    '/v1/records/:id/provenance',
    {
      config: { access: 'anyone' },
      schema: {
        tags,
        summary: 'Its lineage: each step it went through',
        params: recordId,
        response: { 200: ProvenanceView },
      },
    },
    ({ params }) => catalogue.provenance(params.id),
  )
  app.get<{ Params: { id: string } }>(
    '/v1/records/:id/raw',
    {
      config: { access: 'anyone' },
      schema: {
        tags,
        summary: 'The bytes it came from',
        params: recordId,
        response: {
          200: {
            description: 'As the source sent them',
            content: { 'application/octet-stream': { schema: Type.String({ format: 'binary' }) } },
          },
        },
      },
    },
    async ({ params }, reply) => {
      const { bytes } = await catalogue.raw(params.id)
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename="${params.id}${extensionOf(bytes)}"`)
        .send(Buffer.from(bytes))
    },
  )
}

const extensionOf = (bytes: Uint8Array): string =>
  bytes[0] === 0x3c ? '.xml' : bytes.includes(0x1e) ? '.mrc' : '.txt'
