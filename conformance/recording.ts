import { createHash } from 'node:crypto'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { messageOf, type Outside, type OutsideRequest, ShulianError } from '../gateway/contracts/index.js'
import { publicLocation, publicLocations, ShownTarget } from './report.js'
import { Level } from './requirements/requirement.js'
import { locationsOf, type Target } from './suite.js'

const closed = { additionalProperties: false } as const
const Text = Type.String()
const Request = Type.Object({ method: Text, url: Text, body: Type.Optional(Text) }, closed)

/** First line of a recording: what was run, as far as running it again needs it. */
export const RecordingHead = Type.Object(
  {
    recording: Type.Literal(1, { description: 'Version of this format: JSON lines' }),
    suite: Type.Object({ id: Text, version: Text }, closed),
    target: ShownTarget,
    level: Level,
    seed: Type.Integer({ minimum: 0 }),
    maxRecords: Type.Optional(Type.Integer({ minimum: 1 })),
    start: Type.String({ format: 'date-time' }),
  },
  closed,
)
export type RecordingHead = Static<typeof RecordingHead>

const Fault = Type.Object({ code: Text, detail: Text }, closed)

/** A further line: a request with its answer, a piece of a file, or why neither came. */
const RecordedLine = Type.Union([
  Type.Object(
    {
      request: Request,
      answer: Type.Object(
        { status: Type.Integer(), headers: Type.Record(Text, Text), body: Text, url: Text },
        closed,
      ),
    },
    closed,
  ),
  Type.Object({ request: Request, fault: Fault }, closed),
  Type.Object({ opened: Text, bytes: Text }, closed),
  Type.Object({ opened: Text, fault: Fault }, closed),
])
type RecordedLine = Static<typeof RecordedLine>

export interface Recording {
  head: RecordingHead
  lines: RecordedLine[]
  /** Of the file’s octets: the evidence that a certificate names. */
  digest: string
}

const headChecker = Compile(RecordingHead)
const lineChecker = Compile(RecordedLine)

/** The same way out; whatever comes in is also given to `write`, a line each. Credentials of addresses are not. */
export const recorded = (
  outside: Outside,
  target: Pick<Target, 'location' | 'more'>,
  write: (line: RecordedLine) => void,
): Outside => {
  const locations = locationsOf(target)
  const names = publicLocations(locations)
  const { location } = target
  const shown = (address: string) =>
    names[locations.indexOf(address)] ??
    (address.startsWith(location) ? publicLocation(location) + address.slice(location.length) : address)
  return {
    ...outside,
    async fetch(given) {
      const request = requestOf({ ...given, url: shown(given.url) })
      try {
        const answer = await outside.fetch(given)
        const { status, headers, body, url } = answer
        const bytes = Buffer.from(body).toString('base64')
        write({ request, answer: { status, headers, body: bytes, url: shown(url) } })
        return answer
      } catch (error) {
        if (!given.signal.aborted) write({ request, fault: faultOf(error) })
        throw error
      }
    },
    async *open(address, options) {
      const opened = shown(address)
      try {
        for await (const piece of outside.open(address, options)) {
          write({ opened, bytes: Buffer.from(piece).toString('base64') })
          yield piece
        }
      } catch (error) {
        if (!options.signal.aborted) write({ opened, fault: faultOf(error) })
        throw error
      }
    },
  }
}

/** What was recorded, for the same questions; nothing else is reached. Asked twice, the second answer comes second. */
export const replaying = ({ head, lines }: Recording): Outside => {
  const left = new Map<string, RecordedLine[]>()
  for (const line of lines) {
    const key = 'opened' in line ? keyOf(line.opened) : keyOf(line.request)
    left.set(key, [...(left.get(key) ?? []), line])
  }
  return {
    async fetch(given) {
      const request = requestOf(given)
      const line = left.get(keyOf(request))?.shift()
      if (line === undefined || 'opened' in line) throw notRecorded(`${request.method} ${request.url}`)
      if ('fault' in line) throw errorOf(line.fault)
      return { ...line.answer, body: Buffer.from(line.answer.body, 'base64') }
    },
    async *open(address) {
      const pieces = left.get(keyOf(address))
      if (pieces === undefined) throw notRecorded(address)
      for (const piece of pieces) {
        if ('fault' in piece) throw errorOf(piece.fault)
        if ('bytes' in piece) yield Buffer.from(piece.bytes, 'base64')
      }
    },
    assertAllowed: async (address) => {
      throw notRecorded(address)
    },
    now: () => new Date(head.start),
  }
}

/** @throws ShulianError RECORDING_INVALID (422) */
export const readRecording = (bytes: Uint8Array): Recording => {
  const [first = '', ...others] = Buffer.from(bytes).toString('utf8').trimEnd().split('\n')
  const head = parsed(first, 1)
  if (!headChecker.Check(head)) throw invalid(1, 'expected what was run: conformance run … --recording FILE')
  const lines = others.map((text, at) => {
    const line = parsed(text, at + 2)
    if (lineChecker.Check(line)) return line
    throw invalid(at + 2, 'expected a request with its answer, or a piece of a file')
  })
  return { head, lines, digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}` }
}

const parsed = (text: string, line: number): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid(line, 'expected a line of JSON')
  }
}

const invalid = (line: number, problem: string) =>
  new ShulianError('RECORDING_INVALID', `This is no recording of a run; line ${line}: ${problem}.`, {
    status: 422,
  })

const notRecorded = (what: string) =>
  new ShulianError(
    'RECORDING_INCOMPLETE',
    `The recording has no answer to ${what}. The suite asks more than it did then: record a new run.`,
    { status: 422 },
  )

const requestOf = ({ method = 'GET', url, body }: Pick<OutsideRequest, 'method' | 'url' | 'body'>) => ({
  method,
  url,
  ...(body === undefined ? {} : { body }),
})

const keyOf = (request: Static<typeof Request> | string): string =>
  typeof request === 'string' ? request : `${request.method} ${request.url} ${request.body ?? ''}`

/** Without a code it was a mistake of ours, and is one again. */
const faultOf = (error: unknown) => ({
  code: error instanceof ShulianError ? error.code : '',
  detail: messageOf(error),
})

const errorOf = ({ code, detail }: Static<typeof Fault>): Error =>
  code === '' ? new Error(detail) : new ShulianError(code, detail, { status: 502 })
