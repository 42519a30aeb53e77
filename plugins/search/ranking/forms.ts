import { readAloud } from '../../../standards/text/readings.js'
import { initialsOf } from '../../../standards/text/sounds.js'
import { shortenedOf } from '../plan/shortened.js'
import type { Manner, Way } from '../plan/way.js'
import { pinyinOf, spokenOf } from '../plan/words.js'
import type { Word } from '../query.js'
import type { Form } from './features.js'

const mostCuts = 6

/** In what forms a title is compared with these words: by its sounds only where the engine was asked for them. */
export const formsOf = (words: readonly Word[], ways: readonly Way[]): Form[] => {
  const tokens = words.flatMap((word) => word.tokens)
  const forms: Form[] = [{ by: 'writing', tokens }, ...writtenOtherwise(tokens, ways)]
  if (!ways.some(({ terms }) => terms.some(({ field }) => field === 'sounds'))) return forms
  const spoken = readAloud(tokens.join(''))
  for (const cut of spokenOf(tokens)) forms.push({ by: 'syllables', tokens: cut.map(plain) })
  if (spoken.length > 1) forms.push({ by: 'syllables', tokens: spoken.map(plain) })
  const cuts = pinyinOf(words).slice(0, mostCuts)
  for (const cut of cuts) forms.push({ by: 'syllables', tokens: cut })
  if (cuts.length === 0 && isSpoilt(words, ways))
    forms.push({ by: 'letters', tokens: [...plain(tokens.join(''))] })
  if (ways.some(({ manner }) => manner === 'initials'))
    for (const initials of [tokens.join(''), ...shortenedOf(words).map(initialsOf)])
      forms.push({ by: 'initials', tokens: [...initials] })
  return forms
}

/** Readings are kept without marks: lü is lu, however it was typed. */
const plain = (letters: string): string => letters.replaceAll('v', 'u')

/** Pinyin that a slip made none: what was lost tells one title from another by its letters alone. */
const isSpoilt = (words: readonly Word[], ways: readonly Way[]): boolean =>
  ways.every(({ manner }) => manner === 'a slip forgiven') &&
  words.every(({ tokens: [token, ...more] }) => more.length === 0 && /^[a-z]+$/.test(token!))

/** Ways to say the same in other words or letters; whatever else was asked for is less than what was typed. */
const alike: ReadonlySet<Manner> = new Set([
  'as typed',
  'numbers written otherwise',
  'synonym',
  'words of another region',
  'near spelling',
])

/** More are compared for little: the first ways are the surest. Synonyms are few (plan/synonyms.ts), and stand behind all of those. */
const mostWritten = 6

const writtenOtherwise = (typed: readonly string[], ways: readonly Way[]): Form[] => {
  const seen = new Set([typed.join(' ')])
  const forms: Form[] = []
  let others = 0
  for (const { manner, terms } of ways) {
    if (!alike.has(manner) || terms.some(({ field, prefix }) => field === 'sounds' || prefix)) continue
    const tokens = terms.flatMap((term) => term.tokens)
    if (seen.has(tokens.join(' '))) continue
    if (manner !== 'synonym' && ++others > mostWritten) continue
    seen.add(tokens.join(' '))
    forms.push({ by: 'writing', tokens, ...(manner !== 'as typed' && { isMeant: true }) })
  }
  return forms
}
