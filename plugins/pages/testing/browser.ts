import { existsSync } from 'node:fs'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { Test } from 'tap'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Why the browser’s tests cannot run here, or false. Where everything is checked, a missing browser is a failure, never a pass. */
export const missingBrowser = (): string | false => {
  if (existsSync(executablePath)) return false
  if (process.env['CI'] === 'true')
    throw new Error(`${executablePath} is missing; the pages cannot be tested without it.`)
  return `needs ${executablePath} (apt-get install chromium)`
}

/**
 * A browser on a page of ours. Each tab is a fresh profile: nothing is left of another test. Errors of the page, and
 * whatever it asks of another site, fail the test.
 */
export const openBrowser = async (
  t: Test,
  base: string,
): Promise<(options?: BrowserContextOptions) => Promise<Page>> => {
  const browser = await chromium.launch({ executablePath, args })
  t.teardown(() => browser.close())
  return async (options = {}) => {
    const context = await browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1280, height: 800 },
      ...options,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    page.on('pageerror', (error) => t.fail(`the page threw: ${error.message}`))
    page.on('request', (request) => {
      if (!request.url().startsWith(base) && !request.isNavigationRequest())
        t.fail(`the page asked another site: ${request.url()}`)
    })
    return page
  }
}

/** Text of every element, without the space around it. */
export const texts = async (page: Page, selector: string): Promise<string[]> =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.trim())

/** Waits for whatever was sent before: a call that is asked after it is answered, and what came is drawn. */
export const allReceived = (page: Page): Promise<void> =>
  page.evaluate<void>(`(async () => {
    await (await fetch('/v1/members', { cache: 'no-store' })).text()
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  })()`)
