import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { testKernel } from '../../gateway/testing.js'
import { catalogue } from '../catalogue/index.js'
import { marc, put, type Script, scripted, sink } from '../catalogue/testing.js'
import { members } from '../members/index.js'
import { pages } from '../pages/index.js'
import { smallTargets, violations } from '../pages/testing/accessibility.js'
import { missingBrowser, openBrowser } from '../pages/testing/browser.js'
import { quality } from '../quality/index.js'
import { librarianConsole } from './index.js'

const skip = missingBrowser()
t.setTimeout(300_000)

/** A gateway with a member whose source has good, doubtful and broken records, and a browser on its console. */
const openConsole = async (
  t: Test,
  { isEmpty = false, script = { pages: [], asked: [] } }: { isEmpty?: boolean; script?: Script } = {},
) => {
  const kernel = await testKernel({
    plugins: [members, catalogue, quality, sink, pages, librarianConsole],
    adapters: [scripted(script)],
    consortium: { name: 'Sample <consortium>', nameZh: '示范联盟' },
  })
  const { services, app, operator, gateway } = kernel
  await services.members.add({ id: 'city', name: 'City Library', nameZh: '市图书馆', type: 'library' })
  await services.members.addSource({ member: 'city', name: 'main', adapter: 'scripted', options: {} })
  const { signal } = new AbortController()
  if (!isEmpty) {
    const good = put({ id: '1', title: 'Kept', isbn: '978-7-02-000220-0' })
    await services.catalogue.push('city/main', [good, put({ id: '2', author: 'Cao' }), put({ id: '3' })], {
      signal,
    })
    await gateway.jobs.caughtUp('run.ended')
  }
  const base = await app.listen({ port: 0, host: '127.0.0.1' })
  t.teardown(kernel.close)
  const page = await openBrowser(t, base)
  return { base, page, operator, services }
}

const settled = async (tab: Page, address: string): Promise<void> => {
  await tab.goto('about:blank')
  await tab.goto(address)
  await tab.locator('#title').waitFor()
}

const signIn = async (tab: Page, token: string): Promise<void> => {
  await tab.getByText('Operator: sign in').first().click()
  await tab.getByLabel('Operator’s token').fill(token)
  await tab.getByRole('button', { name: 'Operator: sign in' }).click()
  await tab.getByRole('button', { name: 'Sign out' }).waitFor()
}

const english = { locale: 'en-GB' }

t.test('sources lead to their runs, their quality, and what was set aside', { skip }, async (t) => {
  const { base, page } = await openConsole(t)
  const tab = await page(english)
  await settled(tab, `${base}/console`)
  t.match(await tab.title(), 'Sources · Sample <consortium>')
  t.match(await tab.locator('.card').innerText(), /finished push · Last run/, 'what it was that ended so')
  await tab.getByRole('link', { name: '2 set aside' }).click()
  await tab.getByRole('heading', { name: 'Set aside: city/main' }).waitFor()
  t.match(await tab.locator('.links').last().innerText(), /^All of it:/, 'what the last buttons are for')
  t.match(
    await tab.locator('.card').first().innerText(),
    /2\s*The record has no title.*To mend it: Add the title/s,
  )
  await tab.getByRole('link', { name: 'Sources', exact: true }).click()
  await tab.getByRole('link', { name: /^Last run/ }).click()
  await tab.getByRole('heading', { name: 'city/main: push' }).waitFor()
  t.match(await tab.locator('.counts').innerText(), /3\s+read\s+1\s+accepted/)
  await tab.getByRole('link', { name: 'RECORD_TITLE_MISSING' }).click()
  await tab.getByRole('heading', { name: 'Set aside: RECORD_TITLE_MISSING' }).waitFor()
})

