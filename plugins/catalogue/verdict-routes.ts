import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Catalogue, ProposedDeletion } from '../../gateway/contracts/index.js'
import { Id, limitOf, ProposedDeletionView, RunDetailsView, VerdictView } from './views.js'
import { whileConnected } from './while-connected.js'

const closed = { additionalProperties: false } as const
const tags = ['runs']
const params = Id('A run')

/** One run: what it did, what of it waits for a person, and that person's word. */
export const verdictRoutes = (app: FastifyInstance, catalogue: Catalogue): void => {
  app.get<{ Params: { id: string } }>(
    '/v1/runs/:id',
    {
      config: { access: 'anyone' },
      schema: { tags, summary: 'A run, beside the one before it', params, response: { 200: RunDetailsView } },
    },
    ({ params: { id } }) => catalogue.run(id),
  )
  deletionsRoute(app, catalogue)
  for (const [verb, summary] of Object.entries(verdicts)) {
    app.post<{ Params: { id: string } }>(
      `/v1/runs/:id/${verb}`,
      {
        config: { access: 'operator' },
        schema: { tags, summary, params, response: { 200: VerdictView } },
      },
      ({ params: { id } }, reply) =>
        whileConnected(reply.raw, (signal) => catalogue[verb as keyof typeof verdicts](id, { signal })),
    )
  }
  app.post<{ Params: { id: string } }>(
    '/v1/runs/:id/cancel',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Stop a run under way at the next safe place; the next harvest goes on there',
        params,
        response: { 202: Type.Object({ run: Type.String() }, closed) },
      },
    },
    async ({ params: { id } }, reply) => {
      await catalogue.cancel(id)
      return reply.status(202).send({ run: id })
    },
  )
}

const verdicts = {
  accept: 'Carry out the deletions of a run that were held',
  refuse: 'Keep the records that a run’s held deletions would take away',
  undo: 'Give back what a run deleted, as it was',
}

const deletionsRoute = (app: FastifyInstance, catalogue: Catalogue): void => {
  app.get<{
    Params: { id: string }
    Querystring: { state?: ProposedDeletion['state']; limit?: number; after?: string }
  }>(
    '/v1/runs/:id/deletions',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Records that a run proposed to delete, and what became of each',
        params,
        querystring: Type.Object(
          {
            state: Type.Optional(ProposedDeletionView.properties.state),
            limit: Type.Optional(limitOf(20)),
            after: Type.Optional(Type.String({ description: 'A record’s id: those after it' })),
          },
          closed,
        ),
        response: { 200: Type.Object({ deletions: Type.Array(ProposedDeletionView) }, closed) },
      },
    },
    async ({ params: { id }, query }) => ({
      deletions: await catalogue.deletions({ run: id, limit: 20, ...query }),
    }),
  )
}
