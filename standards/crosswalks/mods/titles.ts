import { textOf } from '../../formats/xml-tree.js'
import type { Title } from '../../record/v1-draft.js'
import { addTitle, titleOf } from '../draft.js'
import { romanKind } from '../names.js'
import { articleOf, languageOf, type ModsStep, textsOf } from './steps.js'

/** titleInfo: without a type the title proper; a second one is parallel where it is transliterated, else a variant. */
export const titleInfo: ModsStep = (node, draft) => {
  const article = articleOf(node)
  const value = `${article}${textOf(node, 'title') ?? ''}`.trim()
  const { titles } = draft.description
  if (!value) return
  const proper = titles.find(({ kind }) => kind === 'original')
  const language = languageOf(node)
  const more = {
    subtitle: textsOf(node, 'subTitle').join(' : '),
    number: textsOf(node, 'partNumber').join(', '),
    name: textsOf(node, 'partName').join(', '),
    nonfiling: Math.min(article.length, 20),
    ...(language && { language }),
  }
  const title = titleOf(value, kindOf(node.attributes, proper), more)
  if (titles.some((other) => other.value === value && other.part?.number === title.part?.number)) return
  addTitle(draft, title, 'titleInfo')
}

function kindOf(attributes: Map<string, string>, proper: Title | undefined): Title['kind'] {
  const type = attributes.get('type')
  if (attributes.has('transliteration')) return proper ? romanKind(proper.value) : 'parallel'
  if (type === 'translated') return 'parallel'
  return type === undefined && !proper ? 'original' : 'variant'
}
