import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { missingBrowser } from '../pages/testing/browser.js'
import { openPage } from './testing/browser.js'

const skip = missingBrowser()

/** Until the page has told so much; nothing more comes within the pause after it. */
const told = async (t: Test, outcomes: unknown[], wanted: unknown[]) => {
  const waiting = AbortSignal.timeout(5_000)
  while (outcomes.length < wanted.length && !waiting.aborted)
    await new Promise((done) => setTimeout(done, 50))
  t.same(outcomes, wanted)
}

/**
 * Until what is shown has stood for so long that it counts as meant. The page's own clock is asked: on a
 * busy machine its timers come late, and this one comes after those that were set before it.
 */
const stood = (tab: Page) => tab.evaluate(() => new Promise((done) => setTimeout(done, 1_800)))

t.test(
  'how a search ended is told without who asked; what was on the way to it is not',
  { skip },
  async (t) => {
    const { base, turn, page } = await openPage(t)
    const tab = await page()
    await tab.goto(base)
    await tab.locator('#q').pressSequentially('红搂梦', { delay: 150 })
    await tab.getByText('没有找到“红搂梦”').waitFor()
    await stood(tab)
    await tab.locator('#q').fill('红楼梦')
    await tab.locator('#hit-w_1').waitFor()
    await stood(tab)
    const rephrased = { q: '红搂梦', total: 0, outcome: 'rephrased', language: 'zh', to: '红楼梦' }
    await told(t, turn.outcomes, [rephrased])
    await tab.locator('#hit-w_1').click()
    await tab.locator('#work h1').waitFor()
    const opened = { q: '红楼梦', total: 3, outcome: 'opened', language: 'zh' }
    await told(t, turn.outcomes, [rephrased, opened])
    await tab.goto('about:blank')
    await told(t, turn.outcomes, [rephrased, opened])
  },
)

t.test('who leaves without opening anything has abandoned the search', { skip }, async (t) => {
  const { base, turn, page } = await openPage(t)
  const tab = await page({ locale: 'en-GB' })
  await tab.goto(`${base}/search?q=Markup`)
  await tab.locator('.hits h2').first().waitFor()
  await stood(tab)
  await tab.goto('about:blank')
  await told(t, turn.outcomes, [{ q: 'Markup', total: 1, outcome: 'abandoned', language: 'en' }])
})

t.test('a browser that asks not to be counted is not', { skip }, async (t) => {
  const { base, turn, page } = await openPage(t)
  const tab = await page()
  await tab.addInitScript('Object.defineProperty(navigator, "globalPrivacyControl", { value: true })')
  await tab.goto(`${base}/search?q=Markup`)
  await tab.locator('.hits h2').first().waitFor()
  await stood(tab)
  await tab.locator('.hits h2 a').first().click()
  await tab.locator('#work h1').waitFor()
  t.same(turn.outcomes, [])
})
