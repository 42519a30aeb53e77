import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { adapters } from '../adapters/index.js'
import { catalogue } from '../plugins/catalogue/index.js'
import { sink } from '../plugins/catalogue/testing.js'
import { members } from '../plugins/members/index.js'
import { guessFormat } from '../standards/formats/detect.js'
import type { RunReport } from '../standards/record/run-report.js'
import { projectRoot } from './root.js'
import { testKernel } from './testing.js'

t.setTimeout(900_000)

/** Real files of libraries and publishers, where they are at hand: they are no part of the product. */
const corpus = join(projectRoot(), '..', 'shared', 'corpus')

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)],
  )

const adapterOf = (path: string): string | null => {
  const guess = guessFormat(readFileSync(path).subarray(0, 65_536), path)
  return guess === null || guess.format === 'dublin-core'
    ? null
    : guess.format === 'kbart'
      ? 'kbart'
      : 'marc-file'
}

const sum = (
  reports: RunReport[],
  field: 'read' | 'accepted' | 'warned' | 'quarantined' | 'deleted' | 'unchanged' | 'empty',
): number => reports.reduce((total, report) => total + report[field], 0)

t.test(
  'real files go through: every run balances and nearly everything is accepted',
  { timeout: 900_000, skip: !existsSync(corpus) && 'the corpus of real data is not here' },
  async (t) => {
    const kernel = await testKernel({ plugins: [members, catalogue, sink], adapters: [...adapters] })
    t.teardown(kernel.close)
    const signal = new AbortController().signal
    await kernel.services.members.add({ id: 'corpus', name: 'Corpus', type: 'other' })
    for (const folder of ['marc21', 'marcxml', 'unimarc', 'kbart']) {
      const reports: RunReport[] = []
      const left: string[] = []
      for (const [index, path] of filesOf(join(corpus, folder)).entries()) {
        const adapter = statSync(path).size === 0 ? null : adapterOf(path)
        if (adapter === null) {
          left.push(path.slice(corpus.length + 1))
          continue
        }
        const name = `${folder}-${index}`
        await kernel.services.members.addSource({ member: 'corpus', name, adapter, options: { path } })
        const report = await kernel.services.catalogue.harvest(`corpus/${name}`, { signal })
        const { read, accepted, quarantined, deleted, unchanged, empty } = report
        t.equal(
          read,
          accepted + quarantined + deleted + unchanged + empty,
          `${path.slice(corpus.length + 1)} balances`,
        )
        if (report.error)
          t.comment(`${path.slice(corpus.length + 1)}: ${report.error.code} ${report.error.detail}`)
        reports.push(report)
      }
      const [read, accepted, unchanged, deleted, empty] = (
        ['read', 'accepted', 'unchanged', 'deleted', 'empty'] as const
      ).map((field) => sum(reports, field)) as [number, number, number, number, number]
      t.comment(
        `${folder}: ${reports.length} files, read ${read}, accepted ${accepted} (${sum(reports, 'warned')} warned), unchanged ${unchanged}, deleted ${deleted}, empty ${empty}, quarantined ${sum(reports, 'quarantined')}`,
      )
      if (left.length > 0) t.comment(`${folder}: not records: ${left.join(' ')}`)
      t.ok(
        (accepted + unchanged + deleted + empty) / read >= 0.95,
        `${folder}: ${((100 * (accepted + unchanged + deleted + empty)) / read).toFixed(2)} %`,
      )
    }
    const rows = await kernel.gateway.database.kysely
      .selectFrom('catalogueQuarantine')
      .select(['finding', 'source', 'sourceId'])
      .execute()
    const causes = new Map<string, number>()
    for (const { finding } of rows) {
      const { code } = JSON.parse(finding) as { code: string }
      causes.set(code, (causes.get(code) ?? 0) + 1)
    }
    for (const [code, count] of causes) t.comment(`quarantined for ${code}: ${count}`)
  },
)