t.test('a run is followed while it goes on, with a way to stop it', { skip }, async (t) => {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  t.teardown(() => release())
  const pages = ['a', 'b', 'c'].map((id) => [put({ id, title: `Book ${id}` })])
  const before = (at: number) => (at === 2 ? held : undefined)
  const { base, page, services, operator } = await openConsole(t, {
    isEmpty: true,
    script: { pages, asked: [], before },
  })
  const harvest = services.catalogue.harvest('city/main', { signal: new AbortController().signal })
  const tab = await page(english)
  await settled(tab, `${base}/console#/runs`)
  await tab.getByRole('link', { name: 'city/main · harvest' }).click()
  await tab.getByRole('progressbar').waitFor()
  // The page before the one that is waited for may still be in the making.
  await tab.locator('.counts', { hasText: /[12] read/ }).waitFor()
  await signIn(tab, operator)
  await tab.getByRole('button', { name: 'Stop this run' }).waitFor()
  release()
  await harvest
  await tab.locator('.counts', { hasText: '3 read' }).waitFor()
  await tab.locator('.state.finished').waitFor()
  t.equal(await tab.getByRole('progressbar').count(), 0)
})

t.test('why a run failed is told in the language of the page', { skip }, async (t) => {
  const { base, page, services } = await openConsole(t, { isEmpty: true })
  await services.catalogue.push('city/main', [put({ id: '1' })], { signal: new AbortController().signal })
  const tab = await page({ locale: 'zh-CN' })
  await settled(tab, `${base}/console#/runs`)
  t.match(await tab.locator('.card .wrong').innerText(), /没有一条记录被接收/)
})

t.test(
  'the quality report names what is most useful to mend, with its records as a table',
  { skip },
  async (t) => {
    const { base, page } = await openConsole(t)
    const tab = await page(english)
    await settled(tab, `${base}/console#/quality/${encodeURIComponent('city/main')}`)
    const first = tab.locator('#view section.mend .card').first()
    t.match(await first.innerText(), /^2\s+The record has no title/)
    const json = await tab.getByRole('link', { name: 'JSON' }).getAttribute('href')
    t.match(await (await fetch(`${base}${json}`)).json(), { state: 'ready', report: { source: 'city/main' } })
    const isbn = tab.locator('.card', { hasText: 'An ISBN is wrong' })
    t.match(await isbn.innerText(), /978-7-02-000220-0/)
    const href = await isbn.getByRole('link', { name: 'All of them' }).getAttribute('href')
    t.match(await (await fetch(`${base}${href}`)).text(), /\n1,r_/)
  },
)

