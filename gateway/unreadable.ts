import { randomFillSync } from 'node:crypto'
import type { Socket } from 'node:net'
import type { Log } from './contracts/log.js'
import { problemOf } from './problem.js'
import type { Told } from './told.js'

/** Random octets of one id. */
const octets = 9

/** To fetch the octets of one id takes as long as to fetch those of many. */
const createRequestIds = (): (() => string) => {
  const pool = Buffer.alloc(octets * 500)
  let used = pool.length
  return () => {
    if (used === pool.length) {
      randomFillSync(pool)
      used = 0
    }
    used += octets
    return `q_${pool.toString('base64url', used - octets, used)}`
  }
}

/** One form for the id that an answer, its problem and the log share. */
export const newRequestId = createRequestIds()

/** Longest address that is read; browsers and proxies agree on it. */
export const longestAddress = 8 * 1024

export const addressTooLong = `The address is longer than ${longestAddress} bytes. Send long input as a body: POST /v1/search.`

interface ClientError extends Error {
  code?: string
  /** A Buffer, whatever the types of the framework say. */
  rawPacket?: unknown
}

const phrases: Record<number, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  414: 'URI Too Long',
  431: 'Request Header Fields Too Large',
}

/** What Node could not read as HTTP never becomes a request: it gets an answer in our form and a closed socket. */
export const refuseUnreadable =
  (log: Log) =>
  (error: ClientError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return
    const answer = answerFor(error)
    const requestId = newRequestId()
    log.info({ requestId, code: answer.code, status: answer.status }, 'request refused')
    const body = JSON.stringify(problemOf(answer, requestId))
    const lines = [
      `HTTP/1.1 ${answer.status} ${phrases[answer.status]}`,
      'Connection: close',
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      `X-Request-Id: ${requestId}`,
    ]
    // Whoever sends nonsense may also never read: the socket is not left half open.
    socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
  }

const answerFor = ({ code, rawPacket }: ClientError): Told => {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return isAddressLong(rawPacket)
      ? { status: 414, code: 'ADDRESS_TOO_LONG', detail: addressTooLong }
      : {
          status: 431,
          code: 'HEADERS_TOO_LARGE',
          detail: 'The headers are larger than 16 KiB in all. Send fewer or shorter ones.',
        }
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return {
      status: 408,
      code: 'REQUEST_TOO_SLOW',
      detail: 'The request did not arrive whole in time. Send it again.',
    }
  }
  return { status: 400, code: 'HTTP_INVALID', detail: 'This is not a request that HTTP/1.1 allows.' }
}

/** Node counts address and headers together; the packet that went over shows whether the first line had an end. */
const isAddressLong = (packet: unknown): boolean => {
  const end = Buffer.isBuffer(packet) ? packet.indexOf('\r\n') : 0
  return end === -1 || end > longestAddress
}
