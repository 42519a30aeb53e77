import t from 'tap'
import { allReceived, missingBrowser, texts } from '../pages/testing/browser.js'
import { openPage } from './testing/browser.js'

const skip = missingBrowser()
const titles = '.hits h2'

t.test('results come as somebody types, and the address can be sent to a friend', { skip }, async (t) => {
  const { base, page } = await openPage(t)
  const tab = await page()
  await tab.goto(base)
  t.equal(await tab.evaluate(() => document.activeElement?.id), 'q', 'the box has the focus')
  await tab.keyboard.type('红楼', { delay: 20 })
  await tab.locator(titles).first().waitFor()
  t.same(await texts(tab, titles), ['红楼梦', '红楼梦魇', '红楼梦学刊'])
  t.same(await texts(tab, `${titles} mark`), ['红楼', '红楼', '红楼'])
  t.equal(await tab.evaluate(() => document.activeElement?.id), 'q', 'the box keeps the focus')
  t.match(await tab.locator('#total').innerText(), /^3 条/)
  t.equal(new URL(tab.url()).search, `?q=${encodeURIComponent('红楼')}`)
  t.match(await tab.title(), /^红楼 · 示范联盟$/)
  const friend = await page()
  await friend.goto(tab.url())
  await friend.locator(titles).first().waitFor()
  t.same(await texts(friend, titles), await texts(tab, titles))
  await tab.goBack()
  t.equal(new URL(tab.url()).pathname, '/', 'typing makes one entry in the history')
})

t.test('what was sent keeps its entry in the history when other words are typed', { skip }, async (t) => {
  const { base, page } = await openPage(t)
  const tab = await page()
  await tab.goto(base)
  for (const words of ['红楼', '地方志']) {
    await tab.locator('#q').fill('')
    await tab.keyboard.type(words, { delay: 20 })
    await tab.keyboard.press('Enter')
    await tab.waitForURL(`**/search?q=${encodeURIComponent(words)}`)
    await tab.locator(titles).first().waitFor()
  }
  await tab.goBack()
  await tab.waitForURL(`**/search?q=${encodeURIComponent('红楼')}`)
  t.equal(await tab.locator('#q').inputValue(), '红楼')
  await tab.goBack()
  await tab.waitForURL(`${base}/`)
})

t.test('words typed before the page is ready are not lost', { skip }, async (t) => {
  const { base, page } = await openPage(t)
  const tab = await page()
  await tab.route('**/strings-zh.js', async (route) => {
    await tab.keyboard.type('红楼')
    await route.continue()
  })
  await tab.goto(base)
  await tab.locator(titles).first().waitFor()
  t.equal(await tab.locator('#q').inputValue(), '红楼')
  t.equal(new URL(tab.url()).search, `?q=${encodeURIComponent('红楼')}`)
})

t.test(
  'one pause of the hand is one question, and a late answer to an older one is never shown',
  { skip },
  async (t) => {
    const { base, turn, page } = await openPage(t)
    const asked = turn.held.hold('三国')
    const tab = await page()
    await tab.goto(base)
    await tab.evaluate(() => {
      const box = document.querySelector('#q') as HTMLInputElement
      for (const text of ['三', '三国']) {
        box.value = text
        box.dispatchEvent(new Event('input', { bubbles: true }))
      }
    })
    const answer = await asked
    await tab.locator('#q').fill('红楼梦魇')
    await tab.locator(titles).first().waitFor()
    t.same(await texts(tab, titles), ['红楼梦魇'])
    await answer()
    await allReceived(tab)
    t.same(await texts(tab, titles), ['红楼梦魇'], 'still, after the older answer would have come')
    t.equal(turn.calls.length, 2)
  },
)

