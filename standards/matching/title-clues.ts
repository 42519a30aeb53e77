import type { Title } from '../record/v1-draft.js'
import { titleKey } from '../text/title-key.js'
import { volumeIn, volumeOf } from './volumes.js'

/** One title as it is compared: folded as search folds, without the volume it names. */
export interface TitleClue {
  main: string
  /** Subtitle; a title only goes on in it, so its absence is no difference. */
  rest?: string
  /** Name of the part that the record describes: 唐代卷. */
  part?: string
}

export interface TitleClues {
  titles: TitleClue[]
  volume?: string
  set?: number
}

/** No record has more titles that a colleague would take as the title proper. */
const most = 6

/**
 * Titles by script, never romanised: pinyin makes 权利, 权力 and 全力 one. The volume is that of the first title that
 * names one: a variant title may name another.
 */
export function titleClues(titles: Title[]): TitleClues {
  const found: TitleClues = { titles: [] }
  for (const title of titles) {
    if (title.kind === 'pinyin' || found.titles.length === most) continue
    const main = volumeIn(title.value)
    const sub = title.subtitle ? volumeIn(title.subtitle) : undefined
    const number = title.part?.number
    const volume = (number && volumeOf(number)) || main.volume || sub?.volume
    const isFirst = found.titles.length === 0
    if (isFirst && volume) found.volume = volume
    const set = main.set ?? sub?.set
    if (isFirst && set !== undefined && !volume) found.set = set
    add(found.titles, clueOf(title, main.rest, sub?.rest))
  }
  return found
}

function clueOf(title: Title, value: string, subtitle: string | undefined): TitleClue {
  const clue: TitleClue = { main: titleKey(value) || titleKey(title.value) }
  const rest = subtitle && titleKey(subtitle)
  if (rest) clue.rest = rest
  const part = title.part?.name && titleKey(volumeIn(title.part.name).rest)
  if (part && part !== clue.main) clue.part = part
  return clue
}

function add(titles: TitleClue[], clue: TitleClue): void {
  if (!clue.main) return
  if (titles.some(({ main, rest, part }) => main === clue.main && rest === clue.rest && part === clue.part))
    return
  titles.push(clue)
}
