import { readAloud } from '../../../standards/text/readings.js'
import { initialsOf } from '../../../standards/text/sounds.js'
import { shortenedOf } from '../plan/shortened.js'
import type { Way } from '../plan/way.js'
import { pinyinOf } from '../plan/words.js'
import type { Word } from '../query.js'
import type { Form } from './features.js'

const mostCuts = 6

/** In what forms a title is compared with these words: by its sounds only where the engine was asked for them. */
export const formsOf = (words: readonly Word[], ways: readonly Way[]): Form[] => {
  const tokens = words.flatMap((word) => word.tokens)
  const forms: Form[] = [
    { by: 'writing', tokens },
    ...ways.filter(({ manner }) => manner === 'synonym').map(meant),
  ]
  if (!ways.some(({ terms }) => terms.some(({ field }) => field === 'sounds'))) return forms
  const spoken = readAloud(tokens.join(''))
  if (spoken.length > 1) forms.push({ by: 'syllables', tokens: spoken })
  for (const cut of pinyinOf(words).slice(0, mostCuts)) forms.push({ by: 'syllables', tokens: cut })
  if (ways.some(({ manner }) => manner === 'initials'))
    for (const initials of [tokens.join(''), ...shortenedOf(words).map(initialsOf)])
      forms.push({ by: 'initials', tokens: [...initials] })
  return forms
}

const meant = ({ terms }: Way): Form => ({
  by: 'writing',
  tokens: terms.flatMap(({ tokens }) => tokens),
  isMeant: true,
})
