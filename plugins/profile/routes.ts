import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Services, ShulianError } from '../../gateway/contracts/index.js'
import type { Event } from '../../standards/event/v1-draft.js'
import type { Consents } from './consent.js'
import type { Erasure } from './erase.js'
import type { Events } from './events.js'
import { fields } from './fields.js'
import type { Profiles } from './profile.js'
import {
  BatchAnswer,
  ConsentChange,
  ConsentsAnswer,
  EventBatch,
  Export,
  Profile,
  Receipt,
  TagKindParams,
  TagParams,
} from './schemas.js'

export interface ProfileParts {
  events: Events
  consents: Consents
  profiles: Profiles
  erasure: Erasure
  feedback: Services['feedback']
  now(): Date
}

const tags = ['profile']
const config = { access: 'reader' } as const

/** The HTTP calls of the profile. All are a reader's own: the subject is the token's and nothing in a request names another. */
export const profileRoutes =
  (parts: ProfileParts) =>
  (app: FastifyInstance): void => {
    eventRoutes(app, parts)
    tagRoutes(app, parts)
    consentRoutes(app, parts)
    rightsRoutes(app, parts)
  }

const eventRoutes = (plain: FastifyInstance, { events }: ProfileParts): void => {
  plain.withTypeProvider<TypeBoxTypeProvider>().post(
    '/v1/events',
    {
      config,
      schema: {
        tags,
        summary: 'What the reader did, each event once',
        body: EventBatch,
        response: { 200: BatchAnswer },
      },
    },
    (request) => events.accept(readerOf(request), request.body.events),
  )
}

const tagRoutes = (plain: FastifyInstance, { profiles }: ProfileParts): void => {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>()
  const response = { 200: Profile }

  app.get(
    '/v1/me/profile',
    { config, schema: { tags, summary: 'What is known of the reader, and why', response } },
    (request) => profiles.of(readerOf(request)),
  )
  app.delete(
    '/v1/me/profile/:kind/:value',
    { config, schema: { tags, summary: 'Delete one tag; it stays away', params: TagParams, response } },
    async (request) => {
      await profiles.hide(readerOf(request), request.params.kind, request.params.value)
      return profiles.of(readerOf(request))
    },
  )
  app.delete(
    '/v1/me/profile/:kind',
    {
      config,
      schema: { tags, summary: 'Delete all tags of a kind; they stay away', params: TagKindParams, response },
    },
    async (request) => {
      await profiles.hide(readerOf(request), request.params.kind)
      return profiles.of(readerOf(request))
    },
  )
  app.put(
    '/v1/me/profile/:kind/:value',
    { config, schema: { tags, summary: 'Allow a deleted tag again', params: TagParams, response } },
    async (request) => {
      await profiles.allow(readerOf(request), request.params.kind, request.params.value)
      return profiles.of(readerOf(request))
    },
  )
  app.put(
    '/v1/me/profile/:kind',
    { config, schema: { tags, summary: 'Allow a deleted kind again', params: TagKindParams, response } },
    async (request) => {
      await profiles.allow(readerOf(request), request.params.kind)
      return profiles.of(readerOf(request))
    },
  )
}

const consentRoutes = (plain: FastifyInstance, { consents }: ProfileParts): void => {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>()
  const response = { 200: ConsentsAnswer }

  app.get(
    '/v1/me/consent',
    { config, schema: { tags, summary: 'What the reader allows', response } },
    async (request) => ({ consents: await consents.present(readerOf(request)) }),
  )
  app.put(
    '/v1/me/consent',
    {
      config,
      schema: {
        tags,
        summary: 'Allow a purpose, or withdraw: its events are deleted at once',
        body: ConsentChange,
        response,
      },
    },
    async (request) => {
      await consents.change(readerOf(request), request.body)
      return { consents: await consents.present(readerOf(request)) }
    },
  )
}

const rightsRoutes = (
  plain: FastifyInstance,
  { events, consents, profiles, erasure, feedback, now }: ProfileParts,
): void => {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>()

  app.get(
    '/v1/me/export',
    { config, schema: { tags, summary: 'Everything kept on the reader', response: { 200: Export } } },
    async (request) => {
      const subject = readerOf(request)
      return {
        subject,
        at: now().toISOString(),
        consents: await consents.history(subject),
        events: (await events.of(subject)).map(({ json }) => JSON.parse(json) as Event),
        profile: await profiles.of(subject),
        feedback: await feedback.of(subject),
        fields,
      }
    },
  )
  app.delete(
    '/v1/me',
    {
      config,
      schema: {
        tags,
        summary: 'Everything of the reader is erased, with a receipt',
        response: { 202: Receipt },
      },
    },
    async (request, reply) => reply.code(202).send(await erasure.erase(readerOf(request))),
  )
}

/** The access rule lets readers alone through; this tells the compiler so. */
const readerOf = ({ actor }: Pick<FastifyRequest, 'actor'>): string => {
  if (actor.kind === 'reader') return actor.subject
  throw new ShulianError('FORBIDDEN', 'This call is for a reader.', { status: 403 })
}
