import t from 'tap'
import { codeOf } from '../../gateway/contracts/errors.js'
import { connectOaiPmh } from './index.js'
import { call, dublinCore, pagesOf, scripted } from './testing.js'

const page = (records: string, token: string, at = '2026-03-01T10:00:00Z'): string =>
  `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>${at}</responseDate><request/><ListRecords>${records}` +
  `<resumptionToken>${token}</resumptionToken></ListRecords></OAI-PMH>`
const record = (id: string): string =>
  `<record><header><identifier>oai:x:${id}</identifier><datestamp>2020-01-01</datestamp></header><metadata>${dublinCore(id)}</metadata></record>`
const identify = '<OAI-PMH><Identify><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify></OAI-PMH>'
const walked = (answers: (string | Uint8Array)[], settings = {}) =>
  pagesOf(
    connectOaiPmh(
      { url: 'http://x.example/oai', metadataPrefix: 'oai_dc', ...settings },
      scripted(answers),
      async () => undefined,
    ).harvest?.(null, call()) as never,
  )

t.test(
  'resumption loop, endless list: the same page under ever new tokens is a loop, be its time another',
  async (t) => {
    const twice = [page(record('1'), 'a'), page(record('1'), 'b', '2026-03-01T10:00:09Z')]
    await t.rejects(walked([identify, ...twice]), { code: 'HARVEST_LOOP' })
  },
)

t.test(
  'resumption loop, endless list: unique tokens for ever stop at the cap, and at too many empty pages',
  async (t) => {
    const endless = Array.from({ length: 120 }, (_, i) => page(record(`${i}`), `t${i}`))
    await t.rejects(walked([identify, ...endless], { pageCap: 5 }), { code: 'HARVEST_LOOP' })
    const empty = Array.from({ length: 120 }, (_, i) => page('', `t${i}`))
    await t.rejects(walked([identify, ...empty]), { code: 'HARVEST_LOOP' })
  },
)

t.test('without a responseDate the window stays where it was', async (t) => {
  const undated = page(record('1'), '').replace(/<responseDate>.*<\/responseDate>/, '')
  const pages = await walked([identify, undated], { from: '2019-01-01' })
  t.match(pages[0]?.resume, { from: '2019-01-01' })
  t.match(pages[0]?.notes, [/responseDate/])
})

t.test('fewer records than were promised are told', async (t) => {
  const short = page(record('1'), '').replace('<resumptionToken>', '<resumptionToken completeListSize="9">')
  t.match((await walked([identify, short]))[0]?.notes, ['The member said 9 records and sent 1.'])
  const one = page(record('1') + record('2'), '').replace(
    '<resumptionToken>',
    '<resumptionToken completeListSize="1">',
  )
  t.match((await walked([identify, one]))[0]?.notes, ['The member said 1 record and sent 2.'])
})

t.test('a page that breaks off is never taken for the last one', async (t) => {
  const cut = page(record('1') + record('2'), 'more').slice(0, 400)
  await t.rejects(walked([identify, ...Array(6).fill(cut)]), { code: 'UPSTREAM_INVALID' })
})

t.test('something that is no OAI-PMH is said to be none', async (t) => {
  const error = await walked(Array(3).fill('<html><body>Welcome</body></html>')).catch((cause) => cause)
  t.equal(codeOf(error), 'UPSTREAM_INVALID')
})
