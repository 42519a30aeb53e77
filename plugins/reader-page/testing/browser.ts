import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { Test } from 'tap'
import { testIssuer } from '../../../gateway/identity/testing.js'
import { testKernel } from '../../../gateway/testing.js'
import { readerPage } from '../index.js'
import { type Controls, controls, library } from './library.js'

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
    throw new Error(`${executablePath} is missing; the reader’s page cannot be tested without it.`)
  return `needs ${executablePath} (apt-get install chromium)`
}

export interface OpenPage {
  base: string
  turn: Controls
  /** A fresh profile: nothing is left of another test. Errors of the page fail the test. */
  page(options?: BrowserContextOptions): Promise<Page>
  token(subject: string): Promise<string>
}

/** A gateway with the page over a few works, and a browser. */
export const openPage = async (t: Test, { signIn }: { signIn?: string } = {}): Promise<OpenPage> => {
  const issuer = await testIssuer()
  const turn = controls()
  const kernel = await testKernel({
    plugins: [
      library(turn),
      signIn ? { ...readerPage, setup: (kernel) => readerPage.setup(kernel, { signIn }) } : readerPage,
    ],
    consortium: { name: 'Sample <consortium>', nameZh: '示范联盟', issuers: [issuer.settings] },
  })
  const base = await kernel.app.listen({ port: 0, host: '127.0.0.1' })
  const browser: Browser = await chromium.launch({ executablePath, args })
  t.teardown(async () => {
    await browser.close()
    await kernel.close()
    await issuer.close()
  })
  const page = async (options: BrowserContextOptions = {}): Promise<Page> => {
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
  return { base, turn, page, token: (subject) => issuer.token(subject) }
}

/** Text of every element, without the space around it. */
export const texts = async (page: Page, selector: string): Promise<string[]> =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.trim())
