import type { Test } from 'tap'
import { Compile } from 'typebox/compile'
import type { Plugin } from '../contracts/plugin.js'

/** What every plugin keeps, whoever wrote it. `others` are those set up before it. */
export const pluginSuite = (t: Test, plugin: Plugin, others: readonly Plugin[]): void => {
  t.test('it has a name and a place on the service chain', async (t) => {
    t.match(plugin.name, /^[a-z][a-z0-9-]*$/)
    t.ok(['before', 'during', 'after'].includes(plugin.place.stage))
    t.ok(['operations', 'technology', 'data', 'users'].includes(plugin.place.dimension))
    t.notOk(
      others.some(({ name }) => name === plugin.name),
      'its name is its own',
    )
  })

  t.test('its settings are closed, and it can do without any', async (t) => {
    const check = Compile(plugin.options)
    t.ok(check.Check({}))
    t.notOk(check.Check({ unheardOf: true }))
  })

  t.test('it asks only for services of plugins before it', async (t) => {
    const offered = new Set(others.map(({ name }) => name as string))
    t.same(
      (plugin.requires ?? []).filter((name) => !offered.has(name)),
      [],
    )
  })

  t.test('its migrations bear its name, each once', async (t) => {
    const ids = (plugin.migrations ?? []).map(({ id }) => id)
    t.same(ids, [...new Set(ids)])
    t.same(
      ids.filter((id) => !id.startsWith(`${plugin.name}-`)),
      [],
    )
    const foreign = others.flatMap(({ migrations = [] }) => migrations.map(({ id }) => id))
    t.same(
      ids.filter((id) => foreign.includes(id)),
      [],
    )
  })
}
