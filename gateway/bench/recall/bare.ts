import { mostCharacters, parseQuery } from '../../../plugins/search/query.js'
import type { RawDatabase } from '../../database/raw-database.js'
import { weights } from '../../search-index/fts5/schema.js'
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
    merge: () => raw.exec(`insert into bare_${tokenizer}(bare_${tokenizer}) values ('optimize')`),
    /** Every word that was typed, quoted: what a reader types is no syntax here either. */
    search: (query: string, limit: number): string[] => {
      const words = query.split(/\s+/u).filter(Boolean)
      const match = words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ')
      return match === '' ? [] : (select.all(match, limit) as { title: string }[]).map(({ title }) => title)
    },
  }
}

/** One query of the words as they are typed in the index of the product: what the engine alone would have to do. */
export const sameIndex = (raw: RawDatabase) => {
  const select = raw.prepare(
    `select stored from search_stored join
       (select rowid as doc, bm25(search_text, ${weights}) as score from search_text where search_text match ? order by score limit ?)
     using (doc) order by score`,
  )
  return {
    search: (query: string, limit: number): string[] => {
      const match = parseQuery(query.slice(0, mostCharacters)).all.map(
        ({ tokens }) => `"${tokens.join(' ').replaceAll('"', '""')}"`,
      )
      const rows = match.length === 0 ? [] : (select.all(match.join(' AND '), limit) as { stored: string }[])
      return rows.map(({ stored }) => (JSON.parse(stored) as { title: string }).title)
    },
  }
}
