import { ShulianError } from '../../gateway/contracts/index.js'
import { type Deciding, type Decision, decide, type SteeringParts } from './steer.js'
import type { CatalogueTransaction } from './tables.js'

interface Ends {
  a: string
  b: string
}

/**
 * What a librarian says of one pair.
 *
 * @param said.seen the decision that stood on it when it was looked at, 0 for none: what somebody else has said since is not
 * overruled unread
 * @throws ShulianError MATCH_UNKNOWN (404), MATCH_DECIDED (409)
 */
export const decideMatch = (
  parts: SteeringParts,
  pair: string,
  { says, seen, ...deciding }: Deciding & { says: 'same' | 'apart'; seen?: number },
): Promise<Decision> => {
  const [a = '', b = ''] = pair.split('~')
  return decide(parts, 'match', [{ a, b, says }], deciding, async (transaction) => {
    const word = await wordOn(transaction, { a, b })
    if (!word && !(await isCompared(transaction, { a, b }))) throw unknown(pair)
    if (seen !== undefined && seen !== Number(word?.number ?? 0)) throw decided(word)
  })
}

/** The newest word that stands on the pair. */
const wordOn = (transaction: CatalogueTransaction, { a, b }: Ends) =>
  transaction
    .selectFrom('catalogueWordPair')
    .innerJoin('catalogueWord', 'number', 'word')
    .select(['number', 'says', 'by', 'at'])
    .where('a', '=', a)
    .where('b', '=', b)
    .where('undoneAt', 'is', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Whether the rules keep the pair; one that was decided may have gone from there. */
const isCompared = async (transaction: CatalogueTransaction, { a, b }: Ends): Promise<boolean> => {
  const edge = await transaction
    .selectFrom('catalogueEdge')
    .select('a')
    .where('a', '=', a)
    .where('b', '=', b)
    .executeTakeFirst()
  return edge !== undefined
}

const unknown = (pair: string): ShulianError =>
  new ShulianError('MATCH_UNKNOWN', `There is no pair '${pair}'; one of its records may have changed.`, {
    status: 404,
  })

const decided = (word: Awaited<ReturnType<typeof wordOn>>): ShulianError =>
  new ShulianError(
    'MATCH_DECIDED',
    word
      ? `${word.by} said meanwhile, at ${word.at}, that this pair is ${word.says === 'same' ? 'the same work' : 'two works'}. Look at it again before you decide otherwise.`
      : 'The decision on this pair was taken back meanwhile. Look at it again before you decide.',
    { status: 409 },
  )
