import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { projectRoot } from './root.js'

const root = projectRoot()

/**
 * Where a pattern is put together while the product runs, and of what: always of words that stand in the source. A file
 * that is added here says the same of itself, or refuses unsafe patterns with `PATTERN_UNSAFE` (decision 0069).
 */
const putTogether: Record<string, string> = {
  'adapters/oai-pmh/salvage.ts': 'of the names of elements of OAI-PMH',
  'gateway/sample/oai/arguments.ts': 'of the characters that a token may have',
  'gateway/search-index/fts5/beside.ts': 'of the names of our tables',
  'plugins/search/find.ts': 'of the beginning of our cursors',
  'plugins/search/nothing-found.ts': 'of the names of scripts',
  'standards/crosswalks/date-forms.ts': 'of the names of months',
  'standards/crosswalks/second-opinion.ts': 'of the digits of a year that the crosswalk wrote',
  'standards/formats/xml-elements.ts': 'of the names of elements that a format has',
  'standards/formats/xml-next-record.ts': 'of the name of the element that holds a record',
  'standards/record/phrases.ts': 'of the commonest phrases of what is packed, which stand in the source',
  'standards/text/folded-pattern.ts': 'of words that the rules of matching know',
}

const folders = ['adapters', 'conformance', 'gateway', 'plugins', 'standards']
const isProduct = (path: string): boolean =>
  /\.(ts|js)$/.test(path) && !/\.test\.ts$|(^|\/)(bench|testing)\//.test(path)

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter(isProduct)

/** A constant of a module is made on loading, when nothing has come from outside yet. */
const isMadeLater = (line: string): boolean =>
  /\bRegExp\(/.test(line) && !/^(?:export )?const \w+ = new RegExp\(/.test(line)

t.test('patterns in adapter settings: none is ever made of what comes from outside', async (t) => {
  const files = folders.flatMap(sources)
  t.ok(files.length > 500, `${files.length} files were read; none would mean that nothing was checked`)
  const found = files.filter((path) => readFileSync(join(root, path), 'utf8').split('\n').some(isMadeLater))
  t.same(found.sort(), Object.keys(putTogether).sort())
})
