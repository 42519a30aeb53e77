import t from 'tap'
import type { EventRow } from './tables.js'
import { tagsOf } from './tags.js'
import { weigh } from './weights.js'

const now = new Date('2026-03-02T08:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
const event = (type: string, at = now.toISOString(), recordId = 'r_1'): EventRow => ({
  id: `e-${type}-${at}`,
  subject: 'u_1',
  at,
  receivedAt: at,
  type,
  member: null,
  purpose: 'personalisation',
  consentVersion: '1',
  recordId,
  workId: null,
  json: '{}',
  expiresAt: at,
})
const poems = () => [{ kind: 'subject' as const, value: '唐诗' }]

t.test('a weight is the sum of its evidence, and each piece halves in 90 days', (t) => {
  const [weight] = weigh([event('save'), event('view', daysAgo(90)), event('view', daysAgo(180))], poems, now)
  t.equal(weight?.weight, 4.75)
  t.same(
    weight?.evidence.map(({ contribution }) => contribution),
    [4, 0.5, 0.25],
  )
  t.equal(
    weight?.evidence.reduce((sum, { contribution }) => sum + contribution, 0),
    weight?.weight,
  )
  t.end()
})

t.test('the order in which events came does not matter', (t) => {
  const events = [event('save'), event('view', daysAgo(10)), event('dismiss', daysAgo(20))]
  t.same(weigh(events.toReversed(), poems, now), weigh(events, poems, now))
  t.end()
})

t.test('each piece of evidence names its event, time, purpose and record', (t) => {
  const [weight] = weigh([event('view')], poems, now)
  t.same(weight?.evidence, [
    {
      event: 'e-view-2026-03-02T08:00:00.000Z',
      at: '2026-03-02T08:00:00.000Z',
      type: 'view',
      purpose: 'personalisation',
      record: 'r_1',
      contribution: 1,
    },
  ])
  t.equal(weight?.reason, 'The subject ‘唐诗’ stands in a record that you viewed, last on 2026-03-02.')
  t.equal(weight?.reasonZh, '您浏览过的 1 条记录带有主题“唐诗”，最近一次在 2026-03-02。')
  t.end()
})

t.test('a dismissal speaks against', (t) => {
  t.equal(weigh([event('dismiss'), event('view')], poems, now)[0]?.weight, -2)
  t.end()
})

t.test('an event of the near future counts as one of now', (t) => {
  t.equal(weigh([event('view', daysAgo(-0.003))], poems, now)[0]?.weight, 1)
  t.end()
})

t.test('a search tells nothing of a record', (t) => {
  t.same(weigh([event('search')], poems, now), [])
  t.end()
})

t.test(
  'classes are those of 中图法 up to the point, languages those of the text, names the headings',
  (t) => {
    const tags = tagsOf({
      subjects: [
        { value: '机器学习', kind: 'topic' },
        { value: '机器学习', kind: 'keyword' },
      ],
      classes: [
        { scheme: 'clc', value: 'TP391.1/23' },
        { scheme: 'clc', value: 'I222=42' },
        { scheme: 'ddc', value: '006.3' },
      ],
      languages: [
        { code: 'chi', role: 'text' },
        { code: 'eng', role: 'original' },
      ],
      agents: [
        {
          names: [
            { value: '周志华', kind: 'original' },
            { value: 'Zhou Zhihua', kind: 'pinyin' },
          ],
          type: 'person',
          role: 'aut',
          main: true,
        },
      ],
    })
    t.same(
      tags.map(({ kind, value }) => `${kind} ${value}`),
      ['subject 机器学习', 'class TP391', 'class I222', 'language chi', 'agent 周志华'],
    )
    t.end()
  },
)
