import { Converter } from 'opencc-js/cn2t'
import type { Written } from './written.js'

const convert = Converter({ from: 'cn', to: 'tw' })

/** What a library writes in traditional characters: every text but numbers and pinyin. */
export const inTraditional = (written: Written): Written => ({
  ...written,
  ...changed(written, [
    'title',
    'subtitle',
    'edition',
    'place',
    'publisher',
    'pages',
    'set',
    'earlier',
    'later',
    'subject',
  ]),
  part: changed(written.part, ['number', 'name']),
  statement: written.statement.map(convert),
  headings: written.headings.map((heading) => ({
    ...heading,
    ...changed(heading, ['name', 'role', 'dynasty', 'country']),
  })),
  ...(written.series && { series: { ...written.series, title: convert(written.series.title) } }),
})

const changed = <T extends object>(object: T, names: (keyof T)[]): Partial<T> =>
  Object.fromEntries(
    names.flatMap((name) =>
      typeof object[name] === 'string' ? [[name, convert(object[name] as string)]] : [],
    ),
  ) as Partial<T>
