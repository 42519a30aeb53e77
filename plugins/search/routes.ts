import type { FastifyInstance } from 'fastify'
import type { Search } from '../../gateway/contracts/index.js'
import { filterOfNames } from './filters.js'
import { Answer, SearchBody, SearchQueryString, SuggestAnswer, SuggestQueryString } from './schemas.js'
import type { Suggestions } from './suggest.js'

const tags = ['search']
const config = { access: 'anyone' } as const

export const routes =
  ({
    search,
    suggest,
  }: {
    search: Search['search']
    suggest(text: string, limit: number): Promise<Suggestions>
  }) =>
  (app: FastifyInstance): void => {
    app.get<{ Querystring: SearchQueryString }>(
      '/v1/search',
      {
        config,
        schema: { tags, summary: 'Find works', querystring: SearchQueryString, response: { 200: Answer } },
      },
      ({ query: { q = '', limit = 20, offset, cursor, sort, facets, explain, ...names } }) =>
        search({
          q,
          limit,
          offset,
          cursor,
          sort,
          explain,
          facets: facetsOf(facets),
          filter: filterOfNames(names),
        }),
    )
    app.post<{ Body: SearchBody }>(
      '/v1/search',
      {
        config,
        schema: {
          tags,
          summary: 'Find works, with a filter tree',
          body: SearchBody,
          response: { 200: Answer },
        },
      },
      ({ body: { q = '', limit = 20, ...rest } }) => search({ q, limit, ...rest }),
    )
    app.get<{ Querystring: SuggestQueryString }>(
      '/v1/suggest',
      {
        config,
        schema: {
          tags,
          summary: 'What a query may become while it is typed',
          querystring: SuggestQueryString,
          response: { 200: SuggestAnswer },
        },
      },
      ({ query: { q = '', limit = 8 } }) => suggest(q, limit),
    )
  }

const facetsOf = (values: string[] = []): string[] => [
  ...new Set(
    values
      .flatMap((value) => value.split(','))
      .map((name) => name.trim())
      .filter(Boolean),
  ),
]
