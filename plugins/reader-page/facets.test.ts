import t from 'tap'
import { missingBrowser, texts } from '../pages/testing/browser.js'
import { openPage } from './testing/browser.js'

const skip = missingBrowser()

t.test('one question answers hits and facets, however many are narrowed', { skip }, async (t) => {
  const { base, turn, page } = await openPage(t)
  const tab = await page()
  await tab.goto(`${base}/search?q=${encodeURIComponent('红楼')}&type=serial&language=chi`)
  await tab.waitForFunction(() => document.querySelectorAll('.hits > li').length === 1)
  t.equal(turn.calls.length, 1)
  t.ok(await tab.locator('#f-type-book').isVisible(), 'a second type can be ticked')
})

t.test('a bar of the years narrows, and gives way when it is pressed again', { skip }, async (t) => {
  const { base, page } = await openPage(t)
  const tab = await page({ locale: 'en-GB' })
  await tab.goto(`${base}/search?q=${encodeURIComponent('红楼')}`)
  await tab.locator('.histogram button').first().waitFor()
  t.equal(await tab.locator('.histogram button').count(), 3)
  await tab.getByRole('button', { name: '1996: 1' }).click()
  await tab.waitForFunction(() => document.querySelectorAll('.hits > li').length === 1)
  t.equal(new URL(tab.url()).searchParams.get('year'), '1996..1996')
  t.equal(await tab.locator('.histogram button').count(), 3, 'the others stay')
  t.equal(await tab.locator('#bar-1996').getAttribute('aria-pressed'), 'true')
  t.equal(await tab.evaluate(() => document.activeElement?.id), 'bar-1996', 'the focus stays on the bar')
  await tab.keyboard.press('Enter')
  await tab.waitForFunction(() => document.querySelectorAll('.hits > li').length === 3)
  t.notOk(new URL(tab.url()).searchParams.has('year'))
})

t.test('classes are a tree in which one of a branch is chosen', { skip }, async (t) => {
  const { base, page } = await openPage(t)
  const tab = await page({ locale: 'en-GB' })
  await tab.goto(`${base}/search?q=${encodeURIComponent('红楼')}`)
  await tab.locator('#f-class-I').check()
  await tab.waitForURL(/class=I/)
  t.equal(await tab.locator('.classes .classes #f-class-I2').count(), 1, 'what is below stands below')
  t.match((await texts(tab, '.classes > li > label')).join(), /I\s+Literature/)
  await tab.locator('#f-class-I2').check()
  await tab.waitForURL(/class=I2/)
  t.same(new URL(tab.url()).searchParams.getAll('class'), ['I2'], 'the finer one takes its place')
})

t.test('nothing found says which way leads on', { skip }, async (t) => {
  const { base, page } = await openPage(t)
  const tab = await page({ locale: 'en-GB' })
  await tab.goto(`${base}/search?q=${encodeURIComponent('红楼')}&type=map`)
  await tab.getByText('The filters leave nothing.').waitFor()
  await tab.getByRole('link', { name: '→ 3 results' }).click()
  await tab.waitForFunction(() => document.querySelectorAll('.hits > li').length === 3)
  t.notOk(new URL(tab.url()).searchParams.has('type'))
})
