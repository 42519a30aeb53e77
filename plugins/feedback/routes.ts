import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ShulianError } from '../../gateway/contracts/index.js'
import type { Cases } from './cases.js'
import type { Handling } from './handling.js'
import type { Inbox } from './inbox.js'
import {
  CaseAnswer,
  CaseId,
  CasesAnswer,
  CasesQuery,
  Decision,
  IdempotencyHeaders,
  InboxAnswer,
  InboxQuery,
  NewCase,
  NextState,
  ReadAnswer,
  Reply,
} from './schemas.js'

const tags = ['feedback']
const conflict = {
  description: 'Problem details',
  content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
}

/** The HTTP calls of feedback: thin, each one call of the parts. */
export const feedbackRoutes =
  ({ cases, handling, inbox }: { cases: Cases; handling: Handling; inbox: Inbox }) =>
  (plain: FastifyInstance): void => {
    const app = plain.withTypeProvider<TypeBoxTypeProvider>()

    app.post(
      '/v1/feedback',
      {
        config: { access: 'reader' },
        schema: {
          tags,
          summary: 'A word from a reader becomes a case; private until it passes moderation',
          headers: IdempotencyHeaders,
          body: NewCase,
          response: { 201: CaseAnswer },
        },
      },
      async (request, reply) => {
        const id = await cases.open(readerOf(request), request.body, request.headers['idempotency-key'])
        return reply.code(201).send({ case: await cases.get(id, request.actor) })
      },
    )

    app.get(
      '/v1/cases',
      {
        config: { access: 'anyone' },
        schema: {
          tags,
          summary: 'The operator’s list, a reader’s own cases, or the public board; newest first',
          querystring: CasesQuery,
          response: { 200: CasesAnswer },
        },
      },
      (request) => cases.list(request.actor, request.query),
    )

    app.get(
      '/v1/cases/:id',
      {
        config: { access: 'anyone' },
        schema: { tags, summary: 'One case', params: CaseId, response: { 200: CaseAnswer } },
      },
      async (request) => ({ case: await cases.get(request.params.id, request.actor) }),
    )

    handlingRoutes(plain, cases, handling)
    inboxRoutes(plain, inbox)
  }

const handlingRoutes = (plain: FastifyInstance, cases: Cases, handling: Handling): void => {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>()
  const response = { 200: CaseAnswer, 409: conflict }

  app.post(
    '/v1/cases/:id/reply',
    {
      config: { access: 'operator' },
      schema: { tags, summary: 'Answer the reporter', params: CaseId, body: Reply, response },
    },
    async ({ params: { id }, body, actor }) => {
      await handling.reply(id, body.text)
      return { case: await cases.get(id, actor) }
    },
  )
  app.post(
    '/v1/cases/:id/state',
    {
      config: { access: 'operator' },
      schema: { tags, summary: 'The next of the five states', params: CaseId, body: NextState, response },
    },
    async ({ params: { id }, body, actor }) => {
      await handling.advance(id, body.state)
      return { case: await cases.get(id, actor) }
    },
  )
  app.post(
    '/v1/cases/:id/moderation',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Onto the public board, or not, and why',
        params: CaseId,
        body: Decision,
        response,
      },
    },
    async ({ params: { id }, body, actor }) => {
      await handling.moderate(id, body.moderation, body.reason)
      return { case: await cases.get(id, actor) }
    },
  )
  app.post(
    '/v1/cases/:id/withdraw',
    {
      config: { access: 'reader' },
      schema: { tags, summary: 'The reporter takes it back', params: CaseId, response },
    },
    async (request) => {
      await handling.withdraw(request.params.id, readerOf(request))
      return { case: await cases.get(request.params.id, request.actor) }
    },
  )
}

const inboxRoutes = (plain: FastifyInstance, inbox: Inbox): void => {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>()

  app.get(
    '/v1/me/inbox',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'Answers to the reader, newest first',
        querystring: InboxQuery,
        response: { 200: InboxAnswer },
      },
    },
    (request) => inbox.list(readerOf(request), request.query),
  )
  app.post(
    '/v1/me/inbox/:id/read',
    {
      config: { access: 'reader' },
      schema: { tags, summary: 'Mark a message as read', params: CaseId, response: { 200: ReadAnswer } },
    },
    async (request) => ({ message: await inbox.markRead(readerOf(request), request.params.id) }),
  )
}

/** The access rule lets readers alone through; this tells the compiler so. */
const readerOf = ({ actor }: Pick<FastifyRequest, 'actor'>): string => {
  if (actor.kind === 'reader') return actor.subject
  throw new ShulianError('FORBIDDEN', 'This call is for a reader.', { status: 403 })
}
