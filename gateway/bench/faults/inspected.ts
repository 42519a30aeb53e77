import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { request, WebSocket } from 'undici'

/** What a process holds once nothing is left that nobody needs. */
export interface Held {
  /** Megabytes of the heap, and of the buffers that belong to it. */
  heap: number
  resident: number
  sockets: number
}

/** A process that was started with `--inspect` at this port. */
export const openInspected = async (port: number, pid: number) => {
  const { body } = await request(`http://127.0.0.1:${port}/json/list`)
  const [target] = (await body.json()) as { webSocketDebuggerUrl: string }[]
  const socket = new WebSocket(target!.webSocketDebuggerUrl)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  let last = 0
  const call = (method: string): Promise<Record<string, number>> =>
    new Promise((resolve) => {
      const id = ++last
      const heard = ({ data }: { data: unknown }) => {
        const answer = JSON.parse(String(data)) as { id?: number; result?: Record<string, number> }
        if (answer.id !== id) return
        socket.removeEventListener('message', heard)
        resolve(answer.result ?? {})
      }
      socket.addEventListener('message', heard)
      socket.send(JSON.stringify({ id, method }))
    })
  return {
    held: async (): Promise<Held> => {
      // What the first frees may let go of more.
      for (let time = 0; time < 3; time++) await call('HeapProfiler.collectGarbage')
      const { usedSize = 0, backingStorageSize = 0 } = await call('Runtime.getHeapUsage')
      return {
        heap: (usedSize + backingStorageSize) / 1024 ** 2,
        resident: residentOf(pid),
        sockets: socketsOf(pid),
      }
    },
    close: () => socket.close(),
  }
}

const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

export const socketsOf = (pid: number): number =>
  readdirSync(`/proc/${pid}/fd`).filter((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`).startsWith('socket:')
    } catch {
      return false
    }
  }).length
