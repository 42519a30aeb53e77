import type { Page } from 'playwright-core'
import t from 'tap'
import { smallTargets, violations } from '../pages/testing/accessibility.js'
import { missingBrowser } from '../pages/testing/browser.js'
import { openPage } from './testing/browser.js'

const skip = missingBrowser()

const addresses = [
  '/',
  `/search?q=${encodeURIComponent('红楼')}&type=book&type=serial`,
  `/search?q=${encodeURIComponent('地方志')}&page=2`,
  `/search?q=${encodeURIComponent('红搂梦')}`,
  `/search?q=${encodeURIComponent('楼梦魇')}`,
  '/works/w_1',
  '/works/w_none',
]

/** Until everything that was asked for stands there. */
const settled = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await page.locator('main :is(h1, h2)').first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => !document.querySelector('#progress:not([hidden]), .loading, .asking'))
}

t.test('axe finds nothing, in light and dark, in both languages', { skip }, async (t) => {
  const { base, page } = await openPage(t, { signIn: 'https://readers.example/sign-in' })
  for (const locale of ['zh-CN', 'en-GB']) {
    // Axe itself inserts markup, which the page’s own policy forbids.
    const tab = await page({ locale, bypassCSP: true })
    for (const address of addresses) {
      await settled(tab, `${base}${address}`)
      for (const colorScheme of ['light', 'dark'] as const) {
        await tab.emulateMedia({ colorScheme })
        t.same(await violations(tab), [], `${locale} ${colorScheme} ${address}`)
      }
    }
    await tab.context().close()
  }
})

t.test(
  'a phone 360 wide and a page at 200 % scroll one way only, and targets are large enough for a thumb',
  { skip },
  async (t) => {
    const { base, page } = await openPage(t, { signIn: 'https://readers.example/sign-in' })
    for (const [width, height, locale] of [
      [360, 740, 'zh-CN'],
      [360, 740, 'en-GB'],
      [640, 400, 'en-GB'],
    ] as const) {
      const tab = await page({ viewport: { width, height }, locale, hasTouch: true })
      for (const address of [...addresses, '/search?q=Markup']) {
        await settled(tab, `${base}${address}`)
        t.ok(
          await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
          `${width} ${locale} ${address} fits`,
        )
        if (width === 360) t.same(await smallTargets(tab), [], `${locale} ${address} has no small target`)
      }
      await tab.context().close()
    }
  },
)

t.test('the top holds the reader’s own corner too, at any width', { skip }, async (t) => {
  const { base, page, token } = await openPage(t)
  for (const width of [360, 760, 1280]) {
    const tab = await page({ viewport: { width, height: 740 }, locale: 'en-GB' })
    await tab.goto(`${base}/search?q=Markup#token=${await token('lin')}`)
    await tab.getByRole('button', { name: 'Sign out' }).waitFor()
    t.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} fits`)
  }
})

t.test('the language switches without leaving the page, and is remembered', { skip }, async (t) => {
  const { base, page } = await openPage(t)
  const tab = await page()
  await settled(tab, `${base}/search?q=${encodeURIComponent('红楼')}`)
  t.equal(await tab.evaluate(() => document.documentElement.lang), 'zh-Hans')
  await tab.getByRole('button', { name: 'English' }).click()
  await tab.getByText('3 results').waitFor()
  t.equal(await tab.evaluate(() => document.documentElement.lang), 'en')
  t.match(await tab.title(), /Sample <consortium>$/)
  t.equal(
    await tab.locator('.hits h2').first().getAttribute('lang'),
    'zh',
    'a Chinese title is said to be Chinese',
  )
  await tab.reload()
  await tab.getByText('3 results').waitFor()
})

t.test('both languages have the same words', async (t) => {
  const [zh, en] = await Promise.all(
    ['zh', 'en'].map(
      async (language) => (await import(`./assets/strings-${language}.js`)).default as Record<string, object>,
    ),
  )
  for (const list of Object.keys(zh ?? {}))
    t.same(Object.keys(en?.[list] ?? {}).sort(), Object.keys(zh?.[list] ?? {}).sort(), list)
  t.same(Object.keys(en ?? {}), Object.keys(zh ?? {}))
})
