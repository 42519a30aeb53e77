import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { remedies } from './index.js'

const root = join(import.meta.dirname, '..', '..', '..')

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/[.]test[.]ts$|testing|remedies/.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))

/**
 * Codes of findings, as they stand in the source: in capitals with an underline, and not those of errors that end a
 * call (`new ShulianError('…'`, `super('…'`) or of Node.
 */
const codesIn = (texts: string[]): string[] => {
  const codes = texts.flatMap((text) =>
    [...text.matchAll(/(ShulianError\(\s*|super\(\s*|\.code === )?'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g)]
      .filter(([, error]) => error === undefined)
      .map(([, , code]) => code as string),
  )
  return [...new Set(codes)].filter((code) => !code.startsWith('ERR_')).sort()
}

const raised = (): string[] => [
  ...new Set([
    ...codesIn(sources('standards')),
    ...codesIn(sources('adapters').map((text) => [...text.matchAll(/code: '[A-Z_0-9]+'/g)].join(' '))),
    ...codesIn([readFileSync(join(root, 'plugins/catalogue/describe.ts'), 'utf8')]),
    ...codesIn(sources('plugins/quality')),
  ]),
]

t.test('every code that a record can be set aside or warned with says how to mend it', async (t) => {
  const codes = raised()
  t.ok(codes.length > 50, `${codes.length} codes found in the source`)
  t.same(
    codes.filter((code) => !(code in remedies)),
    [],
  )
})

t.test('no remedy speaks of a code that nobody raises', async (t) => {
  const codes = new Set(raised())
  t.same(
    Object.keys(remedies).filter((code) => !codes.has(code)),
    [],
  )
})

t.test('each is said in two languages, and weighs from 1 to 10', async (t) => {
  for (const [code, { title, explanation, mend, weight }] of Object.entries(remedies)) {
    for (const { en, zh } of [title, explanation, mend]) {
      t.ok(/[a-z]/.test(en) && !/^\p{Script=Han}/u.test(en), `${code}: ${en}`)
      t.match(zh, /\p{Script=Han}/u, code)
    }
    t.ok(weight >= 1 && weight <= 10, code)
  }
})
