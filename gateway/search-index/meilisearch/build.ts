import type { Server, Servers } from './servers.js'
import { digest, type Label } from './settings.js'
import { applySettings, createIndex, labelOf, liveUid, type Naming, nextUid } from './setup.js'
import { succeeded, taskEnd, taskFailed } from './tasks.js'

/** What stands on one server: null for an index without a label, undefined for none. */
interface Standing {
  server: Server
  live: Label | null | undefined
  next: Label | null | undefined
}

/** Builds are numbered by when they began; 0 for the index that was there from the beginning. */
const numberOf = (label: Label | null | undefined): number => Number(label?.build) || 0

const standingOf = (servers: Servers, naming: Naming): Promise<Standing[]> =>
  Promise.all(
    servers.all.map(async (server) => ({
      server,
      live: await labelOf(server, liveUid(naming)),
      next: await labelOf(server, nextUid(naming)),
    })),
  )

/**
 * The settings are those of another version, or a build was cut off and left something behind. One without a label is no build: a
 * document that was on its way while a build was put in place makes such an index anew, and the next build removes it.
 */
export const isOutdated = async (servers: Servers, naming: Naming): Promise<boolean> =>
  (await standingOf(servers, naming)).some(({ live, next }) => live?.digest !== digest || Boolean(next))

/**
 * On every server an index beside the live one: what an interrupted build left when its settings are these, else a new
 * one. Returns the number of the build.
 */
export const besideLive = async (servers: Servers, naming: Naming): Promise<number> => {
  await finishSwaps(servers, naming)
  const standing = await standingOf(servers, naming)
  const [live, next] = [newest(standing, 'live'), newest(standing, 'next')]
  const build = next > live ? next : Math.max(Date.now(), live + 1)
  await Promise.all(
    standing.map(async ({ server, next }) => {
      const uid = nextUid(naming)
      const goesOn = numberOf(next) === build && next?.digest === digest
      if (goesOn) return
      if (next !== undefined) await deleteNext(server, naming, servers.closing)
      await createIndex(server, uid, servers.closing)
      await applySettings(server, uid, { digest, build: String(build) }, servers.closing)
    }),
  )
  return build
}

const newest = (standing: readonly Standing[], which: 'live' | 'next'): number =>
  Math.max(...standing.map((one) => numberOf(one[which])))

/** Where one server has changed over to a build that was found good, the others do so too. */
const finishSwaps = async (servers: Servers, naming: Naming): Promise<void> => {
  const standing = await standingOf(servers, naming)
  const build = newest(standing, 'live')
  const behind = standing.filter(({ live, next }) => numberOf(live) < build && numberOf(next) === build)
  await Promise.all(behind.map(({ server }) => swap(server, naming, build, servers.closing)))
}

/** The one beside is searched from now on; the old one goes. */
export const putInPlace = async (servers: Servers, naming: Naming, build: number): Promise<void> => {
  await Promise.all(servers.all.map((server) => swap(server, naming, build, servers.closing)))
  await dropNext(servers, naming)
}

export const dropNext = async (servers: Servers, naming: Naming): Promise<void> => {
  await Promise.all(servers.all.map((server) => deleteNext(server, naming, servers.closing)))
}

const mostSwaps = 3

/**
 * A swap whose answer was lost may have been done, and twice done is undone: so the label says whether the live index is
 * the one that was built. The engine does its tasks in order: when the last has ended, all before it have.
 */
const swap = async (server: Server, naming: Naming, build: number, closing: AbortSignal): Promise<void> => {
  const indexes: [string, string] = [liveUid(naming), nextUid(naming)]
  for (let tries = 1; numberOf(await labelOf(server, liveUid(naming))) !== build; tries++) {
    const { taskUid } = await server.write((client) =>
      client.httpRequest.post<{ taskUid: number }>({ path: 'swap-indexes', body: [{ indexes }] }),
    )
    const ended = await taskEnd(server, taskUid, closing)
    if (!ended.succeeded || tries > mostSwaps) throw taskFailed(server, taskUid, ended)
  }
}

const deleteNext = async (server: Server, naming: Naming, closing: AbortSignal): Promise<void> => {
  const uid = nextUid(naming)
  // The deletion of an absent index is a task that fails.
  if ((await labelOf(server, uid)) === undefined) return
  await succeeded(server, (client) => client.deleteIndex(uid), closing)
}
