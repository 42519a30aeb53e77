import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { CatalogueTables } from './tables.js'

type Row = CatalogueTables['catalogueRecord']

/** Of a pair of records, `one` and `other`, those of which either is the member’s: sources are `member/name`. */
export const isOfMember =
  (member: string) =>
  ({ and, eb, or }: ExpressionBuilder<{ one: Row; other: Row }, 'one' | 'other'>): Expression<SqlBool> => {
    const [from, to] = [`${member}/`, `${member}0`]
    return or([
      and([eb('one.source', '>=', from), eb('one.source', '<', to)]),
      and([eb('other.source', '>=', from), eb('other.source', '<', to)]),
    ])
  }
