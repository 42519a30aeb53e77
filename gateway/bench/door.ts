import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Agent, request } from 'undici'
import { projectRoot } from '../root.js'
import { inFolder } from './faults/in-folder.js'
import { openLiveService } from './faults/live-service.js'
import { percentilesOf } from './percentiles.js'
import { processorOf } from './usage.js'

export const name = 'door'

const rounds = 10
const each = 300

/**
 * A member's live service: asked itself, through a bare proxy of the same library in a process of its own, and through the gateway
 * with its limit, its log and the rules of the door, without and with a token. They take turns.
 */
export const run = (report: (line: string) => void): Promise<void> =>
  inFolder(async (folder) => {
    const answer = JSON.stringify({ document: [{ id: 'x', item: [{ label: 'I242.4/1', available: true }] }] })
    const live = await openLiveService(folder, (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer),
    )
    const bare = await openBareProxy(live.origin)
    try {
      const authorization = `Bearer ${readFileSync(join(folder, 'data', 'operator.token'), 'utf8').trim()}`
      const gateway = live.started.child.pid
      await compare(report, [
        { label: 'a bare proxy', url: `${bare.url}/x`, pid: bare.child.pid },
        { label: 'the member’s own server', url: `${live.origin}/x` },
        { label: 'the gateway', url: live.url, pid: gateway },
        { label: 'the gateway, a token', url: live.url, pid: gateway, headers: { authorization } },
      ])
    } finally {
      bare.child.kill('SIGTERM')
      await live.close()
    }
  })

interface Way {
  label: string
  url: string
  /** Of the process between; absent where there is none. */
  pid?: number | undefined
  headers?: Record<string, string>
}

/** The first is the yardstick. */
const compare = async (report: (line: string) => void, ways: Way[]): Promise<void> => {
  const dispatcher = new Agent({ connections: 1 })
  const measured = ways.map((way) => ({ ...way, times: [] as number[], processor: 0 }))
  for (let round = -1; round < rounds; round++)
    for (const way of measured) {
      const before = way.pid === undefined ? 0 : processorOf(way.pid)
      const times: number[] = []
      for (let at = 0; at < each; at++) times.push(await timed(way, dispatcher))
      // The first round is for the compilers.
      if (round < 0) continue
      way.times.push(...times)
      if (way.pid !== undefined) way.processor += processorOf(way.pid) - before
    }
  await dispatcher.close()
  const [yardstick] = measured
  for (const { label, pid, times, processor } of measured) {
    const told = percentilesOf(label, times, yardstick!.times, [50, 99])
    const cost = `${((processor / times.length) * 1e6).toFixed(0)} µs of processor (${(processor / yardstick!.processor).toFixed(2)} ×)`
    report(pid === undefined ? told : `${told}, ${cost}`)
  }
}

const timed = async ({ url, headers = {} }: Way, dispatcher: Agent): Promise<number> => {
  const began = performance.now()
  const { body, statusCode } = await request(url, { dispatcher, headers })
  const text = await body.text()
  if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${text}`)
  return performance.now() - began
}

const openBareProxy = async (upstream: string): Promise<{ url: string; child: ChildProcess }> => {
  const code = `import fastify from 'fastify'
    import proxy from '@fastify/http-proxy'
    const app = fastify()
    app.register(proxy, { upstream: ${JSON.stringify(upstream)} })
    console.log(await app.listen({ port: 0, host: '127.0.0.1' }))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: projectRoot(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim()))
    child.once('exit', () => reject(new Error('the bare proxy ended before it listened')))
  })
  return { url, child }
}
