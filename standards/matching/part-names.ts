import type { Title } from '../record/v1-draft.js'
import { titleKey } from '../text/title-key.js'
import { goesBeside } from './companions.js'
import { type Volume, volumeIn } from './volumes.js'

/** 中国戏曲志（四川卷）. */
const inBrackets = /(?<=\p{sc=Han}{2})\s*[(（[【〔](\p{sc=Han}{2,8}(?:卷|分册|分冊))[)）\]】〕]$/u

/**
 * The name of a part, and the title without it. A field gives it; or it stands behind the number in the title (中国通史 第三卷
 * 隋唐), in the number (数学一年级下册), or at the end in brackets. 上册 习题解答 names no part: it is called after the book.
 */
export function partIn(title: Title, { rest, name }: Volume): { main: string; part?: string } {
  const behind = name && !goesBeside(titleKey(name)) ? name : undefined
  const whole = name ? `${rest} ${name}` : rest
  const given = title.part?.name
  if (given) return { main: whole, part: given }
  if (behind) return { main: rest, part: behind }
  const numbered = nameInNumber(title.part?.number)
  if (numbered) return { main: whole, part: numbered }
  const part = inBrackets.exec(rest)?.[1]
  return part ? { main: rest.replace(inBrackets, ''), part } : { main: whole }
}

function nameInNumber(number: string | undefined): string | undefined {
  if (!number) return undefined
  const { rest, volume } = volumeIn(number)
  return volume !== undefined && /^\p{sc=Han}{2,}$/u.test(rest) && !goesBeside(rest) ? rest : undefined
}
