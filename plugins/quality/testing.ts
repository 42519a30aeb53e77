import { testKernel } from '../../gateway/testing.js'
import type { Change } from '../../standards/record/change.js'
import { catalogue } from '../catalogue/index.js'
import { scripted, sink } from '../catalogue/testing.js'
import { members } from '../members/index.js'
import { quality } from './index.js'

/** A gateway with a member city and its source main, and the quality of what is pushed to it. */
export const openQuality = async (
  t: { teardown(end: () => Promise<void>): void },
  { share = 'members', dataDir }: { share?: 'members' | 'none'; dataDir?: string } = {},
) => {
  const kernel = await testKernel({
    plugins: [members, catalogue, quality, sink],
    adapters: [scripted({ pages: [], asked: [] })],
    ...(dataDir !== undefined && { dataDir }),
  })
  t.teardown(kernel.close)
  const { services, app, gateway, operator } = kernel
  if ((await services.members.list()).length === 0)
    await services.members.add({ id: 'city', name: 'City', type: 'library' })
  await services.members.saveSource({ member: 'city', name: 'main', adapter: 'scripted', options: {}, share })
  const { signal } = new AbortController()
  const get = async (url: string) => (await app.inject(url)).json()
  return {
    ...kernel,
    database: gateway.database.kysely,
    push: (changes: Change[]) => services.catalogue.push('city/main', changes, { signal }),
    /** Once what the last run told is worked off. */
    report: async () => {
      await gateway.jobs.caughtUp('run.ended')
      return (await get('/v1/sources/city%2Fmain/quality')).report
    },
    get,
    asOperator: (url: string) => app.inject({ url, headers: { authorization: `Bearer ${operator}` } }),
  }
}
