import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  nodes: { html: string; failureSummary: string }[]
}

/** Rules of WCAG 2.2 A and AA and good practice that the page breaks, with where. */
export const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  const { violations: found } = await page.evaluate<{ violations: Violation[] }>('axe.run()')
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary.slice(0, 200)}`),
  )
}

const controls = 'a, button, select, textarea, summary, label.choice, input:not([type=checkbox])'

/** Controls that are seen and less than 44 px high; links within a running sentence are exempt (WCAG 2.2, 2.5.8). */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`
    [...document.querySelectorAll('${controls}')]
      .filter((one) => one.checkVisibility() && !one.matches('.skip') && getComputedStyle(one).display !== 'inline')
      .filter((one) => one.getBoundingClientRect().height < 43.5)
      .map((one) => one.outerHTML.slice(0, 120) + ' ' + one.getBoundingClientRect().height)`)
