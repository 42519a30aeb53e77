import t from 'tap'
import { createPlugins } from '../../plugins/index.js'
import { testKernel } from '../testing.js'
import { pluginSuite } from './plugin-testing.js'

const plugins = createPlugins({
  standards: { suites: [], verify: () => Promise.reject(new Error('no certificates here')) },
}).map(({ plugin }) => plugin)

for (const [index, plugin] of plugins.entries()) {
  t.test(`plugin ${plugin.name}`, async (t) => pluginSuite(t, plugin, plugins.slice(0, index)))
}

t.test(
  'all of them start together on an empty folder, with every route saying who may call it',
  async (t) => {
    const kernel = await testKernel({ plugins })
    t.teardown(kernel.close)
    await kernel.app.ready()
    t.equal((await kernel.app.inject({ url: '/healthz' })).statusCode, 200)
  },
)
