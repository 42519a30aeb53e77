import type { Title } from '../../record/v1-draft.js'
import { addTitle, credit, titleOf } from '../draft.js'
import { languageCode } from '../languages.js'
import { all, first, type Step, sourceOf } from '../marc-steps.js'
import { pinyinOf } from './coded.js'

/** A title in the making: CNMARC says in the order of the subfields what belongs to what. */
interface Open {
  value: string
  kind: Title['kind']
  subtitles: string[]
  numbers: string[]
  names: string[]
  source: string
}

const kinds: Record<string, Title['kind']> = {
  a: 'original',
  c: 'variant',
  d: 'parallel',
  A: 'pinyin',
  '9': 'pinyin',
}

/**
 * 200: $a titles proper, $A or $9 their pinyin, $c of another author, $d parallel; $e $h $i belong to the title before
 * them. $f and $g are statements as on the item, not headings.
 */
export const properTitle: Step = (field, draft) => {
  const [open, statements] = [[] as Open[], [] as string[]]
  for (const { code, value } of field.subfields) {
    const text = value.trim()
    if (!text) continue
    if (code in kinds)
      open.push(start(code, text, open.length === 0 && draft.description.titles.length === 0))
    else if (code === 'f' || code === 'g') statements.push(text)
    else
      belong(
        open.findLast((title) => title.kind !== 'pinyin'),
        code,
        text,
      )
  }
  const languages = all(field, 'z').map(languageCode)
  for (const title of open)
    addTitle(draft, close(title, title.kind === 'parallel' ? languages.shift() : undefined), title.source)
  if (statements.length && !draft.description.statement) {
    draft.description.statement = statements.join(' ; ')
    credit(draft, 'statement', '200$f')
  }
}

/** The first $a is the title proper; a second one, or a second 200, is a work published with it. */
function start(code: string, text: string, isFirst: boolean): Open {
  const kind = code === 'a' && !isFirst ? 'variant' : (kinds[code] as Title['kind'])
  return {
    value: text.replace(/^=\s*/, ''),
    kind,
    subtitles: [],
    numbers: [],
    names: [],
    source: `200$${code}`,
  }
}

function belong(title: Open | undefined, code: string, text: string): void {
  if (code === 'e') title?.subtitles.push(text)
  if (code === 'h') title?.numbers.push(text)
  if (code === 'i') title?.names.push(text)
}

const close = (title: Open, language: string | undefined): Title =>
  titleOf(title.value, title.kind, {
    subtitle: title.subtitles.join(' : '),
    number: title.numbers.join(', '),
    name: title.names.join(', '),
    ...(language && { language }),
  })

/** 5XX: $a with $e $h $i, its pinyin, $z its language. 520 is a former title here, no abstract. */
export const otherTitle =
  (kind: Title['kind']): Step =>
  (field, draft) => {
    const value = first(field, 'a')
    if (!value) return
    const language = languageCode(first(field, 'z') ?? '')
    const more = {
      subtitle: all(field, 'e').join(' : '),
      number: all(field, 'h').join(', '),
      name: all(field, 'i').join(', '),
    }
    const title = titleOf(value, kind, { ...more, ...(language && { language }) })
    const { titles } = draft.description
    if (
      titles.some((other) => other.value === title.value && other.subtitle === title.subtitle && !title.part)
    )
      return
    addTitle(draft, title, sourceOf(field, 'a'))
    const pinyin = pinyinOf(field)
    if (pinyin && !titles.some((other) => other.value === pinyin))
      addTitle(draft, titleOf(pinyin, 'pinyin'), sourceOf(field, 'A'))
  }
