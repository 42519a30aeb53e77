import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Catalogue } from '../../gateway/contracts/index.js'
import { type CitationStyle, citation, citationStyles } from '../../standards/citation/index.js'
import { besideOf } from './beside.js'
import { Id, WhyView, WorkView } from './views.js'
import { whyOf } from './why.js'
import type { ReadingParts } from './work.js'

const tags = ['works']
const workId = Id('A work’s id; ids of works that merged lead to the work they became')

const otherWork = Type.String({
  maxLength: 200,
  description: 'Another work’s id: why the two are two',
})

export const workRoutes = (
  app: FastifyInstance,
  parts: ReadingParts & { catalogue: Catalogue; now(): Date },
): void => {
  const { catalogue } = parts
  app.get<{ Params: { id: string } }>(
    '/v1/works/:id',
    {
      config: { access: 'anyone' },
      schema: {
        tags,
        summary: 'A work with its versions and holdings',
        params: workId,
        response: { 200: WorkView },
      },
    },
    ({ params }) => catalogue.work(params.id),
  )
  app.get<{ Params: { id: string }; Querystring: { style?: CitationStyle } }>(
    '/v1/works/:id/citation',
    {
      config: { access: 'anyone' },
      schema: {
        tags,
        summary: 'Its citation',
        params: workId,
        querystring: Type.Object(
          { style: Type.Optional(Type.Enum([...citationStyles], { default: 'gbt7714-2025' })) },
          { additionalProperties: false },
        ),
        response: { 200: { description: 'The citation in its own media type', content: citationContent } },
      },
    },
    async ({ params, query }, reply) => {
      const work = await catalogue.work(params.id)
      const { text, mediaType } = citation(
        { ...work.description, holdings: [], controlNumbers: [], provenance: {} },
        query.style ?? 'gbt7714-2025',
        {
          accessed: parts.now().toISOString().slice(0, 10),
        },
      )
      return reply
        .type(`${mediaType}; charset=utf-8`)
        .serializer((payload: unknown) => String(payload))
        .send(text)
    },
  )
  app.get<{ Params: { id: string }; Querystring: { beside?: string } }>(
    '/v1/works/:id/why',
    {
      config: { access: 'anyone' },
      schema: {
        tags,
        summary: 'Why its records are one work, or why another is not the same',
        params: workId,
        querystring: Type.Object({ beside: Type.Optional(otherWork) }, { additionalProperties: false }),
        response: { 200: WhyView },
      },
    },
    async ({ params, query }) => {
      const why = await whyOf(parts, params.id)
      return query.beside === undefined
        ? why
        : { ...why, beside: await besideOf(parts, why.work, query.beside) }
    },
  )
}

const citationContent = {
  ...Object.fromEntries(
    ['text/plain', 'application/x-bibtex', 'application/x-research-info-systems'].map((type) => [
      type,
      { schema: Type.String() },
    ]),
  ),
  'application/vnd.citationstyles.csl+json': {
    schema: Type.Array(Type.Object({ id: Type.String(), type: Type.String() })),
  },
}
