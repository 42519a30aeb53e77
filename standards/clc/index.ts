import { clcTopClasses } from '../crosswalks/clc.js'
import { arts } from './arts.js'
import { humanities } from './humanities.js'
import { sciences } from './sciences.js'
import { technology } from './technology.js'

export interface ClassName {
  zh: string
  en: string
}

const rowsOf = (table: string): [string, ClassName][] =>
  table
    .trim()
    .split('\n')
    .map((row) => {
      const [number, zh, en] = row.split('|') as [string, string, string]
      return [number, { zh, en }]
    })

/** 中国图书馆分类法: the names of its classes, by number; of those below the third level only a few. */
export const clcClasses: ReadonlyMap<string, ClassName> = new Map([
  ...Object.entries(clcTopClasses),
  ...[humanities, arts, sciences, technology].flatMap(rowsOf),
])

/** Undefined where the table has no name for this class. */
export const clcName = (number: string): ClassName | undefined => clcClasses.get(number)

export { clcTopClasses }

/**
 * The classes that a number lies in, from the top: `I247.57` is in I, I2, I24 and I247, `TP312` in T, TP, TP3 and TP31.
 * Four at most: what is finer tells few works apart. None where it has not the form of a number.
 */
export const clcPath = (value: string): string[] => {
  const found = /^[[{]?(DF|T[BDEFGHJKLMNPQSTUV]|[A-KNO-VXZ])(\d{0,3})/.exec(
    value.normalize('NFKC').trim().toUpperCase(),
  )
  if (!found) return []
  const [, letters = '', digits = ''] = found
  const whole = letters + digits
  return Array.from({ length: Math.min(4, whole.length) }, (_, at) => whole.slice(0, at + 1))
}
