import type { TextField } from '../../../gateway/contracts/index.js'

type Fields = readonly TextField[]

const title: Fields = ['title', 'alternative']
const agents: Fields = ['agents']
const subjects: Fields = ['subjects']
const numbers: Fields = ['identifiers']

/** What may stand before a colon, full width or half, in small letters. Any other word before a colon is a word like another. */
export const fieldPrefixes: ReadonlyMap<string, Fields> = new Map([
  ...names(title, 'title ti 题名 題名 书名 書名 标题 標題'),
  ...names(agents, 'author au by creator name 作者 著者 译者 譯者 责任者 責任者'),
  ...names(subjects, 'subject su keyword 主题 主題 关键词 關鍵詞'),
  ...names(['subjects', 'identifiers'], 'class call 分类 分類 分类号 分類號 索书号 索書號'),
  ...names(numbers, 'isbn issn id 标识 標識'),
  ...names(['other'], 'publisher series 出版社 出版者 丛书 叢書'),
])

function names(fields: Fields, words: string): [string, Fields][] {
  return words.split(' ').map((word) => [word, fields])
}
