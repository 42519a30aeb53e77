import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { projectRoot } from '../../gateway/root.js'
import { changeOf } from './changes.js'
import { pageText } from './page-text.js'
import { parsePage } from './parse.js'

const corpus = join(projectRoot(), '..', 'shared', 'corpus', 'oai-pmh')

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesIn(path)
    return /\.xml$/.test(entry.name) && !/ListFriends/.test(entry.name) ? [path] : []
  })

t.test(
  'real pages are read whole',
  { skip: existsSync(corpus) ? false : 'the corpus is not beside the project' },
  async (t) => {
    for (const file of filesIn(corpus)) {
      const { text } = pageText(readFileSync(file))
      const page = await parsePage(text)
      if (text.includes('<ListIdentifiers')) continue
      const headers = text.match(/<(?:\w+:)?header(?:\s[^>]*)?>\s*<(?:\w+:)?identifier/g)?.length ?? 0
      t.equal(page.records.length, headers, `every record of ${file.slice(corpus.length + 1)}`)
      t.ok(page.records.map((record) => changeOf(record, 'marc21')).length >= 0)
    }
  },
)

t.test(
  'the page of mismatched tags gives its sound records',
  { skip: existsSync(corpus) ? false : 'the corpus is not beside the project' },
  async (t) => {
    const page = await parsePage(readFileSync(join(corpus, 'mod-reservoir', 'oai-response-5.xml'), 'utf8'))
    t.equal(page.isSalvaged, true)
    const told = page.records.map((record) => changeOf(record, 'marc21').op)
    t.same(told, ['delete', 'put', 'delete'], 'the header that lost its record element is heard too')
  },
)
