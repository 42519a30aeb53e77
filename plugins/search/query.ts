import { ShulianError, type TextTerm } from '../../gateway/contracts/index.js'
import { fold } from '../../standards/text/folding.js'

/** What a reader asked for. */
export interface ReaderQuery {
  all: TextTerm[]
  none: TextTerm[]
  /** The same with the characters of a word anywhere, for when side by side finds nothing. */
  loose?: TextTerm[]
}

const mostCharacters = 512
const mostTerms = 32

/** Opening and closing quotation marks that hold a phrase together. */
const quotes: Record<string, string> = { '"': '"', '＂': '＂', '“': '”', '「': '」', '『': '』', '《': '》' }
const phrases = Object.entries(quotes).map(([open, close]) => `${open}([^${close}]*)${close}`)
const parts = new RegExp(
  `(?<minus>(?<!\\S)[-－−](?=\\S))?(?:${phrases.join('|')}|(?<word>[^\\s${Object.keys(quotes).join('')}]+))`,
  'gu',
)

/**
 * A reader's words: each is wanted, those typed together (`红楼梦`, `e-book`) side by side; "…", “…”, 「…」, 『…』
 * and 《…》 hold a phrase together; a hyphen before a word excludes it. Anything is a query: a quotation mark that
 * is never closed, a hyphen alone and other signs are passed over.
 *
 * @param options.typing the last word may go on
 * @throws ShulianError QUERY_TOO_LONG (400): more than 512 characters or 32 words
 */
export const parseQuery = (text: string, options: { typing?: boolean } = {}): ReaderQuery => {
  if (text.length > mostCharacters)
    throw tooLong(`at most ${mostCharacters} characters`, `${text.length} characters`)
  const terms = termsOf(text.replace(/[\0\p{Surrogate}]/gu, ' '))
  if (terms.length > mostTerms) throw tooLong(`at most ${mostTerms} words`, `${terms.length} words`)
  const wanted = terms.filter(({ excluded }) => !excluded)
  if (options.typing) letGoOn(wanted.at(-1), text)
  const loose = wanted.flatMap((term) => (term.quoted ? [bare(term)] : apart(term)))
  return {
    all: wanted.map(bare),
    none: terms.filter(({ excluded }) => excluded).map(bare),
    ...(loose.length > wanted.length && { loose }),
  }
}

interface Term extends TextTerm {
  quoted: boolean
  excluded: boolean
}

const termsOf = (text: string): Term[] =>
  [...text.matchAll(parts)].flatMap((found): Term[] => {
    const { minus, word } = found.groups as { minus?: string; word?: string }
    const tokens = fold(word ?? found[0])
    return tokens.length === 0 ? [] : [{ tokens, quoted: word === undefined, excluded: minus !== undefined }]
  })

const bare = ({ tokens, prefix }: Term): TextTerm => ({ tokens, ...(prefix && { prefix }) })

/** Side by side is for what one writes together; its tokens apart still all have to match. */
const apart = ({ tokens, prefix }: Term): TextTerm[] =>
  [...new Set(tokens)].map((token, place, all) => ({
    tokens: [token],
    ...(prefix && place === all.length - 1 && { prefix }),
  }))

/** A Han character is whole; a word that is followed by a blank was ended. */
const letGoOn = (term: Term | undefined, text: string): void => {
  if (term && !term.quoted && /[\p{L}\p{N}]$/u.test(text) && !/\p{sc=Han}$/u.test(text)) term.prefix = true
}

const tooLong = (expected: string, got: string) =>
  new ShulianError('QUERY_TOO_LONG', `q: expected ${expected}, got ${got}. Ask with fewer words.`, {
    status: 400,
    errors: [{ path: 'q', expected, got }],
  })
