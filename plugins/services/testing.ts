import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Type } from 'typebox'
import type { Plugin } from '../../gateway/contracts/index.js'
import { type TestKernel, testKernel } from '../../gateway/testing.js'
import { catalogue } from '../catalogue/index.js'
import { scripted, sink } from '../catalogue/testing.js'
import { members } from '../members/index.js'
import { services } from './index.js'

type Test = { teardown(end: () => Promise<void> | void): void }

/** A member's live system: what it was asked stands in `asked`. */
export const upstream = async (t: Test, answer: RequestListener) => {
  const asked: { method: string; url: string; headers: IncomingMessage['headers'] }[] = []
  const server = createServer((request, response) => {
    asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  const { port } = server.address() as AddressInfo
  const isFree = () =>
    new Promise<number>((resolve, reject) =>
      server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    )
  return { url: `http://127.0.0.1:${port}`, port, asked, connections: isFree }
}

/** Says which members are certified, as the plugin of that name does. */
const certifying = (certified: Set<string>): Plugin => ({
  name: 'standards',
  place: { stage: 'during', dimension: 'technology' },
  options: Type.Object({}),
  setup: () => ({ service: { isCertified: async (member: string) => certified.has(member) } }),
})

export interface OpenServices extends TestKernel {
  certified: Set<string>
  /** Where the gateway listens. */
  origin: string
  port: number
  /** What a raw request is answered, the socket closed or not. */
  raw(text: string): Promise<string>
  /** An active, certified member with a service at `url`. */
  declare(member: string, url: string, service?: { name?: string; adapter?: string }): Promise<void>
}

/** A listening gateway with members' live services. */
export const openServices = async (
  t: Test,
  parts: Partial<Parameters<typeof testKernel>[0]> & { deadline?: number } = {},
): Promise<OpenServices> => {
  const { deadline, adapters = [], ...rest } = parts
  const certified = new Set<string>()
  const kernel = await testKernel({
    plugins: [
      members,
      certifying(certified),
      catalogue,
      sink,
      { plugin: services as Plugin, options: deadline === undefined ? {} : { deadline } },
    ],
    adapters: [scripted({ pages: [], asked: [] }), ...adapters],
    ...rest,
  })
  t.teardown(kernel.close)
  const origin = await kernel.app.listen({ host: '127.0.0.1', port: 0 })
  const port = Number(new URL(origin).port)
  return {
    ...kernel,
    certified,
    origin,
    port,
    raw: (text) => sendRaw(port, text),
    declare: async (member, url, { name = 'live', adapter } = {}) => {
      const known = (await kernel.services.members.list()).some(({ id }) => id === member)
      if (!known) await kernel.services.members.add({ id: member, name: member, type: 'library' })
      await kernel.services.members.setStage(member, 'active')
      certified.add(member)
      await kernel.services.services.save({ member, name, url, adapter })
    },
  }
}

export const sendRaw = (port: number, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setTimeout(8_000, () => socket.destroy(new Error('the socket stayed open')))
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
