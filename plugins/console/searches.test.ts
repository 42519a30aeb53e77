import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { testKernel } from '../../gateway/testing.js'
import { catalogue } from '../catalogue/index.js'
import { put, scripted } from '../catalogue/testing.js'
import { members } from '../members/index.js'
import { pages } from '../pages/index.js'
import { smallTargets, violations } from '../pages/testing/accessibility.js'
import { missingBrowser, openBrowser, texts } from '../pages/testing/browser.js'
import { search } from '../search/index.js'
import { librarianConsole } from './index.js'

const skip = missingBrowser()
t.setTimeout(300_000)

const pageLong = `汇编：${'与社会'.repeat(150)}`
const titles = ['电脑入门', '计算机入门', '计算机网络', 'Civil disobedience in a time of war', pageLong]

/** A library with a few books, a browser on its console, and readers who search. */
const openSearches = async (t: Test) => {
  const kernel = await testKernel({
    plugins: [members, catalogue, search, pages, librarianConsole],
    adapters: [scripted({ pages: [], asked: [] })],
    consortium: { name: 'Sample', nameZh: '示范联盟' },
  })
  const { services, app, operator, gateway } = kernel
  await services.members.add({ id: 'city', name: 'City Library', nameZh: '市图书馆', type: 'library' })
  await services.members.addSource({ member: 'city', name: 'main', adapter: 'scripted', options: {} })
  const records = titles.map((title, number) => put({ id: `${number}`, title }))
  await services.catalogue.push('city/main', records, { signal: new AbortController().signal })
  await gateway.jobs.caughtUp('work.changed')
  const base = await app.listen({ port: 0, host: '127.0.0.1' })
  t.teardown(kernel.close)
  const page = await openBrowser(t, base)
  /** So many readers, each at an address of their own. */
  const ask = async (readers: number, payload: object) => {
    for (let reader = 1; reader <= readers; reader++)
      await app.inject({
        method: 'POST',
        url: '/v1/search/outcomes',
        remoteAddress: `192.0.2.${reader}`,
        payload: { total: 1, outcome: 'opened', language: 'zh', ...payload },
      })
  }
  /** Signed in for its tab. */
  const open = async (place: string, options = {}): Promise<Page> => {
    const tab = await page({ locale: 'en-GB', ...options })
    await tab.addInitScript(
      `if (location.protocol !== 'about:') sessionStorage.setItem('shulian.operator', '${operator}')`,
    )
    await tab.goto(`${base}/console#/${place}`)
    await tab.locator('#title').waitFor()
    return tab
  }
  const find = async (q: string) =>
    (await services.search.search({ q, limit: 10 })).hits.map(({ title }) => title)
  return { base, page, app, operator, ask, open, find }
}

const asked = async (ask: (readers: number, payload: object) => Promise<void>) => {
  await ask(12, { q: '电子计算机', total: 0, outcome: 'abandoned' })
  await ask(11, { q: '电脑网络', total: 0, outcome: 'rephrased', to: '计算机网络' })
  await ask(10, { q: 'civil war' })
}

t.test('what finds nothing leads in one step to a synonym or a best bet', { skip }, async (t) => {
  const { ask, open } = await openSearches(t)
  await asked(ask)
  const tab = await open('searches')
  t.match(await tab.locator('.counts').innerText(), /33\s+searches\s+23\s+found nothing\s+69.7 %/)
  const nothing = tab.locator('section.nothingFound tbody tr')
  t.same(await texts(tab, 'section.nothingFound tbody th'), ['电子计算机', '电脑网络'])
  t.same(await texts(tab, 'section.rephrased tbody th'), ['电脑网络 → 计算机网络'])
  t.match(
    await tab.locator('section.groups tbody').innerText(),
    /Chinese page · Chinese characters\s+23\s+100 %/,
  )
  await nothing.first().getByRole('link', { name: 'Best bet: 电子计算机' }).click()
  await tab.locator('#bet-q').waitFor()
  t.equal(await tab.locator('#bet-q').inputValue(), '电子计算机')
  await tab.goBack()
  await tab.locator('section.rephrased').getByRole('link', { name: 'Make it a synonym: 电脑网络' }).click()
  await tab.locator('#synonym-to').waitFor()
  t.equal(await tab.locator('#synonym-from').inputValue(), '电脑网络')
  t.equal(await tab.locator('#synonym-to').inputValue(), '计算机网络')
})

