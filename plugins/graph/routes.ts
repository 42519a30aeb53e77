import type { FastifyInstance } from 'fastify'
import { readAgent } from './agent.js'
import type { Building } from './building.js'
import { fromCursor, toCursor } from './cursor.js'
import { findAgents } from './find.js'
import { AgentDetails, AgentList, AgentWhy, Id, Paging, Query } from './schemas.js'
import type { ReadingParts } from './summaries.js'
import { whyAgent } from './why.js'

const config = { access: 'anyone' } as const
const tags = ['agents']
const agentId = Id('An agent’s id; ids of agents that were joined or parted lead to what they became')
type Paged = { limit?: number; cursor?: string }

export const agentRoutes = (
  app: FastifyInstance,
  parts: ReadingParts & { behind: Building['behind'] },
): void => {
  app.get<{ Querystring: Paged & { q?: string } }>(
    '/v1/agents',
    {
      config,
      schema: {
        tags,
        summary: 'Persons, bodies and meetings by name',
        querystring: Query,
        response: { 200: AgentList },
      },
    },
    async ({ query: { q = '', limit = 20, cursor } }) => {
      const after = cursor === undefined ? undefined : fromCursor(cursor)
      const { agents, next } = await findAgents(parts, { q, limit, ...(after && { after }) })
      return { agents, ...(next && { cursor: toCursor(next) }), behind: await parts.behind() }
    },
  )
  app.get<{ Params: { id: string }; Querystring: Paged }>(
    '/v1/agents/:id',
    {
      config,
      schema: {
        tags,
        summary: 'An agent: its names, dates and numbers, its works and those it worked with',
        params: agentId,
        querystring: Paging,
        response: { 200: AgentDetails },
      },
    },
    async ({ params, query: { limit = 20, cursor } }) => {
      const after = cursor === undefined ? undefined : fromCursor(cursor).id
      const { next, ...agent } = await readAgent(parts, params.id, { limit, ...(after && { after }) })
      return {
        ...agent,
        ...(next && { cursor: toCursor({ text: '', id: next }) }),
        behind: await parts.behind(),
      }
    },
  )
  app.get<{ Params: { id: string } }>(
    '/v1/agents/:id/why',
    {
      config,
      schema: { tags, summary: 'Why its names are one agent', params: agentId, response: { 200: AgentWhy } },
    },
    ({ params }) => whyAgent(parts, params.id),
  )
}
