import { runningGateway } from '../instance.js'
import type { Command } from './command.js'
import { table } from './command.js'
import { deadLines } from './jobs.js'

export const statusCommand: Command = {
  name: 'status',
  usage: 'status',
  summary: 'What is here and what is under way',
  run: async (_args, { openExisting, out, config }) => {
    const { services, jobs, searchIndex } = await openExisting()
    const counts = await services.catalogue.counts()
    const gateway = runningGateway(config.dataDir)
    const [queue, dead, indexed, runs, members] = [
      await jobs.counts(),
      await jobs.dead(5),
      await searchIndex.count(),
      await services.catalogue.runs({ limit: 5 }),
      await services.members.list(),
    ]
    out.object({ gateway, ...counts, indexed, members: members.length, jobs: queue, deadJobs: dead, runs })
    out.line(
      gateway
        ? `A gateway runs at ${gateway.url} (process ${gateway.pid}).`
        : 'No gateway runs on this data folder. Start one: npm start',
    )
    out.line(
      `${members.length} members, ${counts.records} records (${counts.deleted} deleted, ${counts.quarantined} set aside), ${counts.works} works, ${indexed} of them searchable`,
    )
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

export const rebuildCommand: Command = {
  name: 'rebuild',
  usage: 'rebuild',
  summary: 'Build the search index anew beside the one that is searched, judge it, and put it in its place',
  run: async (_args, { openExisting, out, signal }) => {
    const { search } = (await openExisting()).services
    const { indexed } = await search.rebuild({
      signal,
      onProgress: (done, of) => out.progress(`${done} of ${of} works`),
    })
    out.progress(null)
    out.object({ event: 'finished', indexed })
    out.line(`${indexed} works indexed; the new index was found good and is searched now.`)
    return 0
  },
}

export const reconcileCommand: Command = {
  name: 'reconcile',
  usage: 'reconcile',
  summary: 'Make the search index equal to the catalogue, touching only what differs',
  run: async (_args, { openExisting, out, signal }) => {
    const report = await (await openExisting()).services.search.reconcile({ signal })
    const { written, removed, missing, stale, extra, refused } = report
    out.object({ event: 'finished', ...report })
    out.line(
      missing + stale + extra === 0
        ? 'The index was equal to the catalogue.'
        : `${written} works written (${missing} were missing, ${stale} were of another version), ${removed} removed.`,
    )
    for (const { id, code, reason } of refused)
      out.line(`set aside by the search engine: ${id} (${code}: ${reason})`)
    return 0
  },
}
