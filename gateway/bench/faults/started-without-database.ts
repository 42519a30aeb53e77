import { setTimeout as sleep } from 'node:timers/promises'
import type { Started } from '../../command-testing.js'
import { openBehindLink, stopped } from './behind-link.js'

export interface WithoutDatabase {
  alive: number
  ready: { status: number; body: unknown }
  told: string
  /** Milliseconds from the mended link until it is ready. */
  back: number
  isSameAddress: boolean
  /** Exit code. */
  code: number | null
}

export const startedWithoutDatabase = async (folder: string): Promise<WithoutDatabase> => {
  const { link, start, close } = await openBehindLink(folder)
  link.cut()
  const started = start()
  try {
    const url = await saidUrl(started, 'waiting')
    const get = (path: string) => fetch(`${url}${path}`)
    const alive = (await get('/healthz')).status
    const readiness = await get('/readyz')
    const ready = { status: readiness.status, body: await readiness.json() }
    const { code: told } = (await (await get('/v1/members')).json()) as { code: string }
    link.mend()
    const mended = performance.now()
    const listening = saidUrl(started, 'listening')
    // Between two servers at one address a connection may be refused.
    while ((await get('/readyz').catch(() => undefined))?.status !== 200) await sleep(20)
    const back = performance.now() - mended
    const isSameAddress = (await listening) === url
    return { alive, ready, told, back, isSameAddress, code: await stopped(started) }
  } finally {
    await stopped(started)
    await close()
  }
}

/** The address in the first line of `serve --json` that tells of this. */
const saidUrl = ({ child, finished }: Started, event: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk) => {
      text += chunk
      for (const line of text.split('\n').slice(0, -1)) {
        const said = JSON.parse(line) as { event: string; url: string }
        if (said.event === event) resolve(said.url)
      }
    })
    finished.then(({ stderr }) => reject(new Error(`the gateway ended: ${stderr}`)))
  })
