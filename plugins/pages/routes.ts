import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ShulianError } from '../../gateway/contracts/index.js'
import type { Asset, Assets } from './assets.js'

/**
 * Everything from here and nothing inline; no other site may frame it. Trusted types turn any insertion of markup
 * into an error, should one ever be written. A search stays private: no address of ours reaches a linked site.
 */
const documentHeaders = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

const open = { config: { access: 'anyone' }, schema: { hide: true } } as const
const forGood = 'public, max-age=31536000, immutable'

export const pageRoutes =
  (page: {
    /** Address under which its files are. */
    files: string
    /** Address → what the document there shows first. */
    views: Record<string, string>
    assets(): Assets
    document(view: string): Asset
  }) =>
  (app: FastifyInstance): void => {
    const documents = new Map<string, Asset>()
    for (const [address, view] of Object.entries(page.views)) {
      app.get(address, open, (request, reply) => {
        const document = documents.get(view) ?? page.document(view)
        documents.set(view, document)
        return send(document, 'no-cache', request, reply.headers(documentHeaders))
      })
    }
    app.get<{ Params: { '*': string } }>(`${page.files}/*`, open, (request, reply) => {
      const [name = '', version] = request.params['*'].split('/').reverse()
      const assets = page.assets()
      const asset = assets.files.get(name)
      if (!asset)
        throw new ShulianError('NOT_FOUND', `The page has no file '${name.slice(0, 80)}'.`, { status: 404 })
      // A document kept from before an upgrade names another version: it gets today's file, to be asked for again.
      return send(asset, version === assets.version ? forGood : 'no-cache', request, reply)
    })
  }

const send = (asset: Asset, cache: string, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(
    String(request.headers['accept-encoding'] ?? ''),
  )
  const { bytes, etag } = takesGzip ? asset.gzip : asset.plain
  reply.headers({ etag, vary: 'accept-encoding', 'cache-control': cache })
  if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send()
  if (takesGzip) reply.header('content-encoding', 'gzip')
  return reply.type(asset.type).send(bytes)
}

/** RFC 9110 §13.1.2: a list of tags, weak ones compared by their value. */
const isKnown = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
