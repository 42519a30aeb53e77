import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Test } from 'tap'
import { testIssuer } from '../../../gateway/identity/testing.js'
import { testKernel } from '../../../gateway/testing.js'
import { pages } from '../../pages/index.js'
import { openBrowser } from '../../pages/testing/browser.js'
import { readerPage } from '../index.js'
import { type Controls, controls, library } from './library.js'

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
      pages,
      signIn ? { ...readerPage, setup: (kernel) => readerPage.setup(kernel, { signIn }) } : readerPage,
    ],
    consortium: { name: 'Sample <consortium>', nameZh: '示范联盟', issuers: [issuer.settings] },
  })
  const base = await kernel.app.listen({ port: 0, host: '127.0.0.1' })
  t.teardown(async () => {
    await kernel.close()
    await issuer.close()
  })
  const page = await openBrowser(t, base)
  return { base, turn, page, token: (subject) => issuer.token(subject) }
}
