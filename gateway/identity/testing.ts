import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import type { IssuerSettings } from './issuers.js'

export interface TestIssuer {
  settings: IssuerSettings & { name: string }
  /** A reader's access token, good for an hour; claims and header may be overridden, undefined leaves one out. */
  token(subject: string, changes?: { claims?: object; header?: object; now?: Date }): Promise<string>
  /** New keys, published from now on beside nothing else. */
  rotate(): Promise<void>
  /** How many times the keys were fetched. */
  fetches(): number
  /** What it answers instead of its keys: a status, or a body. */
  answer(other: { status?: number; body?: string } | null): void
  /** Public key as published. */
  publicJwk(): JWK
  close(): Promise<void>
}

/** An issuer of readers' tokens with its keys behind a real address on the loopback. */
export const testIssuer = async (): Promise<TestIssuer> => {
  let pair = await makePair()
  let fetches = 0
  let other: { status?: number; body?: string } | null = null
  const server = createServer((_request, response) => {
    fetches += 1
    response.writeHead(other?.status ?? 200, { 'content-type': 'application/json' })
    response.end(other?.body ?? JSON.stringify({ keys: [pair.publicJwk] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = {
    issuer: 'https://readers.example',
    jwksUri: `${origin}/jwks.json`,
    audience: 'shulian',
    name: 'Test readers',
  }
  return {
    settings,
    token: (subject, { claims, header, now = new Date() } = {}) => {
      const iat = Math.floor(now.getTime() / 1000)
      const payload = {
        iss: settings.issuer,
        aud: settings.audience,
        sub: subject,
        iat,
        exp: iat + 3600,
        ...claims,
      }
      return new SignJWT(JSON.parse(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: pair.publicJwk.kid as string, ...header })
        .sign(pair.privateKey)
    },
    rotate: async () => {
      pair = await makePair()
    },
    fetches: () => fetches,
    answer: (value) => {
      other = value
    },
    publicJwk: () => pair.publicJwk,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey']

const makePair = async (): Promise<{ privateKey: PrivateKey; publicJwk: JWK }> => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const kid = `k${Math.random().toString(36).slice(2)}`
  return { privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } }
}
