import { ShulianError } from '../contracts/errors.js'
import type { SearchIndex } from '../contracts/search-index.js'
import { counted } from '../counted.js'
import { runningGateway } from '../instance.js'
import { type Command, readArgs, table } from './command.js'
import { deadLines } from './jobs.js'

export const statusCommand: Command = {
  name: 'status',
  usage: 'status',
  summary: 'What is here and what is under way',
  help: `How much there is, how much of it can be searched, the jobs (a dead one was given up and waits for you), the last five runs. A search engine
that does not answer is named, and the rest is told all the same.
It changes nothing, and works beside a running gateway as without one.`,
  run: async (args, { openExisting, out, config }) => {
    readArgs({ args, options: {} }, 0)
    const { services, jobs, searchIndex } = await openExisting()
    const counts = await services.catalogue.counts()
    const gateway = runningGateway(config.dataDir)
    const [queue, dead, index, runs, members] = [
      await jobs.counts(),
      await jobs.dead(5),
      await standingOf(searchIndex),
      await services.catalogue.runs({ limit: 5 }),
      await services.members.list(),
    ]
    out.object({ gateway, ...counts, ...index, members: members.length, jobs: queue, deadJobs: dead, runs })
    out.line(
      gateway
        ? `A gateway runs at ${gateway.url} (process ${gateway.pid}).`
        : 'No gateway runs on this data folder. Start one: npm start',
    )
    out.line(
      `${counted(members.length, 'member')}, ${counted(counts.records, 'record')} (${counts.deleted} deleted, ${counts.quarantined} set aside), ${counted(counts.works, 'work')}${index.indexed === null ? '' : `, ${index.indexed} of them searchable`}`,
    )
    if (index.indexError) out.line(`The index cannot be asked: ${index.indexError.detail}`)
    out.line(`jobs: ${queue.waiting} waiting, ${queue.running} running, ${queue.dead} dead`)
    for (const line of deadLines(dead)) out.line(line)
    if (queue.dead > 0) out.line('Once mended, try a dead job again: shulian jobs redrive ID')
    for (const line of table(
      runs.map((run) => [
        run.startedAt,
        run.source,
        run.kind,
        run.state,
        `${run.read} read`,
        `${run.quarantined} set aside`,
      ]),
    ))
      out.line(line)
    return 0
  },
}

/** Whoever asks while the search engine is away wants to know the rest all the more. */
const standingOf = async (
  index: Pick<SearchIndex, 'count'>,
): Promise<{ indexed: number | null; indexError?: { code: string; detail: string } }> => {
  try {
    return { indexed: await index.count() }
  } catch (error) {
    if (!(error instanceof ShulianError)) throw error
    return { indexed: null, indexError: { code: error.code, detail: error.message } }
  }
}

export const rebuildCommand: Command = {
  name: 'rebuild',
  isBulk: true,
  usage: 'rebuild',
  summary: 'Build the search index anew beside the one that is searched, judge it, and put it in its place',
  help: `Searches and imports go on meanwhile; the index takes twice its room. Progress is shown on a terminal: works done of works in all. One process builds at a time;
another is told SEARCH_BUILD_UNDERWAY. Ctrl-C or a crash leaves what is searched as it is, and the next rebuild goes on with what was
built. Before it is put in its place the new index is judged: it must hold every work, and find known works by their titles. If it
does not, it is dropped (SEARCH_BUILD_REFUSED, exit code 1), and the former is searched as before: nothing has to be rolled back.
Seldom needed: an index of another version or engine is rebuilt by the gateway itself; for gaps there is shulian reconcile.`,
  run: async (args, { openExisting, out, signal }) => {
    readArgs({ args, options: {} }, 0)
    const { search } = (await openExisting()).services
    const { indexed } = await search.rebuild({
      signal,
      onProgress: (done, of) => out.progress(`${done} of ${counted(of, 'work')}`),
    })
    out.progress(null)
    out.object({ event: 'finished', indexed })
    out.line(`${counted(indexed, 'work')} indexed; the new index was found good and is searched now.`)
    return 0
  },
}

export const reconcileCommand: Command = {
  name: 'reconcile',
  isBulk: true,
  usage: 'reconcile',
  summary: 'Make the search index equal to the catalogue, touching only what differs',
  help: `For after a fault of the search engine; a gateway does it at its start and each hour by itself. Searches go on meanwhile. Says how many
works were missing, of another version, or too many; Ctrl-C leaves what was done, and the next call does the rest.`,
  run: async (args, { openExisting, out, signal }) => {
    readArgs({ args, options: {} }, 0)
    const report = await (await openExisting()).services.search.reconcile({ signal })
    const { written, removed, missing, stale, extra, refused } = report
    out.object({ event: 'finished', ...report })
    out.line(
      missing + stale + extra === 0
        ? 'The index was equal to the catalogue.'
        : `${counted(written, 'work')} written (missing: ${missing}, of another version: ${stale}), ${removed} removed.`,
    )
    for (const { id, code, reason } of refused)
      out.line(`set aside by the search engine: ${id} (${code}: ${reason})`)
    return 0
  },
}
