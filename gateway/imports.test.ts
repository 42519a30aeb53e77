import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { projectRoot } from './root.js'

const root = projectRoot()

const cruise = () => {
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      'gateway',
      'plugins',
      'adapters',
      'standards',
      'conformance',
      '--output-type',
      'json',
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  )
  const { summary } = JSON.parse(stdout) as {
    summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] }
  }
  return summary
}

t.test('imports go only in the directions the architecture allows', async (t) => {
  const { totalCruised, violations } = cruise()
  t.ok(totalCruised > 150, `${totalCruised} modules were read; none would mean that nothing was checked`)
  t.same(
    violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`),
    [],
  )
})

t.test(
  'a plugin that imports another plugin or the kernel, and a circle of types alone, are caught',
  async (t) => {
    const folder = join(root, 'plugins/zz-trespasser')
    // .mts: not among the sources whose change makes a new build
    const write = (name: string, lines: string[]) =>
      writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
    mkdirSync(folder)
    t.teardown(() => rmSync(folder, { recursive: true }))
    write('index.mts', [
      "export { members } from '../members/index.js'",
      "export { projectRoot } from '../../gateway/root.js'",
    ])
    write('one.mts', ["import type { B } from './two.mts'", 'export interface A { b?: B }'])
    write('two.mts', ["import type { A } from './one.mts'", 'export interface B { a?: A }'])
    const { violations } = cruise()
    t.same([...new Set(violations.map(({ rule }) => rule.name))].sort(), [
      'no-circles',
      'plugins-know-contracts',
      'plugins-know-no-sibling',
    ])
  },
)
