export interface Years {
  from?: string
  /** Absent for one year. */
  to?: string
  /** It still comes out. */
  isOpen: boolean
}

const digits = '〇一二三四五六七八九'

/** The years of a date as it stands on the item; those of the Republic (民國) are counted from 1912. */
export function yearsOf(date: string): Years {
  const isOpen = /-\s*$/.test(date)
  const western = [...date.matchAll(/(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/g)].map(([year]) => year)
  const found = western.length > 0 ? western : republican(date)
  const isRange = /\d{4}\s*-\s*\d{4}|至/.test(date) && found.length > 1
  return { ...(found[0] && { from: found[0] }), ...(isRange && { to: found[1] as string }), isOpen }
}

const republican = (date: string): string[] =>
  /民[國国]?/.test(date)
    ? [...date.matchAll(/([一二三四五六七八九十]+|\d+)年?/g)].map(([, number = '']) =>
        String(1911 + numberOf(number)),
      )
    : []

/** Up to 九十九, which is more years than the Republic had calendars for. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens ? digits.indexOf(tens) : 1) : 0
  return ten * 10 + (ones ? digits.indexOf(ones) : 0)
}
