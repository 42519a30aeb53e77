import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import t from 'tap'
import { readConfig } from './config.js'
import { openShulian } from './main.js'

type Test = { teardown(end: () => Promise<void> | void): void }
type Operation = {
  responses: Record<string, unknown>
  parameters?: { name: string; in: string }[]
  security?: unknown
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> }

const openDocument = async (t: Test): Promise<Document> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shulian-openapi-'))
  t.teardown(() => rmSync(dataDir, { recursive: true, force: true }))
  const gateway = await openShulian(
    readConfig({ SHULIAN_DATA_DIR: dataDir, SHULIAN_PORT: '0', SHULIAN_LOG_LEVEL: 'silent' }),
  )
  t.teardown(gateway.close)
  const app = await gateway.buildApp()
  t.teardown(() => app.close())
  return (await app.inject({ url: '/openapi.json' })).json()
}

/** What a reference leads to, however many steps. */
const resolve = (document: object, node: unknown): Record<string, unknown> => {
  const { $ref } = node as { $ref?: string }
  if ($ref === undefined) return node as Record<string, unknown>
  const steps = $ref
    .replace(/^#\//, '')
    .split('/')
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
  const found = steps.reduce<unknown>(
    (at, step) => (at as Record<string, unknown> | undefined)?.[step],
    document,
  )
  if (found === undefined) throw new Error(`${$ref} leads nowhere`)
  return resolve(document, found)
}

const references = (node: unknown): string[] => {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : references(value),
  )
}

t.test('the document is OpenAPI 3.1 that tools read, with every reference resolvable', async (t) => {
  const document = await openDocument(t)
  t.match(document.openapi, /^3\.1\./)
  const types = astToString(await openapiTS(document as unknown as OpenAPI3))
  t.match(types, /"\/v1\/members"/)
  for (const $ref of new Set(references(document))) t.ok(resolve(document, { $ref }), $ref)
})

t.test('every call tells every status that it may give, as a problem', async (t) => {
  const document = await openDocument(t)
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, operation })),
  )
  t.ok(operations.length > 30, `${operations.length} operations`)
  for (const { name, path, operation } of operations) {
    for (const status of [400, 401, 403, 404, 409, 413, 414, 415, 422, 429, 500, 502, 503, 504]) {
      const { content } = resolve(document, operation.responses[status] ?? {}) as {
        content?: Record<string, { schema: unknown }>
      }
      const schema = resolve(document, content?.['application/problem+json']?.schema ?? {})
      t.same(
        schema['required'],
        ['type', 'title', 'status', 'detail', 'code', 'requestId'],
        `${name} ${status}`,
      )
    }
    const named = (operation.parameters ?? [])
      .filter((parameter) => parameter.in === 'path')
      .map((parameter) => `{${parameter.name}}`)
    t.same(named.sort(), (path.match(/\{[^}]+\}/g) ?? []).sort(), `${name} tells of the parts of its path`)
  }
})

t.test('a call that needs a token says so, and one that needs none does not', async (t) => {
  const { paths } = await openDocument(t)
  t.same(paths['/v1/members']?.['post']?.security, [{ bearer: [] }])
  t.equal(paths['/v1/members']?.['get']?.security, undefined)
  t.ok(paths['/v1/services/{member}/{service}/{path}']?.['get'])
})