t.test('period and script are in the address, and the figures are a file', { skip }, async (t) => {
  const { ask, open } = await openSearches(t)
  await asked(ask)
  const tab = await open('searches')
  await tab.getByLabel('Period').selectOption('13')
  await tab.waitForURL(/weeks=13/)
  await tab.getByLabel('Queries in').selectOption({ label: 'Latin letters' })
  await tab.waitForURL(/weeks=13&script=Latn/)
  await tab.waitForFunction(() => document.querySelectorAll('section.asked tbody tr').length === 1)
  t.same(await texts(tab, 'section.asked tbody th'), ['civil war'])
  t.match(await tab.locator('section.nothingFound').innerText(), 'None that enough have asked.')
  const coming = tab.waitForEvent('download')
  await tab.getByRole('button', { name: 'CSV' }).click()
  t.equal((await coming).suggestedFilename(), 'searches.csv')
})

t.test('where too few have asked that is said', { skip }, async (t) => {
  const { ask, open, base, page } = await openSearches(t)
  await ask(9, { q: '我的名字' })
  const tab = await open('searches')
  await tab.getByText('Nothing yet. A query stands here once 10 have asked it').waitFor()
  t.notMatch(await tab.locator('#view').innerText(), '我的名字')
  const other = await page({ locale: 'zh-CN' })
  for (const place of ['searches', 'rules']) {
    await other.goto(`${base}/console#/${place}`)
    await other.getByText('此处需要管理员令牌').waitFor()
  }
})

t.test('of a title as long as a page the effect shows the beginning', { skip }, async (t) => {
  const { open } = await openSearches(t)
  const tab = await open('rules')
  await tab.getByRole('link', { name: 'Add a synonym' }).click()
  await tab.getByLabel('When readers type').fill('社会')
  await tab.getByLabel('look also for').fill('社群')
  await tab.getByRole('button', { name: 'Show the effect' }).click()
  const hit = tab.locator('.after li')
  await hit.waitFor()
  t.match(await hit.innerText(), '汇编')
  const lines = await hit.evaluate(
    (one) => one.clientHeight / Number.parseFloat(getComputedStyle(one).lineHeight),
  )
  t.ok(lines < 8, `${lines} lines`)
})

t.test(
  'a synonym is applied once its effect was shown, and taken back in the same way',
  { skip },
  async (t) => {
    const { open, find } = await openSearches(t)
    const tab = await open('rules')
    await tab.getByText('There are no synonyms and no best bets.').waitFor()
    await tab.getByRole('link', { name: 'Add a synonym' }).click()
    await tab.getByLabel('When readers type').fill('电脑')
    await tab.getByLabel('look also for').fill('计算机')
    await tab.getByLabel('Show the effect in another query').fill('电脑入门')
    t.ok(await tab.locator('#rule-apply').isDisabled())
    await tab.getByRole('button', { name: 'Show the effect' }).click()
    await tab.locator('.sides').waitFor()
    t.equal(await tab.evaluate(`document.activeElement.id`), 'rule-effect', 'a screen reader is led there')
    t.match(await tab.locator('.before').innerText(), /Now 1 result\s+电脑入门/)
    t.match(
      await tab.locator('.after').innerText(),
      /Then 2 results\s+电脑入门 1985\s+计算机入门 1985 synonym of 电脑 new/,
    )
    t.same(await find('电脑入门'), ['电脑入门'], 'nothing is changed by looking')
    await tab.getByLabel('look also for').fill('计算')
    t.ok(await tab.locator('#rule-apply').isDisabled(), 'what was shown is of something else now')
    await tab.getByLabel('look also for').fill('计算机')
    await tab.getByRole('button', { name: 'Show the effect' }).click()
    await tab.locator('#rule-apply:enabled').click()
    await tab.locator('#said', { hasText: 'It stands from now on.' }).waitFor()
    t.match(await tab.locator('.card').innerText(), /电脑\s*→ also finds →\s*计算机\s+Number 1, by operator/)
    t.same(await find('电脑入门'), ['电脑入门', '计算机入门'])
    await tab.getByRole('button', { name: 'Take back …' }).click()
    await tab.locator('.after').waitFor()
    t.match(await tab.locator('.after').innerText(), /Then 1 result/)
    t.same((await find('电脑入门')).length, 2)
    await tab.getByRole('button', { name: 'Take it back now' }).click()
    await tab.locator('#said', { hasText: 'Taken back.' }).waitFor()
    t.same(await find('电脑入门'), ['电脑入门'])
    await tab.getByRole('link', { name: 'What was taken back' }).click()
    await tab.getByText('Taken back by operator').waitFor()
  },
)

t.test('a title a page long leaves room for the others to choose from', { skip }, async (t) => {
  const { open } = await openSearches(t)
  const tab = await open('rules?add=best-bet')
  await tab.route('**/v1/search?*', async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    const hits = answer.hits.map((hit: object) => ({
      ...hit,
      title: 'A true and faithful relation '.repeat(120),
    }))
    await route.fulfill({ response, json: { ...answer, hits } })
  })
  await tab.getByLabel('Find works').fill('war')
  await tab.getByLabel('Find works').press('Enter')
  const { height } = (await tab.locator('#bet-found li').first().boundingBox()) ?? { height: 999 }
  t.ok(height < 180, `${height} px`)
})

