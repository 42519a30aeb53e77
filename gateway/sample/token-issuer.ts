import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { SignJWT } from 'jose'
import { type SigningKey, signingKey } from './issuer/key.js'
import { type SampleReader, sampleReaders } from './issuer/readers.js'
import { returnAddress } from './issuer/return-address.js'
import { pageHeaders, signInPage } from './issuer/sign-in-page.js'
import { bodyOf, listen } from './listen.js'

export interface TokenIssuerOptions {
  port?: number
  /** File of the private key; made when it is not there. Left out: a new key at each start. */
  keyFile?: string
  /** Origins beside the loopback that a reader may be sent back to. */
  allowReturn?: string[]
  readers?: readonly SampleReader[]
  now?: () => Date
}

export interface TokenIssuer {
  /** The issuer, as in the claim `iss`. */
  url: string
  port: number
  readers: readonly SampleReader[]
  /** @throws RangeError when there is no such reader */
  token(reader: string): Promise<string>
  close(): Promise<void>
}

const HOUR = 3600
const AUDIENCE = 'shulian'

/**
 * An issuer of readers' access tokens (RFC 9068) for trying things out: it asks for no password. Its keys and addresses
 * are where OpenID Connect Discovery 1.0 puts them.
 */
export async function startTokenIssuer(options: TokenIssuerOptions = {}): Promise<TokenIssuer> {
  const { allowReturn = [], readers = sampleReaders, now = () => new Date() } = options
  const key = await signingKey(options.keyFile)
  const server = await listen((request, response) => {
    respond(request, response).catch(() => response.destroy())
  }, options.port)
  const issuer = server.origin

  async function token(id: string): Promise<string> {
    const reader = readers.find((known) => known.id === id)
    if (!reader) throw new RangeError(`There is no sample reader '${id}'.`)
    return signed(key, issuer, reader, Math.floor(now().getTime() / 1000))
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer)
    const route = `${request.method === 'HEAD' ? 'GET' : request.method} ${url.pathname}`
    if (route === 'GET /.well-known/openid-configuration') return json(response, 200, configuration(issuer))
    if (route === 'GET /jwks.json') return json(response, 200, { keys: [key.publicJwk] })
    if (route === 'GET /sign-in') return showSignIn(response, url.searchParams)
    if (route === 'POST /sign-in') return signIn(response, new URLSearchParams((await bodyOf(request)) ?? ''))
    if (route === 'POST /token') return giveToken(response, readerIn(await bodyOf(request)))
    json(response, 404, { error: 'not_found' })
  }

  function showSignIn(response: ServerResponse, params: URLSearchParams): void {
    const returnTo = returnAddress(params.get('return_to'), allowReturn)
    if (!returnTo) json(response, 400, badReturn)
    else response.writeHead(200, pageHeaders(returnTo.href)).end(signInPage(readers, returnTo.href))
  }

  /** The token stands in the fragment: it reaches the page, and no server's log. */
  async function signIn(response: ServerResponse, form: URLSearchParams): Promise<void> {
    const returnTo = returnAddress(form.get('return_to'), allowReturn)
    if (!returnTo) return json(response, 400, badReturn)
    const reader = form.get('reader') ?? ''
    if (!isReader(reader)) return json(response, 400, badReader)
    returnTo.hash = `token=${await token(reader)}`
    response.writeHead(303, { location: returnTo.href, 'cache-control': 'no-store' }).end()
  }

  async function giveToken(response: ServerResponse, reader: string): Promise<void> {
    if (!isReader(reader)) return json(response, 400, badReader)
    json(response, 200, { token: await token(reader) })
  }

  function isReader(id: string): boolean {
    return readers.some((known) => known.id === id)
  }

  return { url: issuer, port: server.port, readers, token, close: server.close }
}

const signed = (key: SigningKey, issuer: string, reader: SampleReader, iat: number): Promise<string> =>
  new SignJWT(reader.member === undefined ? {} : { member: reader.member })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid })
    .setIssuer(issuer)
    .setSubject(reader.id)
    .setAudience(AUDIENCE)
    .setIssuedAt(iat)
    .setExpirationTime(iat + HOUR)
    .setJti(randomUUID())
    .sign(key.privateKey)

const configuration = (issuer: string) => ({
  issuer,
  jwks_uri: `${issuer}/jwks.json`,
  authorization_endpoint: `${issuer}/sign-in`,
  token_endpoint: `${issuer}/token`,
  response_types_supported: ['token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES256'],
})

const badReturn = {
  error: 'invalid_request',
  error_description:
    'return_to must be an http(s) address on the loopback, or one of the list this issuer was started with.',
}
const badReader = { error: 'invalid_request', error_description: 'There is no such sample reader.' }

function readerIn(body: string | null): string {
  try {
    const { reader } = JSON.parse(body ?? '') as { reader?: unknown }
    return typeof reader === 'string' ? reader : ''
  } catch {
    return ''
  }
}

const json = (response: ServerResponse, status: number, value: object): void => {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  response.writeHead(status, headers).end(JSON.stringify(value))
}
