import type { RawDatabase } from '../../database/open.js'
import type { Item } from './documents.js'

/** What FTS5 finds alone, with one of its own tokenizers, of titles and names as they are written. */
export const bareTable = (raw: RawDatabase, tokenizer: 'unicode61' | 'trigram') => {
  raw.exec(
    `create virtual table bare_${tokenizer} using fts5(title, agents, publisher, tokenize='${tokenizer}')`,
  )
  const insert = raw.prepare(`insert into bare_${tokenizer} (title, agents, publisher) values (?, ?, ?)`)
  const select = raw.prepare(
    `select title, bm25(bare_${tokenizer}, 40, 15, 1) as score from bare_${tokenizer} where bare_${tokenizer} match ?
     order by score limit ?`,
  )
  return {
    write: (items: readonly Item[]) => {
      raw.exec('begin')
      for (const { title, agents, publisher } of items) insert.run(title, agents.join(' ; '), publisher)
      raw.exec('commit')
    },
    /** Every word that was typed, quoted: what a reader types is no syntax here either. */
    search: (query: string, limit: number): string[] => {
      const words = query.split(/\s+/u).filter(Boolean)
      const match = words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ')
      return match === '' ? [] : (select.all(match, limit) as { title: string }[]).map(({ title }) => title)
    },
  }
}
