import type { OaiPage } from './page.js'

/** Clocks differ by some minutes anywhere. */
const told = 15 * 60_000

/**
 * A page whose server's clock is ahead of ours, with the time at which it was asked for in the place of the server's: the
 * next window begins there, and from a time that is still to come it would leave out, without a word, what changes until then.
 */
export function noLaterThan(asked: number, page: OaiPage, note: (text: string) => void): OaiPage {
  const ahead = page.responseDate === undefined ? 0 : Date.parse(page.responseDate) - asked
  if (ahead <= 0) return page
  if (ahead > told)
    note(
      `The server's clock (${page.responseDate}) is ahead of ours: the next harvest begins where ours stood, and reads some records again.`,
    )
  return { ...page, responseDate: `${new Date(asked).toISOString().slice(0, 19)}Z` }
}
