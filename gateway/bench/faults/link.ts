import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A TCP link to a server on loopback whose faults are ours to make. */
export interface Link {
  port: number
  /** Nothing passes and nobody is told, as behind a firewall that drops: connections are taken and stay silent. */
  silence(): void
  /** What is connected stays silent for ever, and what is new passes, as behind a firewall that lost its memory. */
  forget(): void
  /** What is connected is broken, and nobody gets in. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

export const openLink = async (target: number): Promise<Link> => {
  let state: 'whole' | 'silent' | 'cut' = 'whole'
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).once('close', () => sockets.delete(socket))
  }
  const server = createServer((near) => {
    keep(near)
    if (state === 'cut') return near.resetAndDestroy()
    if (state === 'silent') return near.pause()
    const far = connect(target, '127.0.0.1')
    keep(far)
    near.pipe(far).pipe(near)
    // What breaks on one side breaks on the other, while anything passes.
    near.once('error', () => near.isPaused() || far.destroy())
    far.once('error', () => near.isPaused() || near.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const hush = () => {
    for (const socket of sockets) socket.unpipe().pause()
  }
  const breakAll = () => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return {
    port: (server.address() as { port: number }).port,
    silence: () => {
      state = 'silent'
      hush()
    },
    forget: hush,
    cut: () => {
      state = 'cut'
      breakAll()
    },
    mend: () => {
      if (state === 'silent') breakAll()
      state = 'whole'
    },
    close: async () => {
      breakAll()
      server.close()
      await once(server, 'close')
    },
  }
}