t.test('a best bet is put together from what is found', { skip }, async (t) => {
  const { open, app } = await openSearches(t)
  const tab = await open(`rules?add=best-bet&q=${encodeURIComponent('入门')}`)
  await tab.getByLabel('Find works').fill('war')
  await tab.getByLabel('Find works').press('Enter')
  await tab.getByRole('button', { name: 'Add Civil disobedience' }).click()
  await tab.getByLabel('Find works').fill('网络')
  await tab.getByRole('button', { name: 'Find', exact: true }).click()
  await tab.getByRole('button', { name: 'Add 计算机网络 · 1985', exact: true }).click()
  await tab.getByRole('button', { name: 'Move 计算机网络 · 1985 up' }).press('Enter')
  await tab.locator('#bet-search:focus').waitFor()
  await tab.getByLabel('Why?').fill('for beginners')
  await tab.getByRole('button', { name: 'Show the effect' }).click()
  await tab.locator('.sides').waitFor()
  t.match(await tab.locator('.after').innerText(), /计算机网络 1985 best bet new\s+Civil disobedience/)
  await tab.locator('#rule-apply').click()
  await tab.locator('#said', { hasText: 'It stands from now on.' }).waitFor()
  const { bestBet } = (await app.inject(`/v1/search?q=${encodeURIComponent('入门')}`)).json()
  t.match(bestBet, { note: 'for beginners', hits: [{ title: '计算机网络' }, { title: titles[3] }] })
})

t.test('what is refused is told in the language of the page, beside what was typed', { skip }, async (t) => {
  const { open } = await openSearches(t)
  const tab = await open('rules?add=synonym&from=红楼梦&to=紅樓夢', { locale: 'zh-CN' })
  await tab.getByRole('button', { name: '显示效果' }).click()
  await tab.getByRole('alert').getByText('无法生效。').waitFor()
  t.equal(await tab.locator('#synonym-from').inputValue(), '红楼梦')
  t.ok(await tab.locator('#rule-apply').isDisabled())
})

t.test('what many asked is suggested', { skip }, async (t) => {
  const { ask, open } = await openSearches(t)
  await asked(ask)
  const tab = await open('rules')
  await tab.getByRole('link', { name: '电脑网络 → 计算机网络 (11 times)' }).click()
  await tab.locator('#synonym-to').waitFor()
  t.equal(await tab.locator('#synonym-to').inputValue(), '计算机网络')
  t.same(
    await tab.evaluate(`[...document.querySelectorAll('#known-queries option')].map(({ value }) => value)`),
    ['电子计算机', '电脑网络', 'civil war'],
  )
})

t.test(
  'axe finds nothing in light and dark, in both languages; a phone scrolls one way',
  { skip },
  async (t) => {
    const { ask, open, app, operator } = await openSearches(t)
    await asked(ask)
    const { hits } = (await app.inject(`/v1/search?q=${encodeURIComponent('网络')}`)).json()
    const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    for (const rule of [
      { kind: 'synonym', from: '电脑', to: '计算机', bothWays: true },
      { kind: 'best-bet', q: '入门', works: [hits[0].id], note: '课程用书', until },
    ])
      await app.inject({
        method: 'POST',
        url: '/v1/search/rules',
        headers: { authorization: `Bearer ${operator}` },
        payload: { rule },
      })
    const places = [
      ['searches', 'section.groups'],
      ['rules', '.card'],
      ['rules?add=synonym&from=网络&to=图灵', '#synonym-to'],
      ['rules?add=best-bet&q=网络', '#bet-note'],
    ] as const
    for (const locale of ['zh-CN', 'en-GB']) {
      for (const [place, there] of places) {
        const tab = await open(place, { locale, bypassCSP: true })
        await tab.locator(there).first().waitFor()
        if (place.startsWith('rules?add=synonym')) {
          await tab.locator('#rule-preview').click()
          await tab.locator('.sides').first().waitFor()
        }
        if (place.startsWith('rules?add=best-bet')) {
          await tab.locator('#bet-find').click()
          await tab.locator('#bet-found button').first().click()
        }
        for (const colorScheme of ['light', 'dark'] as const) {
          await tab.emulateMedia({ colorScheme })
          t.same(await violations(tab), [], `${locale} ${colorScheme} ${place}`)
        }
        await tab.setViewportSize({ width: 360, height: 740 })
        t.ok(
          await tab.evaluate('document.documentElement.scrollWidth <= innerWidth'),
          `${locale} ${place} fits`,
        )
        t.same(await smallTargets(tab), [], `${locale} ${place} has no small target`)
        await tab.context().close()
      }
    }
  },
)
