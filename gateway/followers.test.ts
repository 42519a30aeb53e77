import t from 'tap'
import { Type } from 'typebox'
import type { Plugin, PluginJob } from './contracts/plugin.js'
import { testKernel } from './testing.js'

const plugin = (
  name: string,
  job: PluginJob,
  tell?: (append: (payload: unknown) => Promise<void>) => void,
): Plugin => ({
  name,
  place: { stage: 'during', dimension: 'data' },
  options: Type.Object({}, { additionalProperties: false }),
  setup: ({ database, outbox }) => {
    tell?.(async (payload) => {
      await database
        .transaction()
        .execute((transaction) => outbox.append(transaction, 'thing.changed', payload))
    })
    return { jobs: [job] }
  },
})

t.test('whoever follows a topic is told with it, and may fail without holding up the others', async (t) => {
  const heard: string[] = []
  const note =
    (name: string) =>
    async ({ payload }: { payload: unknown }) => {
      heard.push(`${name} ${payload}`)
      if (name === 'failing') throw new Error('not today')
    }
  let append: (payload: unknown) => Promise<void> = async () => undefined
  const { gateway, close } = await testKernel({
    plugins: [
      plugin('teller', { topic: 'thing.changed', handler: note('teller') }, (found) => {
        append = found
      }),
      plugin('first', { topic: 'first.things', follows: 'thing.changed', handler: note('first') }),
      plugin('failing', {
        topic: 'failing.things',
        follows: 'thing.changed',
        handler: note('failing'),
        options: { attempts: 1 },
      }),
    ],
  })
  t.teardown(close)
  await append(7)
  for (const topic of ['thing.changed', 'first.things', 'failing.things']) await gateway.jobs.caughtUp(topic)
  t.same(heard.sort(), ['failing 7', 'first 7', 'teller 7'])
  t.same(await gateway.jobs.counts('first.things'), { waiting: 0, running: 0, dead: 0 })
  t.same(await gateway.jobs.counts('failing.things'), { waiting: 0, running: 0, dead: 1 })
})