t.test('facets narrow, several values of one widen, and chips take them back', { skip }, async (t) => {
  const { base, page } = await openPage(t)
  const tab = await page()
  await tab.goto(`${base}/search?q=${encodeURIComponent('红楼梦')}`)
  await tab.getByRole('checkbox', { name: '期刊' }).check()
  await tab.locator('.hits li').nth(0).waitFor()
  await tab.waitForFunction(() => document.querySelectorAll('.hits > li').length === 1)
  t.equal(new URL(tab.url()).searchParams.get('type'), 'serial')
  t.equal(
    await tab.evaluate(() => document.activeElement?.id),
    'f-type-serial',
    'the focus stays on the box that was ticked',
  )
  await tab.locator('#f-type-book').check()
  await tab.waitForFunction(() => document.querySelectorAll('.hits > li').length === 3)
  t.same(new URL(tab.url()).searchParams.getAll('type'), ['serial', 'book'])
  await tab.locator('#year-from').fill('1990')
  await tab.locator('#year-from').press('Enter')
  await tab.locator('#year-from').blur()
  await tab.waitForFunction(() => document.querySelectorAll('.hits > li').length === 2)
  t.same(
    (await texts(tab, '#chips .chip')).map((text) => text.replace(/\s*×$/, '')),
    ['期刊', '图书', '1990 年以后'],
  )
  const friend = await page()
  await friend.goto(tab.url())
  await friend.locator(titles).first().waitFor()
  t.same(await texts(friend, titles), ['红楼梦', '红楼梦魇'])
  await tab.locator('#year-to').fill('1980')
  await tab.locator('#year-to').blur()
  await tab.waitForURL(/year=1980\.\.1990/)
  await tab.getByRole('button', { name: '全部清除' }).click()
  await tab.waitForFunction(() => document.querySelectorAll('.hits > li').length === 3)
  t.equal(new URL(tab.url()).search, `?q=${encodeURIComponent('红楼梦')}`)
})

t.test('pages and order have their addresses; going back finds the place', { skip }, async (t) => {
  const { base, page } = await openPage(t)
  const tab = await page()
  await tab.goto(`${base}/search?q=${encodeURIComponent('地方志')}`)
  await tab.locator('nav.pages').getByText('下一页').click()
  await tab.locator('#hit-w_121').waitFor()
  t.equal(new URL(tab.url()).searchParams.get('page'), '2')
  t.equal(await tab.evaluate(() => scrollY), 0)
  await tab.locator('#hit-w_138').scrollIntoViewIfNeeded()
  const before = await tab.evaluate(() => scrollY)
  t.ok(before > 200)
  await tab.locator('#hit-w_138').click()
  await tab.locator('#work h1').waitFor()
  t.equal(new URL(tab.url()).pathname, '/works/w_138')
  await tab.goBack()
  await tab.locator('#hit-w_138').waitFor()
  t.equal(await tab.evaluate(() => document.activeElement?.id), 'hit-w_138')
  t.ok(Math.abs((await tab.evaluate(() => scrollY)) - before) < 5, 'as far down as before')
  await tab.locator('#sort').selectOption('newest')
  await tab.waitForURL(/sort=newest/)
  t.notOk(new URL(tab.url()).searchParams.has('page'))
})

t.test('the keyboard alone is enough', { skip }, async (t) => {
  const { base, page } = await openPage(t)
  const tab = await page()
  const focused = () => tab.evaluate(() => document.activeElement?.id ?? '')
  await tab.goto(base)
  await tab.keyboard.type('红楼')
  await tab.locator(titles).first().waitFor()
  await tab.keyboard.press('ArrowDown')
  t.equal(await focused(), 'hit-w_1')
  await tab.keyboard.press('ArrowDown')
  t.equal(await focused(), 'hit-w_2')
  await tab.keyboard.press('Enter')
  await tab.locator('#work h1').waitFor()
  t.match(await tab.title(), /^红楼梦魇/)
  await tab.keyboard.press('Escape')
  await tab.locator('#hit-w_2').waitFor()
  t.equal(await focused(), 'hit-w_2', 'back on the result that was opened')
  await tab.keyboard.press('ArrowUp')
  await tab.keyboard.press('ArrowUp')
  t.equal(await focused(), 'q', 'above the first result is the box')
  await tab.keyboard.press('ArrowDown')
  await tab.keyboard.press('/')
  t.equal(await focused(), 'q')
  t.equal(
    await tab.evaluate(() => document.querySelector('a, button, input')?.className),
    'skip',
    'the first stop leads past the top',
  )
  await tab.locator('.skip').focus()
  await tab.keyboard.press('Enter')
  t.equal(await focused(), 'main')
})

t.test('a title that looks like markup is shown as the text it is', { skip }, async (t) => {
  const { base, page } = await openPage(t)
  const tab = await page({ locale: 'en-GB' })
  await tab.goto(`${base}/search?q=Markup`)
  await tab.locator(titles).first().waitFor()
  const title = '<img src=x onerror="document.title=\'broken\'"><b>Markup</b> & entities'
  t.same(await texts(tab, titles), [title])
  t.equal(await tab.locator('#results img, #results b, #results script').count(), 0)
  await tab.locator(`${titles} a`).click()
  t.equal(await tab.locator('#work h1').innerText(), title)
  t.equal(await tab.title(), `${title} · Sample <consortium>`)
  t.equal(await tab.locator('#work img, #work script').count(), 0)
})

