import t from 'tap'
import { violations } from '../pages/testing/accessibility.js'
import { allReceived, missingBrowser, texts } from '../pages/testing/browser.js'
import { openPage } from './testing/browser.js'

const skip = missingBrowser()
const options = '#completions [role=option]'
const mark = (text: string, rest: string) => `<mark>${text}</mark>${rest}`

const completions = {
  红楼: [
    { kind: 'title', text: '红楼梦', highlight: mark('红楼', '梦') },
    { kind: 'title', text: '红楼梦魇', highlight: mark('红楼', '梦魇') },
    { kind: 'subject', text: '红楼梦研究', highlight: mark('红楼', '梦研究') },
  ],
  三: [{ kind: 'title', text: '三国演义', highlight: mark('三', '国演义') }],
}

t.test('what is typed is completed, and the arrows go through the completions', { skip }, async (t) => {
  const { base, turn, page } = await openPage(t)
  Object.assign(turn.completions, completions)
  const tab = await page()
  const box = tab.locator('#q')
  const active = () => tab.evaluate(() => document.querySelector('#q')?.getAttribute('aria-activedescendant'))
  await tab.goto(base)
  await box.pressSequentially('红楼')
  await tab.locator(options).first().waitFor()
  t.same(
    (await texts(tab, options)).map((text) => text.replace(/\s+/g, ' ')),
    ['红楼梦 题名', '红楼梦魇 题名', '红楼梦研究 主题'],
  )
  t.equal(await box.getAttribute('aria-expanded'), 'true')
  await tab.keyboard.press('ArrowDown')
  t.equal(await active(), 'completion-0')
  t.equal(await tab.locator('#completion-0').getAttribute('aria-selected'), 'true')
  t.equal(await box.inputValue(), '红楼梦')
  await tab.keyboard.press('ArrowUp')
  t.equal(await active(), null)
  t.equal(await box.inputValue(), '红楼', 'what was typed is one of the places')
  await tab.keyboard.press('ArrowUp')
  t.equal(await active(), 'completion-2', 'and the list goes round')
  await tab.keyboard.press('ArrowUp')
  await tab.keyboard.press('Enter')
  await tab.waitForFunction(() => document.querySelectorAll('.hits > li').length === 1)
  t.equal(new URL(tab.url()).searchParams.get('q'), '红楼梦魇')
  t.equal(await tab.locator('#completions').isVisible(), false)
  await tab.goBack()
  await tab.waitForFunction(() => document.querySelectorAll('.hits > li').length === 3)
  t.equal(await box.inputValue(), '红楼', 'what was chosen has an entry of its own')
})

t.test('Esc closes the list first; then the arrow goes to the results', { skip }, async (t) => {
  const { base, turn, page } = await openPage(t)
  Object.assign(turn.completions, completions)
  const tab = await page()
  await tab.goto(base)
  await tab.locator('#q').pressSequentially('红楼')
  await tab.locator(options).first().waitFor()
  await tab.keyboard.press('ArrowDown')
  await tab.keyboard.press('Escape')
  t.equal(await tab.locator('#completions').isVisible(), false)
  t.equal(await tab.locator('#q').inputValue(), '红楼')
  t.equal(await tab.locator('#q').getAttribute('aria-expanded'), 'false')
  await tab.locator('.hits h2').first().waitFor()
  await tab.keyboard.press('ArrowDown')
  t.equal(await tab.evaluate(() => document.activeElement?.id), 'hit-w_1')
})

t.test('a completion can be pressed, and what is left is closed', { skip }, async (t) => {
  const { base, turn, page } = await openPage(t)
  Object.assign(turn.completions, completions)
  const tab = await page()
  await tab.goto(base)
  await tab.locator('#q').pressSequentially('红楼')
  await tab.locator('#completion-1').click()
  await tab.waitForURL(/q=.+/)
  t.equal(await tab.locator('#q').inputValue(), '红楼梦魇')
  t.equal(await tab.locator('#completions').isVisible(), false)
  await tab.locator('#q').fill('红楼')
  await tab.locator(options).first().waitFor()
  await tab.locator('#foot').click()
  t.equal(await tab.locator('#completions').isVisible(), false, 'as the box is left')
})

t.test('completions that come late are never shown', { skip }, async (t) => {
  const { base, turn, page } = await openPage(t)
  Object.assign(turn.completions, completions)
  const asked = turn.held.hold('suggest 红楼')
  const tab = await page()
  await tab.goto(base)
  await tab.locator('#q').fill('红楼')
  const answer = await asked
  await tab.locator('#q').fill('三')
  await tab.locator(options).first().waitFor()
  await answer()
  await allReceived(tab)
  t.equal(await tab.locator(options).count(), 1, 'the older answer came and was not drawn')
  t.equal(await tab.locator('#completion-0').getAttribute('data-text'), '三国演义')
})

t.test('what is typed before the page is ready is completed as soon as it is', { skip }, async (t) => {
  const { base, turn, page } = await openPage(t)
  Object.assign(turn.completions, completions)
  const tab = await page()
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await tab.route('**/strings-*.js', async (route) => {
    await released
    await route.continue()
  })
  await tab.goto(base, { waitUntil: 'commit' })
  await tab.locator('#q').pressSequentially('红楼')
  release()
  await tab.locator(options).first().waitFor()
  t.equal(await tab.locator(options).count(), 3)
})

t.test('axe finds nothing in an open list, which fits a phone and a page at 200 %', { skip }, async (t) => {
  const { base, turn, page } = await openPage(t)
  Object.assign(turn.completions, completions)
  for (const [width, height] of [
    [1280, 800],
    [360, 740],
    [640, 400],
  ] as const) {
    const tab = await page({ bypassCSP: true, viewport: { width, height } })
    await tab.goto(base)
    await tab.locator('#q').pressSequentially('红楼')
    await tab.locator(options).first().waitFor()
    await tab.keyboard.press('ArrowDown')
    await tab.locator('.hits h2').first().waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await tab.emulateMedia({ colorScheme })
      t.same(await violations(tab), [], `${width} ${colorScheme}`)
    }
    t.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} fits`)
    await tab.context().close()
  }
})
