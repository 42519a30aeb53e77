import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { noteOfRepository } from '../adapters/oai-pmh/identify.js'
import { pageText } from '../adapters/oai-pmh/page-text.js'
import { chineseOf, sentences } from '../plugins/catalogue/run-notes.js'
import { guessFormat } from '../standards/formats/detect.js'
import { projectRoot } from './root.js'

/** These are put together, and held below; the last where absences are. */
const isWritten = (sources: string, piece: string): boolean =>
  sources.includes(piece) ||
  /^(?:The repository keeps|KBART's|records (?:is|are) absent from this full list, but)/.test(piece)

t.test('notes of runs are told in Chinese too, with what differs at its place', (t) => {
  t.equal(chineseOf('The source deleted 4 of 10 records.'), '来源删除了 10 条记录中的 4 条。')
  t.equal(chineseOf('1 of 5 records is absent from this full list.'), '此完整清单中缺少 5 条记录中的 1 条。')
  t.equal(
    chineseOf(
      'HARVEST_SHRINK: 1 of 2 records is absent from this full list. The run deleted nothing of that: a person decides. See: shulian runs show run_1; then accept or refuse it.',
    ),
    'HARVEST_SHRINK：此完整清单中缺少 2 条记录中的 1 条。运行时均未删除，由人工决定。请查看：shulian runs show run_1，然后决定执行删除（accept）或保留记录（refuse）。',
  )
  t.equal(
    chineseOf('"one.mrc" was taken for marc21: title field 245 (ISO 2709).'),
    '“one.mrc”按 marc21 读取：题名字段 245（ISO 2709）。',
    'also what stands within',
  )
  t.equal(chineseOf('What a stranger’s adapter notes.'), 'What a stranger’s adapter notes.')
  t.equal(
    chineseOf('The source deleted 4 of 10 records. Or so.'),
    'The source deleted 4 of 10 records. Or so.',
  )
  t.end()
})

t.test('notes that are put together are known as they come', (t) => {
  const bytes = Buffer.from('<?xml version="1.0" encoding="GBK"?><a>\xc1\xaa\xcd\xa8</a>', 'latin1')
  const guess = guessFormat(
    Buffer.from('publication_title\tprint_identifier\tonline_identifier\n'),
    'kbart.txt',
  )
  for (const note of [
    noteOfRepository({ granularity: 'day', deletedRecord: 'no' }),
    noteOfRepository({ granularity: 'day', deletedRecord: 'transient' }),
    noteOfRepository({ granularity: 'day', earliest: '2026-02-01' }, '2026-01-01'),
    pageText(bytes).note,
    guess?.reason,
  ])
    t.match(chineseOf(note ?? ''), /\p{Script=Hani}/u, note)
  t.end()
})

t.test('what files were taken for is told in Chinese, whatever they are', (t) => {
  const folder = join(projectRoot(), 'standards', 'formats')
  const sources = readdirSync(folder)
    .filter((name) => /^detect(-\w+)?\.ts$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const reasons = sources.flatMap((source) =>
    [...source.matchAll(/reason: '([^']+)'/g)].map(([, one]) => one),
  )
  t.ok(reasons.length > 7)
  for (const reason of reasons) t.match(chineseOf(reason ?? ''), /\p{Script=Hani}/u, reason)
  t.equal(
    chineseOf(
      'a.txt, b.txt, c.txt and 4 more: taken as kbart, tab-separated table (header with publication_title). If that is wrong, say what it is: --format marc21|kbart.',
    ),
    'a.txt, b.txt, c.txt 等，另有 4 个：按 kbart（制表符分隔的表格） 读取（表头含 publication_title）。如有误，请指明：--format marc21|kbart。',
  )
  t.end()
})

t.test('every sentence that has its Chinese is one that runs note', (t) => {
  const root = projectRoot()
  const sources = ['adapters', 'gateway', 'plugins', 'standards']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
        join(folder, path),
      ),
    )
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.endsWith('run-notes.ts'))
  const all = sources.map((path) => readFileSync(join(root, path), 'utf8')).join('\n')
  for (const [sentence] of sentences)
    for (const piece of sentence.split(/\{\}|[:.;(] |\.$|"/)) {
      // Of a few words there may be a choice.
      if (piece.trim().split(' ').length > 3) t.ok(isWritten(all, piece.trim()), piece)
    }
  t.end()
})
