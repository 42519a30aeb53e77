import type { DataField } from '../../formats/marc.js'
import type { Title } from '../../record/v1-draft.js'
import { addTitle, credit, type Draft, titleOf } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { stripMarks, unsorted } from '../isbd.js'
import { languageCode } from '../languages.js'
import { all, first, sourceOf } from '../marc-steps.js'
import { romanKind } from '../names.js'
import { scriptOf } from '../scripts.js'
import { latin, linkOf, pinyinOf } from './coded.js'

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
export const properTitle: StepOf = ({ place }) => (place === 'statement' ? readStatement : readTitles)

const readTitles: ReturnType<StepOf> = (field, draft) => {
  const open: Open[] = []
  const others = kindOfOthers(field, draft)
  for (const { code, value } of field.subfields) {
    const text = code === '9' ? latin(value.trim()) : stripMarks(value)
    if (!text) continue
    if (code in kinds) open.push(start(code, text, open.length === 0 ? (others ?? 'original') : 'variant'))
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
}

/**
 * What the $a of a further 200 is: the same title in another script, when `$6` or the script itself says so, with $7 for
 * the script; else a work published with it.
 */
function kindOfOthers(field: DataField, draft: Draft): Title['kind'] | undefined {
  const proper = draft.description.titles.find((title) => title.kind === 'original')
  if (!proper) return undefined
  const script = scriptOf(first(field, 'a') ?? '')
  if (!linkOf(field) && !first(field, '7')) return 'variant'
  return script === 'Latn' ? romanKind(proper.value) : 'parallel'
}

const readStatement: ReturnType<StepOf> = (field, draft) => {
  const statements = field.subfields.filter(({ code }) => code === 'f' || code === 'g')
  const text = statements
    .map(({ value }) => stripMarks(value))
    .filter(Boolean)
    .join(' ; ')
  if (!text || draft.description.statement) return
  draft.description.statement = text
  credit(draft, 'statement', '200$f')
}

/** The first $a is the title proper; a second one is a work published with it. */
function start(code: string, text: string, kindOfTitle: Title['kind']): Open {
  return {
    value: text.replace(/^=\s*/, ''),
    kind: code === 'a' ? kindOfTitle : (kinds[code] as Title['kind']),
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

function close(title: Open, language: string | undefined): Title {
  const { text, nonfiling } = unsorted(title.value)
  return titleOf(text, title.kind, {
    subtitle: unsorted(title.subtitles.join(' : ')).text,
    number: title.numbers.join(', '),
    name: unsorted(title.names.join(', ')).text,
    ...(nonfiling && { nonfiling }),
    ...(language && { language }),
  })
}

/** 5XX: $a with $e $h $i, its pinyin, $z its language ($m of a uniform title). 520 is a former title here, no abstract. */
export const otherTitle: StepOf =
  ({ kind, reads }) =>
  (field, draft) => {
    const parts = [...'klnqrst'].filter((code) => reads.includes(code)).flatMap((code) => all(field, code))
    const { text, nonfiling } = unsorted([stripMarks(first(field, 'a') ?? ''), ...parts].join(' ').trim())
    if (!text) return
    const language = languageCode(first(field, 'z') ?? (reads.includes('m') ? first(field, 'm') : '') ?? '')
    const more = {
      subtitle: all(field, 'e').map(stripMarks).join(' : '),
      number: all(field, 'h').map(stripMarks).join(', '),
      name: all(field, 'i').map(stripMarks).join(', '),
      ...(nonfiling && { nonfiling }),
    }
    const title = titleOf(text, kind as Title['kind'], { ...more, ...(language && { language }) })
    const { titles } = draft.description
    const isKnown = titles.some(
      (other) => other.value === title.value && other.subtitle === title.subtitle && !title.part,
    )
    if (!isKnown) addTitle(draft, title, sourceOf(field, 'a'))
    const pinyin = isKnown ? undefined : pinyinOf(field)
    if (pinyin && !titles.some((other) => other.value === pinyin))
      addTitle(draft, titleOf(pinyin, 'pinyin'), sourceOf(field, 'A'))
  }
