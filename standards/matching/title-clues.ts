import type { Title } from '../record/v1-draft.js'
import { foldWords } from '../text/folding.js'
import { titleKey } from '../text/title-key.js'
import { goesBeside } from './companions.js'
import { bareTitle, isSeries } from './decorations.js'
import { partIn } from './part-names.js'
import { spelled } from './title-spellings.js'
import { volumeIn, volumeOf } from './volumes.js'

/** One title as it is compared: folded as search folds, without the volume it names. */
export interface TitleClue {
  main: string
  /** Subtitle; a title only goes on in it, so its absence is no difference. */
  rest?: string
  /** Name of the part that the record describes: 唐代卷. */
  part?: string
  /** Its number, of a title that is not the title proper: that of the record’s volume stands elsewhere. */
  number?: string
  /** It is the name of a volume, which another catalogue may have taken as the title, without its set. */
  isOfVolume?: true
}

export interface TitleClues {
  titles: TitleClue[]
  volume?: string
  set?: number
  /** An edition statement that stood in the title. */
  edition?: string
}

/** No record has more titles that a colleague would take as the title proper. */
const most = 6

/**
 * Titles by script, never romanised: pinyin makes 权利, 权力 and 全力 one. The volume is that of the first title that
 * names one: a variant title may name another.
 * @param language of the text, where a title does not say its own
 */
export function titleClues(titles: Title[], language?: string): TitleClues {
  const found: TitleClues = { titles: [] }
  for (const one of titles) {
    if (one.kind === 'pinyin' || found.titles.length === most) continue
    if (found.titles.length > 0 && isCollective(one)) continue
    const title = spelled(one, language)
    const bare = bareTitle(title.value)
    const main = volumeIn(bare.title)
    const sub = title.subtitle ? volumeIn(title.subtitle) : undefined
    const volume = inLevels(main.volume ?? sub?.volume, title) ?? bare.year
    const isFirst = found.titles.length === 0
    if (isFirst && volume) found.volume = volume
    if (isFirst && bare.edition) found.edition = bare.edition
    const set = main.set ?? sub?.set
    if (isFirst && set !== undefined && !volume) found.set = set
    const { main: whole, part: name } = partIn(title, main)
    const clue = clueOf(name ? { ...title, part: { ...title.part, name } } : title, whole, sub?.rest)
    const number = title.part?.number && (volumeOf(title.part.number) ?? titleKey(title.part.number))
    if (number && number !== found.volume) clue.number = number
    add(found.titles, clue)
    const named = name ? clue.part : volume && !isSeries(title.subtitle ?? '') ? clue.rest : undefined
    if (isFirst && named && named.length > 1 && !goesBeside(named))
      add(found.titles, shapedTitle({ main: named, isOfVolume: true }))
  }
  return found
}

/** `Laws, etc.`, `Works. Selections`: under what cataloguers file many works of one maker is the title of none of them. */
const isCollective = ({ value, part }: Title): boolean =>
  collective.test(foldWords([value, part?.name].filter(Boolean).join(' ')).join(' '))
const collective = /^(?:laws|treaties) etc\b|(?:^|\s)(?:selections|auswahl|extraits|selecciones)$/u

/**
 * 语文六年级 with $h 上册 is 6.上. Of another number beside the title’s it is not known which of the two is in the other: the
 * field’s stands.
 */
function inLevels(outer: string | undefined, { value, part }: Title): string | undefined {
  const number = part?.number ?? ''
  const inner = volumeOf(number)
  if (!outer || !inner) return inner ?? outer
  const isInner = grade.test(value) ? !grade.test(number) : /^[上中下]$/u.test(inner) && inner !== outer
  return isInner ? `${outer}.${inner}` : inner
}
const grade = /年[级級]/u

function clueOf(title: Title, value: string, subtitle: string | undefined): TitleClue {
  const clue = shapedTitle({ main: titleKey(value) || titleKey(title.value) })
  const rest = subtitle && titleKey(subtitle)
  if (rest) clue.rest = rest
  const part = title.part?.name ? titleKey(volumeIn(title.part.name).rest) : subtitle && span(subtitle)
  if (part && part !== clue.main) clue.part = part
  return clue
}

/** With the same fields in the same order as every other. */
export const shapedTitle = ({ main, rest, part, number, isOfVolume }: TitleClue): TitleClue => ({
  main,
  rest,
  part,
  number,
  isOfVolume,
})

/** 平定县志 : 1986-2005 goes on where 平定县志 ended: the years are the name of the part. */
const span = (text: string): string | undefined =>
  /^[\s(（]*(?:公元)?(前?\d{3,4})年?\s*[-~–—―～至]{1,2}\s*(\d{3,4})年?[\s)）]*$/u
    .exec(text)
    ?.slice(1)
    .join(' ')

function add(titles: TitleClue[], clue: TitleClue): void {
  if (!clue.main) return
  if (titles.some(({ main, rest, part }) => main === clue.main && rest === clue.rest && part === clue.part))
    return
  titles.push(clue)
}
