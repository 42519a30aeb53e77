import t from 'tap'
import { smallTargets, violations } from '../pages/testing/accessibility.js'
import { missingBrowser, texts } from '../pages/testing/browser.js'
import { openPage } from './testing/browser.js'

const skip = missingBrowser()
const search = (q: string) => `/search?q=${encodeURIComponent(q)}`

t.test(
  'what librarians recommend stands first, says so and why, and is reached by the arrows',
  { skip },
  async (t) => {
    const { base, turn, page } = await openPage(t)
    turn.bestBets['红楼梦'] = { note: '本学期课程用书', works: ['w_4'] }
    const tab = await page()
    await tab.goto(`${base}${search('红楼梦')}`)
    await tab.locator('.best').waitFor()
    t.match(await tab.locator('.best').innerText(), /^馆员推荐\s+本学期课程用书\s/)
    t.match(await tab.locator('#total').innerText(), /^3 条/, 'it is not counted')
    t.equal((await texts(tab, '#results h2')).length, 4)
    await tab.locator('#q').focus()
    await tab.keyboard.press('ArrowDown')
    t.equal(await tab.evaluate(() => document.activeElement?.id), 'hit-w_4')
    await tab.keyboard.press('ArrowDown')
    t.equal(await tab.evaluate(() => document.activeElement?.id), 'hit-w_1')
    await tab.locator('#q').fill('三国')
    await tab.waitForFunction(() => document.querySelectorAll('.hits > li').length === 1)
    t.equal(await tab.locator('.best').count(), 0)
  },
)

t.test('a recommendation stands also where nothing was found', { skip }, async (t) => {
  const { base, turn, page } = await openPage(t)
  turn.bestBets['quux'] = { note: 'for the course', works: ['w_1'] }
  const tab = await page({ locale: 'en-GB' })
  await tab.goto(`${base}${search('quux')}`)
  await tab.getByText('Recommended by librarians').waitFor()
  await tab.locator('#hit-w_1').waitFor()
  await tab.locator('.empty h2').waitFor()
})

const reasons = [
  { reason: 'filter', field: 'type', total: 2 },
  { reason: 'filters', total: 3 },
  { reason: 'prefix', word: '作者', q: '红楼梦', total: 3 },
  { reason: 'part', q: '红楼', total: 3 },
  { reason: 'word', word: 'quux', q: '三国', total: 1 },
  { reason: 'together', word: '三国', q: '红楼', total: 3 },
  { reason: 'script', script: 'Cyrl' },
  { reason: 'member', member: 'public' },
]

t.test(
  'each reason that nothing was found is told, with a way on where there is one',
  { skip },
  async (t) => {
    const { base, turn, page } = await openPage(t)
    turn.says['作者:quux'] = {
      help: reasons,
      partial: [
        { member: 'public', reason: 'suspended' },
        { index: '2', reason: 'timeout' },
      ],
    }
    const tab = await page()
    await tab.goto(`${base}${search('作者:quux')}&type=map`)
    await tab.locator('.ways').waitFor()
    t.match(await tab.locator('.notice').innerText(), /部分索引暂时没有响应.*以下成员的数据暂时不全/)
    const ways = await texts(tab, '.ways li')
    t.equal(ways.length, reasons.length)
    for (const way of ways) t.notMatch(way, /help[A-Z]|\{|undefined/)
    t.match(ways[2], /^在“作者”中没有找到。不限字段：\s*→ 3 条/)
    t.match(ways[3], /^没有完整相符的文献。只检索“红楼”：/)
    t.match(ways.at(-1), /^暂时检索不到.+的馆藏/)
    await tab.locator('.ways li').nth(3).getByRole('link').click()
    await tab.waitForURL(/q=%E7%BA%A2%E6%A5%BC&/)
    t.equal(new URL(tab.url()).searchParams.get('type'), 'map', 'the filter stays')
  },
)

t.test('a list of members that does not come delays no result', { skip }, async (t) => {
  const { base, turn, page } = await openPage(t)
  let release = (): void => undefined
  turn.membersGate = new Promise((resolve) => {
    release = resolve
  })
  t.teardown(() => release())
  const tab = await page()
  await tab.goto(`${base}${search('红楼梦')}`)
  await tab.locator('#hit-w_1').waitFor()
  t.pass()
})

/** What was asked, and what to wait for; filters stand open where there is a button for them. */
const states = [
  ['红楼梦', '.best'],
  ['作者:quux', '.ways'],
  ['红搂梦', '.empty h2'],
  ['红楼', '.hits'],
] as const

t.test(
  'axe finds nothing in these states, in light and dark; a phone and a page at 200 % scroll one way, filters open',
  { skip },
  async (t) => {
    const { base, turn, page } = await openPage(t)
    turn.bestBets['红楼梦'] = {
      note: `本学期课程用书 https://library.example/${'long-'.repeat(12)}`,
      works: ['w_4'],
    }
    turn.says['作者:quux'] = { help: reasons, partial: [{ member: 'public', reason: 'suspended' }] }
    for (const locale of ['zh-CN', 'en-GB']) {
      const tab = await page({ locale, bypassCSP: true })
      for (const [q, there] of states) {
        for (const [width, height] of [
          [1280, 800],
          [640, 400],
          [360, 740],
        ] as const) {
          await tab.setViewportSize({ width, height })
          await tab.goto(`${base}${search(q)}`)
          await tab.locator(there).waitFor()
          const filters = tab.locator('#filter-button')
          if (await filters.isVisible()) await filters.click()
          const state = `${locale} ${width} ${q}`
          for (const colorScheme of ['light', 'dark'] as const) {
            await tab.emulateMedia({ colorScheme })
            t.same(await violations(tab), [], `${state} ${colorScheme}`)
          }
          t.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${state} fits`)
          if (width === 360) t.same(await smallTargets(tab), [], `${state} has no small target`)
        }
      }
    }
  },
)
