import type { FastifyInstance } from 'fastify'
import type { Building } from './building.js'
import { fromCursor, toCursor } from './cursor.js'
import { Id, Paging, Query, SubjectDetails, SubjectList } from './schemas.js'
import { findSubjects, readSubject } from './subjects.js'
import type { ReadingParts } from './summaries.js'

const config = { access: 'anyone' } as const
const tags = ['subjects']
type Paged = { limit?: number; cursor?: string }

export const subjectRoutes = (
  app: FastifyInstance,
  parts: ReadingParts & { behind: Building['behind'] },
): void => {
  app.get<{ Querystring: Paged & { q?: string } }>(
    '/v1/subjects',
    {
      config,
      schema: {
        tags,
        summary: 'Headings, keywords and classes by their words, numbers and captions',
        querystring: Query,
        response: { 200: SubjectList },
      },
    },
    async ({ query: { q = '', limit = 20, cursor } }) => {
      const after = cursor === undefined ? undefined : fromCursor(cursor)
      const { subjects, next } = await findSubjects(parts, { q, limit, ...(after && { after }) })
      return { subjects, ...(next && { cursor: toCursor(next) }), behind: await parts.behind() }
    },
  )
  app.get<{ Params: { id: string }; Querystring: Paged }>(
    '/v1/subjects/:id',
    {
      config,
      schema: {
        tags,
        summary: 'A subject: how records say it, what it stands beside in other schemes, its works',
        params: Id('A subject’s id'),
        querystring: Paging,
        response: { 200: SubjectDetails },
      },
    },
    async ({ params, query: { limit = 20, cursor } }) => {
      const after = cursor === undefined ? undefined : fromCursor(cursor).id
      const { next, ...subject } = await readSubject(parts, params.id, { limit, ...(after && { after }) })
      return {
        ...subject,
        ...(next && { cursor: toCursor({ text: '', id: next }) }),
        behind: await parts.behind(),
      }
    },
  )
}
