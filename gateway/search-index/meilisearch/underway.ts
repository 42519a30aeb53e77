interface Write {
  /** 0 for what is removed. */
  version: number
  /** It was removed since: what the index still holds counts no more. */
  isRemoved: boolean
  writes: number
}

/** What the engine has taken and not done yet: a document may come again, or go, before that. */
export const createUnderway = () => {
  const last = new Map<string, Write>()
  return {
    /** The version that counts: what the index holds, and what was taken since. */
    versionOf: (id: string, held: number): number => {
      const one = last.get(id)
      return one === undefined ? held : Math.max(one.isRemoved ? 0 : held, one.version)
    },
    /** The engine does what it takes in order. @returns to be called when it has done this, or will not */
    begin: (documents: readonly { id: string; version: number }[]): (() => void) => {
      const ids = documents.map(({ id }) => id)
      for (const { id, version } of documents) {
        const before = last.get(id)
        const isRemoved = version === 0 || before?.isRemoved === true
        last.set(id, { version, isRemoved, writes: (before?.writes ?? 0) + 1 })
      }
      return () => {
        for (const id of ids) {
          const one = last.get(id)
          if (one && --one.writes <= 0) last.delete(id)
        }
      }
    },
  }
}
