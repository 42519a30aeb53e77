import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Catalogue, LiveServices } from '../../gateway/contracts/index.js'
import { Availability } from '../../standards/service/availability.js'
import type { Health } from './health.js'
import type { Store } from './store.js'

const closed = { additionalProperties: false } as const
const tags = ['services']
const AvailabilityView = Type.Object({ member: Type.String(), ...Availability.properties }, closed)

interface RouteParts {
  store: Store
  health: Health
  catalogue: Catalogue
  availability: LiveServices['availability']
  /** Milliseconds for all members together. */
  within: number
}

export const registerRoutes = (
  app: FastifyInstance,
  { store, health, catalogue, availability, within }: RouteParts,
): void => {
  app.get(
    '/v1/services',
    {
      config: { access: 'anyone' },
      schema: {
        tags,
        summary: 'Live services of the members and how they are',
        response: {
          200: Type.Object(
            {
              services: Type.Array(
                Type.Object(
                  {
                    member: Type.String(),
                    name: Type.String(),
                    state: Type.Enum(['unknown', 'up', 'away']),
                    since: Type.Union([Type.String(), Type.Null()]),
                  },
                  closed,
                ),
              ),
            },
            closed,
          ),
        },
      },
    },
    async () => ({
      services: (await store.list()).map(({ member, name }) => ({
        member,
        name,
        ...health.of(`${member}/${name}`),
      })),
    }),
  )
  app.get<{ Params: { id: string } }>(
    '/v1/works/:id/availability',
    {
      config: { access: 'anyone' },
      schema: {
        tags,
        summary: 'Live state of a work’s copies, from every member that has a service for it',
        params: Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }) }, closed),
        response: {
          200: Type.Object(
            {
              availability: Type.Array(AvailabilityView),
              partial: Type.Array(Type.Object({ member: Type.String(), reason: Type.String() }, closed), {
                description: 'Members that gave no answer, and why',
              }),
            },
            closed,
          ),
        },
      },
    },
    async ({ params }) => availability(await catalogue.work(params.id), AbortSignal.timeout(within)),
  )
}
