import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { adapters } from '../../../adapters/index.js'
import { suites, verifyCertificate } from '../../../conformance/index.js'
import { describing, describingAlone } from '../../../plugins/catalogue/describe-ahead.js'
import { createPlugins } from '../../../plugins/index.js'
import { readConfig } from '../../config.js'
import type { Kernel, Plugin, Task, Threads } from '../../contracts/index.js'
import { type Gateway, openGateway } from '../../gateway.js'

/** A gateway in an empty data folder, which is gone when the work is done. */
export const opened = async <T>(isMatching: boolean, work: (gateway: Gateway) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-bench-'))
  const gateway = await openGateway({
    config: readConfig({
      SHULIAN_DATA_DIR: join(folder, 'data'),
      SHULIAN_PORT: '0',
      SHULIAN_LOG_LEVEL: 'silent',
    }),
    adapterKinds: adapters,
    plugins: ({ jwks }) =>
      createPlugins({
        standards: {
          suites,
          verify: (certificate, { now }) => verifyCertificate(certificate, jwks, { now }),
        },
      }).map((entry) => (isMatching ? entry : { ...entry, plugin: withoutMatching(entry.plugin) })),
    now: () => new Date(),
  })
  try {
    return await work(gateway)
  } finally {
    await gateway.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Records are described, and nothing is said of what they could be matched by: each is a work of its own. */
const withoutMatching = (plugin: Plugin): Plugin => ({
  ...plugin,
  setup: (kernel: Kernel, options: unknown) =>
    plugin.setup({ ...kernel, threads: describedAlone(kernel.threads) }, options),
})

const describedAlone = (threads: Threads): Threads => ({
  begin: (task, input) =>
    threads.begin(
      task.name === describing.name ? (describingAlone as unknown as Task<never, never>) : task,
      input as never,
    ),
})