t.test(
  'the operator signs in for this tab alone, sees the place in the bytes, and mends a record',
  { skip },
  async (t) => {
    const { base, page, operator, services } = await openConsole(t)
    const tab = await page(english)
    await settled(tab, `${base}/console#/entry/1`)
    await tab.getByText('the operator’s token is needed').waitFor()
    await tab.getByText('Operator: sign in').first().click()
    await tab.getByLabel('Operator’s token').fill('wrong')
    await tab.getByRole('button', { name: 'Operator: sign in' }).click()
    await tab.getByText('This token is not taken').waitFor()
    await tab.reload()
    await signIn(tab, operator)
    await tab.getByRole('heading', { name: 'Bytes' }).waitFor()
    t.match(await tab.locator('.hex').innerText(), /30 30 3/)
    t.match(await tab.locator('.marc').innerText(), /100 1# \$a Cao/)
    t.equal(await tab.evaluate('localStorage.length + document.cookie.length'), 0)
    t.notMatch(tab.url(), operator.slice(0, 20))
    await tab.getByRole('button', { name: 'Send in its place' }).click()
    await tab.getByText('Choose a file with the mended record first.').waitFor()
    await tab.getByLabel('Mended record').setInputFiles({
      name: 'mended.mrc',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(marc({ id: '2', author: 'Cao', title: 'Mended' })),
    })
    await tab.getByRole('button', { name: 'Send in its place' }).click()
    await tab.getByText('resolved', { exact: true }).waitFor()
    t.match(await services.catalogue.counts(), { records: 2, quarantined: 1 })
  },
)

t.test(
  'a token that is no longer taken signs out, and keeps nobody from what is open',
  { skip },
  async (t) => {
    const { base, page } = await openConsole(t)
    for (const [locale, why, signIn, again] of [
      ['en-GB', 'you were signed out', 'Operator: sign in', 'Try again'],
      ['zh-CN', '令牌已失效，您已退出', '管理员登录', '重试'],
    ] as const) {
      const tab = await page({ locale })
      await tab.addInitScript(
        `if (location.protocol !== 'about:' && !window.name) { window.name = 'was'; sessionStorage.setItem('shulian.operator', 'of.an.earlierkey') }`,
      )
      await settled(tab, `${base}/console`)
      await tab.getByText(why).waitFor()
      await tab.getByText(signIn).first().waitFor()
      await tab.getByRole('button', { name: again }).click()
      await tab.locator('.card').first().waitFor()
    }
  },
)

t.test('a group is exported as a file and read again', { skip }, async (t) => {
  const { base, page, operator } = await openConsole(t)
  const tab = await page(english)
  await settled(tab, `${base}/console#/quarantine`)
  await signIn(tab, operator)
  const coming = tab.waitForEvent('download')
  await tab.locator('.card').getByRole('button', { name: 'Export as a file' }).click()
  const download = await coming
  t.equal(download.suggestedFilename(), 'set-aside.mrc')
  const focused = () => tab.evaluate(() => document.activeElement?.textContent)
  t.equal(await focused(), 'Export as a file', 'the keyboard stays where it was')
  await tab.locator('.card').getByRole('button', { name: 'Read them again' }).press('Enter')
  await tab.getByText('0 came in, still set aside: 2').waitFor()
  await tab.locator('.card button:focus').waitFor()
  t.equal(await focused(), 'Read them again', 'also where all was drawn anew')
  await tab.getByRole('link', { name: 'Runs', exact: true }).click()
  await tab.getByRole('heading', { name: 'Runs' }).waitFor()
  t.equal(await tab.locator('#said').innerText(), '', 'words about an act do not follow to another place')
})

t.test('what came in several carriers is exported as a file of each', { skip }, async (t) => {
  const { base, page, operator, services } = await openConsole(t)
  const field = '<leader>00000nam a2200000 a 4500</leader><controlfield tag="001">x</controlfield>'
  const bytes = Buffer.from(`<record xmlns="http://www.loc.gov/MARC21/slim">${field}</record>`)
  const untitled = { kind: 'bib', op: 'put', format: 'marc21', bytes } as const
  await services.catalogue.push('city/main', [untitled], { signal: new AbortController().signal })
  const tab = await page(english)
  await settled(tab, `${base}/console#/quarantine`)
  await signIn(tab, operator)
  const names: string[] = []
  tab.on('download', (download) => names.push(download.suggestedFilename()))
  await tab
    .locator('.links', { hasText: 'All of it:' })
    .getByRole('button', { name: 'Export as a file' })
    .click()
  while (names.length < 2) await tab.waitForEvent('download')
  t.same(names.sort(), ['set-aside.mrc', 'set-aside.xml'])
})

t.test(
  'deletions over the brake wait for the operator’s word, and can be taken back',
  { skip },
  async (t) => {
    const { base, page, operator, services } = await openConsole(t, { isEmpty: true })
    const { signal } = new AbortController()
    const ids = Array.from({ length: 40 }, (_, at) => `k${at}`)
    await services.catalogue.push(
      'city/main',
      ids.map((id) => put({ id, title: `Book ${id}` })),
      { signal },
    )
    const told = ids.slice(0, 24).map((sourceId) => ({ op: 'delete' as const, sourceId }))
    const { run } = await services.catalogue.push('city/main', told, { signal })
    t.match(await services.catalogue.counts(), { records: 40 })
    const tab = await page(english)
    await settled(tab, `${base}/console#/runs`)
    t.match(await tab.locator('.counts').first().innerText(), /^24\s+read\s+24\s+not deleted$/)
    await tab.getByRole('link', { name: 'Deletions that wait for a person' }).click()
    await tab.locator('.card').first().getByRole('link').first().click()
    await tab.getByText('the operator’s token is needed').waitFor()
    await signIn(tab, operator)
    await tab.getByText('k0 · Book k0').waitFor()
    await tab.getByText('and 4 more').waitFor()
    await tab.getByRole('button', { name: 'Delete them' }).press('Enter')
    await tab.getByText('24 records were deleted.').waitFor()
    t.match(await services.catalogue.counts(), { records: 16 })
    await tab.locator('#title:focus').waitFor()
    await tab.getByRole('button', { name: /^Take its deletions back/ }).click()
    await tab.getByText('24 records are back.').waitFor()
    t.match(await services.catalogue.counts(), { records: 40 })
    const chinese = await page({ locale: 'zh-CN' })
    await settled(chinese, `${base}/console#/run/${run}`)
    const shown = await chinese.locator('#view').innerText()
    t.match(shown, /HARVEST_SHRINK：来源要求删除 40 条记录中的 24 条/)
    t.match(shown, /24\s+未删除/)
    t.match(shown, /24 条已撤销/)
  },
)

t.test('where there is nothing that is said, and what fails says so too', { skip }, async (t) => {
  const { base, page } = await openConsole(t, { isEmpty: true })
  const tab = await page(english)
  for (const [place, words] of [
    ['', 'Nothing has been read from it yet.'],
    ['#/runs', 'There were no runs.'],
    ['#/quarantine', 'Nothing is set aside.'],
    ['#/quality/city%2Fmain', 'There is no report yet'],
  ] as const) {
    await settled(tab, `${base}/console${place}`)
    await tab.getByText(words).waitFor()
  }
  for (const [place, title] of [
    ['#/quality', 'Sources'],
    ['#/run', 'Runs'],
    ['#/entry/', 'Set aside'],
  ] as const) {
    await settled(tab, `${base}/console${place}`)
    t.equal(await tab.locator('h1').innerText(), title, 'an address that was cut leads to where one chooses')
  }
  await settled(tab, `${base}/console#/quality/nobody%2Fmain`)
  await tab.getByRole('alert').getByText('nobody').waitFor()
  t.equal(await tab.locator('h1').innerText(), 'This cannot be shown')
  t.match(await tab.title(), 'This cannot be shown')
})

const fixedPlaces = [
  '',
  '#/runs',
  '#/quarantine',
  '#/quarantine?code=RECORD_TITLE_MISSING',
  '#/entry/1',
  '#/quality/city%2Fmain',
]

t.test(
  'axe finds nothing, in light and dark, in both languages; a phone scrolls one way',
  { skip },
  async (t) => {
    const { base, page, operator, services } = await openConsole(t)
    const [last] = await services.catalogue.runs({ limit: 1 })
    const places = [...fixedPlaces, `#/run/${last?.run}`]
    for (const locale of ['zh-CN', 'en-GB']) {
      // Axe itself inserts markup, which the page’s own policy forbids.
      const tab = await page({ locale, bypassCSP: true })
      // A blank tab has no storage.
      await tab.addInitScript(
        `if (location.protocol !== 'about:') sessionStorage.setItem('shulian.operator', '${operator}')`,
      )
      for (const place of places) {
        await settled(tab, `${base}/console${place}`)
        for (const colorScheme of ['light', 'dark'] as const) {
          await tab.emulateMedia({ colorScheme })
          t.same(await violations(tab), [], `${locale} ${colorScheme} ${place}`)
        }
      }
      await tab.setViewportSize({ width: 360, height: 740 })
      for (const place of places) {
        await settled(tab, `${base}/console${place}`)
        t.ok(
          await tab.evaluate('document.documentElement.scrollWidth <= innerWidth'),
          `${locale} ${place} fits`,
        )
        t.same(await smallTargets(tab), [], `${locale} ${place} has no small target`)
      }
      await tab.context().close()
    }
  },
)

t.test('both languages have the same words', async (t) => {
  const [zh, en] = await Promise.all(
    ['zh', 'en'].map(
      async (language) => (await import(`./assets/strings-${language}.js`)).default as Record<string, object>,
    ),
  )
  t.same(Object.keys(en ?? {}), Object.keys(zh ?? {}))
  for (const list of Object.keys(zh ?? {}))
    t.same(Object.keys(en?.[list] ?? {}).sort(), Object.keys(zh?.[list] ?? {}).sort(), list)
})
