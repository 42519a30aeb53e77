import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Consortium } from './consortium.js'
import type { AdapterKind } from './contracts/adapter.js'
import type { Plugin } from './contracts/plugin.js'
import { databaseSetting } from './database/postgres/testing.js'
import { type Gateway, openGateway } from './gateway.js'
import type { PluginEntry } from './kernel.js'

/**
 * A whole gateway for tests: a temporary data folder (with a database on the server of `onPostgres`), the embedded engines, the plugins given, no network but
 * what `egressAllow` lets through (loopback by default, since the tests' servers live there).
 */
export const testKernel = async (parts: {
  /** In order; with options or grants where a test needs them. */
  plugins: (Plugin | PluginEntry)[]
  adapters?: AdapterKind[]
  consortium?: Consortium
  egressAllow?: string[]
  dataDir?: string
  /** Brings the jobs; else the database is the queue. */
  redisUrl?: string
  now?: () => Date
}): Promise<TestKernel> => {
  const dataDir = parts.dataDir ?? mkdtempSync(join(tmpdir(), 'shulian-test-'))
  const databaseUrl = await databaseSetting(dataDir)
  const gateway = await openGateway({
    config: {
      host: '127.0.0.1',
      port: 0,
      dataDir,
      ...(databaseUrl !== undefined && { databaseUrl }),
      ...(parts.redisUrl !== undefined && { redisUrl: parts.redisUrl }),
      egressAllow: parts.egressAllow ?? ['127.0.0.0/8', '[::1]'],
      logLevel: 'silent',
      language: 'en',
      consortium: parts.consortium ?? { name: 'Test consortium', nameZh: '测试联盟' },
    },
    plugins: () => parts.plugins.map((one) => (isEntry(one) ? one : { plugin: one })),
    adapterKinds: parts.adapters ?? [],
    now: parts.now ?? (() => new Date()),
  })
  const app = await gateway.buildApp()
  gateway.jobs.start()
  return {
    gateway,
    app,
    services: gateway.services,
    operator: gateway.operatorToken,
    close: async () => {
      await app.close()
      await gateway.close()
      if (parts.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const isEntry = (one: Plugin | PluginEntry): one is PluginEntry => 'plugin' in one

export interface TestKernel {
  gateway: Gateway
  app: FastifyInstance
  services: Gateway['services']
  /** Bearer token of the operator. */
  operator: string
  close(): Promise<void>
}
