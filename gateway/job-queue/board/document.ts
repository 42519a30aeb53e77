import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { boardAddress } from './address.js'

/**
 * The board's own scripts and styles and nothing of another site. It writes styles into its document, which no page of
 * ours does, so the policy is of this address alone.
 */
export const boardPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'"

/** What the board reads from its document. */
const settings = {
  boardTitle: 'Shulian 书联',
  favIcon: { default: 'static/images/logo.svg', alternative: 'static/favicon-32x32.png' },
  miscLinks: [{ text: 'Console 管理台', url: '/console' }],
  hasHistoryProvider: false,
}

/**
 * The template that comes with the board, its values filled in; fonts of another site are left out, and the script that
 * signs its calls comes before all others.
 */
export const boardDocument = (folder: string): string => {
  const values: Record<string, string> = {
    basePath: `${boardAddress}/`,
    title: settings.boardTitle,
    favIconDefault: settings.favIcon.default,
    favIconAlternative: settings.favIcon.alternative,
    uiConfig: JSON.stringify(settings).replace(/</g, '\\u003c'),
  }
  return readFileSync(join(folder, 'index.ejs'), 'utf8')
    .replace(/<%[-=] (\w+) %>/g, (_, name: string) => values[name] ?? '')
    .replace(/<link [^>]*href="https?:[^>]*>/g, '')
    .replace('<script defer', '<script src="enter.js"></script><script defer')
}
