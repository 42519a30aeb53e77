import {
  type Dialect,
  type PrimitiveValueListNode,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { type Connections, createSqliteDriver } from './sqlite-driver.js'

/** A list of more is bound as one value. */
const few = 4

class Compiler extends SqliteQueryCompiler {
  /** Whoever writes has locked everything: no row is locked by itself. */
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier !== 'ForUpdate' && node.modifier !== 'SkipLocked') super.visitSelectModifier(node)
  }

  /**
   * `in (?, ?, …)` of a long list as `in (select value from json_each(?))`: to bind 500 values one by one costs more than to
   * look them up, and every length of list would be a statement of its own. A row that is inserted is such a node too.
   */
  protected override visitPrimitiveValueList(node: PrimitiveValueListNode): void {
    const isCompared = this.parentNode?.kind === 'BinaryOperationNode'
    if (!isCompared || node.values.length <= few || !node.values.every(isPlain)) {
      super.visitPrimitiveValueList(node)
      return
    }
    this.append('(select value from json_each(')
    this.appendValue(JSON.stringify(node.values))
    this.append('))')
  }
}

/** Is the same in JSON: bytes and very large numbers are not. */
const isPlain = (value: unknown): boolean => typeof value === 'string' || Number.isSafeInteger(value)

/** Kysely's SQLite, for a file that one writer locks whole. */
export const embeddedDialect = (connections: Connections): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => createSqliteDriver(connections),
  createIntrospector: (database) => new SqliteIntrospector(database),
  createQueryCompiler: () => new Compiler(),
})
