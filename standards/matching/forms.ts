import type { Description } from '../record/v1-draft.js'

/** Words in a title, an edition or a note of form that say a work was made of another: not the text that goes by that title. */
const forms: [RegExp, string][] = [
  [/连环画|連環畫|漫画|漫畫|绘画本|繪畫本|graphic novel|comic|manga|bande dessinée|sarjakuva/iu, 'comic'],
  [/绘本|繪本|图画书|圖畫書/u, 'pictures'],
  [/剧本|劇本|脚本|screenplay|libretto|drehbuch|scénario/iu, 'script'],
  [
    /青少(?:年)?版|少儿版|少兒版|少年版|简写本|簡寫本|缩写本|縮寫本|改写本|改寫本|retold|nacherzählt/iu,
    'retold',
  ],
  [/改编本|改編本|adapted by/iu, 'adapted'],
]

/** `许清晨原著；刘士改编`, `蒲松龄原著；陈丰绘`: the heading need not say it. Who made the 绘图 or 插图 illustrated the text itself. */
const retold = /原著.{0,30}(?:改编|改写|缩写|(?<!插)[绘繪](?![图圖像插]))|改编[；;：:\s]|改编$|改写$/u

/** 聊斋志异 : 连环画, 聊斋志异（连环画）, in one piece, as lists and Dublin Core give it. */
const behindTitle = /(?:[:：(（[〔]\s*|(?<=\p{sc=Han})\s+(?=\p{sc=Han}))(.+)$/u

/**
 * 连环画 of a novel is another work, though the novel’s author heads it (原著). `pictures` (绘本) is often a work of its own, and
 * not every library says so.
 */
export function formOf({ titles, edition, notes, agents, statement = '' }: Description): string | undefined {
  const [title] = titles
  const said = [
    title?.subtitle ?? behindTitle.exec(title?.value ?? '')?.[1],
    edition,
    ...notes.filter(({ kind }) => kind === 'form').map(({ value }) => value),
  ]
  for (const text of said) {
    const found = text && forms.find(([form]) => form.test(text))
    if (found) return found[1]
  }
  return agents.some(({ role }) => role === 'adp') || retold.test(statement) ? 'adapted' : undefined
}
