import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Certificates } from './certificates.js'
import type { SuiteSummary } from './parts.js'
import { publishedSchema, publishedSchemas } from './published.js'
import type { Runs } from './runs.js'
import * as schemas from './schemas.js'
import type { StandardsService } from './service.js'

const anyone = { access: 'anyone' } as const
const isOperator = ({ actor }: FastifyRequest): boolean => actor.kind === 'operator'
const conflict = {
  description: 'Problem details',
  content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
}

export const routes =
  (parts: {
    service: StandardsService
    runs: Runs
    certificates: Certificates
    suites: readonly SuiteSummary[]
  }) =>
  (app: FastifyInstance): void => {
    standardRoutes(app, parts.suites)
    proofRoutes(app, parts)
    stageRoute(app, parts.service)
  }

const standardRoutes = (plain: FastifyInstance, suites: readonly SuiteSummary[]): void => {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['standards']

  app.get(
    '/v1/standards',
    {
      config: anyone,
      schema: {
        tags,
        summary: 'Schemas and suites that this gateway works by',
        response: { 200: schemas.StandardsAnswer },
      },
    },
    () => ({
      schemas: publishedSchemas(),
      suites: suites.map(({ id, version, standard: { title, ...standard }, requirements }) => ({
        id,
        version,
        title,
        standard,
        requirements,
      })),
    }),
  )

  app.get(
    '/v1/standards/:name',
    {
      config: anyone,
      schema: {
        tags,
        summary: 'One JSON Schema',
        params: schemas.SchemaName,
        response: { 200: Type.Unknown() },
      },
    },
    ({ params }) => publishedSchema(params.name),
  )
}

const proofRoutes = (
  plain: FastifyInstance,
  { service, runs, certificates }: { service: StandardsService; runs: Runs; certificates: Certificates },
): void => {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['conformance']

  app.get(
    '/v1/conformance/certificates',
    {
      config: anyone,
      schema: {
        tags,
        summary: 'Certificates, newest first, each with its standing now',
        querystring: schemas.CertificatesQuery,
        response: { 200: schemas.CertificatesAnswer },
      },
    },
    ({ query }) => certificates.list(query),
  )

  app.get(
    '/v1/conformance/runs',
    {
      config: anyone,
      schema: {
        tags,
        summary: 'Runs of suites on members’ sources, newest first',
        querystring: schemas.RunsQuery,
        response: { 200: schemas.RunsAnswer },
      },
    },
    (request) => runs.list(request.query, isOperator(request)),
  )

  app.get(
    '/v1/conformance/runs/:id',
    {
      config: anyone,
      schema: {
        tags,
        summary: 'A run with its whole report',
        params: schemas.RunId,
        response: { 200: schemas.RunAnswer },
      },
    },
    (request) => runs.get(request.params.id, isOperator(request)),
  )

  app.get(
    '/v1/conformance/matrix',
    {
      config: anyone,
      schema: {
        tags,
        summary: 'Members by suites: the level each has proved, and its last run',
        querystring: schemas.PageQuery,
        response: { 200: schemas.MatrixAnswer },
      },
    },
    ({ query }) => service.matrix(query),
  )
}

const stageRoute = (plain: FastifyInstance, service: StandardsService): void => {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>()
  app.post(
    '/v1/members/:id/stage',
    {
      config: { access: 'operator' },
      schema: {
        tags: ['members'],
        summary: 'Move a member to a stage; active takes a valid certificate of level L1',
        params: schemas.MemberParams,
        body: schemas.StageBody,
        response: { 200: schemas.StageAnswer, 409: conflict },
      },
    },
    async ({ params, body }) => {
      const { id, stage } = await service.setStage(params.id, body.stage)
      return { id, stage }
    },
  )
}
