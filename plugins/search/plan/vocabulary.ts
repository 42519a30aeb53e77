import type { SearchIndex, TextTerm } from '../../../gateway/contracts/index.js'
import type { Word } from '../query.js'
import type { Way } from './way.js'
import { isCharacter } from './words.js'

/** What is known of words without a search for them. Each is asked about once, and remembered as long as one search lasts. */
export interface Vocabulary {
  /** Without the ways of which is known already that they find nothing. */
  hopeful(ways: readonly Way[]): Way[]
  /** The same, of what was not known yet too. */
  possible(ways: readonly Way[]): Promise<Way[]>
  /** Of words of one token those that no document has. */
  missing(words: readonly Word[]): Promise<Word[]>
}

/** Words that stand side by side, parted by blanks; `*` behind a beginning. No token has either. */
type Piece = string

/** So few are as soon searched for. */
const fewWays = 2
/** Pieces asked about at once: who pastes a page is answered by the first ones. */
const mostAsked = 64

export const vocabularyOf = (index: SearchIndex): Vocabulary => {
  const known = new Map<string, boolean>()
  const taken = new WeakMap<Way, readonly Piece[]>()
  const piecesIn = (way: Way): readonly Piece[] => {
    const pieces = taken.get(way) ?? way.terms.flatMap(piecesOf)
    taken.set(way, pieces)
    return pieces
  }
  const isMissing = (piece: Piece): boolean => known.get(piece) === true
  const ask = async (pieces: readonly Piece[]): Promise<void> => {
    const unknown = [...new Set(pieces.filter((piece) => !known.has(piece)))].slice(0, mostAsked)
    if (unknown.length === 0) return
    const missing = await index.missing(unknown.map(termOf))
    for (const [at, piece] of unknown.entries()) known.set(piece, missing[at]!)
  }
  const hopeful = (ways: readonly Way[]): Way[] => ways.filter((way) => !piecesIn(way).some(isMissing))

  return {
    hopeful,
    possible: async (ways) => {
      const some = hopeful(ways)
      if (some.length <= fewWays) return some
      await ask(some.flatMap(piecesIn))
      return hopeful(some)
    },
    missing: async (words) => {
      const pieces = words.map(({ tokens }) => tokens.join(' '))
      await ask(pieces)
      return words.filter((_, at) => isMissing(pieces[at]!))
    },
  }
}

const termOf = (piece: Piece): Omit<TextTerm, 'field'> =>
  piece.endsWith('*') ? { tokens: piece.slice(0, -1).split(' '), prefix: true } : { tokens: piece.split(' ') }

/** What a document with this term has, each of them: words, and two characters or sounds that stand side by side. */
const piecesOf = ({ tokens, prefix }: TextTerm): Piece[] => {
  const pieces: Piece[] = []
  for (const [at, token] of tokens.entries()) {
    const isLast = at === tokens.length - 1
    if (!isSingle(token)) pieces.push(prefix && isLast ? `${token}*` : token)
    else if (at > 0 && isSingle(tokens[at - 1]!)) pieces.push(`${tokens[at - 1]} ${token}`)
    else if (tokens.length === 1 && isCharacter(token)) pieces.push(token)
  }
  return pieces
}

/** Of a script without blanks, or what stands for a sound: alone it is hardly ever missing. */
const isSingle = (token: string): boolean => token.length === 1