t.test(
  'a title a page long leaves room for the next, and one from right to left keeps to itself',
  { skip },
  async (t) => {
    const { base, page } = await openPage(t)
    const tab = await page({ locale: 'en-GB', viewport: { width: 360, height: 740 } })
    const [long, turned] = [
      'A true and faithful relation of what passed '.repeat(90),
      'كتاب \u202efirst last',
    ]
    await tab.route('**/v1/search?*', async (route) => {
      const response = await route.fetch()
      const answer = await response.json()
      const [one, other, ...rest] = answer.hits
      const agents = Array.from({ length: 300 }, (_, at) => `Maker ${at}`)
      const titled = (hit: object, title: string) => ({ ...hit, title, agents, highlights: { title } })
      await route.fulfill({
        response,
        json: { ...answer, hits: [titled(one, long), titled(other, turned), ...rest] },
      })
    })
    await tab.goto(`${base}/search?q=${encodeURIComponent('红楼')}`)
    await tab.locator(titles).nth(2).waitFor()
    const { height } = (await tab.locator(titles).first().boundingBox()) ?? { height: 0 }
    t.ok(height > 60 && height < 140, `${height} px`)
    t.equal((await texts(tab, titles))[0], long.trim(), 'whoever hears it hears all of it')
    const byline = (await tab.locator('.byline').first().boundingBox()) ?? { height: 999 }
    t.ok(byline.height < 140, `${byline.height} px of makers`)
    t.equal(await tab.locator(`${titles} span`).nth(1).getAttribute('dir'), 'auto')
  },
)

t.test('why a search is refused is told in the language of the page', { skip }, async (t) => {
  const { base, page } = await openPage(t)
  const problem = {
    code: 'SEARCH_ENGINE_AWAY',
    detail: 'The search engine at http://10.0.0.1 does not answer.',
  }
  for (const [locale, said] of [
    ['zh-CN', '检索暂时不可用，请稍后再试。'],
    ['en-GB', 'The search is away for the moment'],
  ] as const) {
    const tab = await page({ locale })
    await tab.route('**/v1/search?*', (route) => route.fulfill({ status: 503, json: problem }))
    await tab.goto(`${base}/search?q=zzzz`)
    await tab.getByRole('alert').getByText(said).waitFor()
    t.notMatch(await tab.getByRole('alert').innerText(), '10.0.0.1', 'what is the operators’ is not shown')
  }
})

t.test('while the first members are read, nothing found says so, and is asked anew', { skip }, async (t) => {
  const { base, turn, page } = await openPage(t)
  const checks = { members: 'degraded: the first members are still being read' }
  for (const [locale, said] of [
    ['zh-CN', '正在首次读取成员数据'],
    ['en-GB', 'The first members are still being read.'],
  ] as const) {
    const tab = await page({ locale })
    await tab.route('**/readyz', (route) => route.fulfill({ json: { ready: true, checks } }))
    await tab.goto(`${base}/search?q=zzzz`)
    await tab.getByText(said).waitFor()
    const asked = turn.calls.length
    await tab.locator('#q').fill('红楼梦魇')
    await tab.locator(titles).first().waitFor()
    await tab.locator('#q').fill('zzzz')
    await tab.getByText(said).waitFor()
    t.equal(turn.calls.length, asked + 2)
  }
})

t.test('nothing found gives a way on; a failure says why and can be tried again', { skip }, async (t) => {
  const { base, turn, page } = await openPage(t)
  const tab = await page()
  await tab.goto(`${base}/search?q=${encodeURIComponent('红搂梦')}`)
  await tab.getByText('没有找到“红搂梦”').waitFor()
  await tab.getByRole('link', { name: '红楼梦', exact: true }).click()
  await tab.locator(titles).first().waitFor()
  t.equal(await tab.locator('#q').inputValue(), '红楼梦')
  turn.searchFails = true
  await tab.locator('#q').fill('三国')
  await tab.getByText('The search engine is being rebuilt.').waitFor()
  turn.searchFails = false
  await tab.getByRole('button', { name: '重试' }).click()
  await tab.locator('#hit-w_4').waitFor()
  await tab.context().setOffline(true)
  await tab.locator('#q').fill('农业')
  await tab.getByText('网络已断开').waitFor()
  await tab.context().setOffline(false)
  await tab.locator('#hit-w_5').waitFor()
  t.pass('goes on by itself once there is a connection')
})
