import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Listening {
  /** `http://127.0.0.1:<port>`. */
  origin: string
  port: number
  /** Cuts what is still open. */
  close(): Promise<void>
}

/**
 * A server on the loopback. A port that another process has is no reason to fail: it was only wished for, and any
 * other is taken instead.
 */
export async function listen(onRequest: RequestListener, port = 0): Promise<Listening> {
  const server = createServer(onRequest)
  await bound(server, port).catch((error: NodeJS.ErrnoException) => {
    if (port === 0 || (error.code !== 'EADDRINUSE' && error.code !== 'EACCES')) throw error
    return bound(server, 0)
  })
  const taken = (server.address() as AddressInfo).port
  return {
    origin: `http://127.0.0.1:${taken}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const bound = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject)
      resolve()
    })
  })

const MAX_BODY = 65_536

/** The body as text; null when it is longer than any that a sample server needs. */
export async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MAX_BODY) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
