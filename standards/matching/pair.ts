import type { Clues } from './clues.js'
import { compareTitles, type TitleAgreement } from './compare-titles.js'
import { isSameVolume } from './volumes.js'

/** Two records side by side, as they are compared. */
export interface Pair {
  a: Clues
  b: Clues
  /** Made once: more than all else it is what a comparison costs, and not every one needs it. */
  titles(): TitleAgreement
}

export const pairOf = (one: Clues, other: Clues): Pair => {
  const [a, b] = [withVolume(one, other), withVolume(other, one)]
  let titles: TitleAgreement | undefined
  return {
    a,
    b,
    titles: () => {
      titles ??= compareTitles(a, b)
      return titles
    },
  }
}

/** 秋千与石榴上 is 秋千与石榴 with the volume 上 where the other record says so: by itself 上 may belong to the word. */
function withVolume(a: Clues, b: Clues): Clues {
  const [title, twin] = [a.titles[0], b.titles[0]]
  if (!b.volume || a.volume || !title || !twin || title.main.length !== twin.main.length + 1) return a
  const volume = title.main.slice(-1)
  if (!title.main.startsWith(twin.main) || !isSameVolume(volume, b.volume)) return a
  return { ...a, volume, titles: [{ ...title, main: twin.main }, ...a.titles.slice(1)] }
}
