/** Those who wait for anything to change. */
export interface Bell {
  ring(): void
  /** Resolves at the next ring. */
  heard(): Promise<void>
}

export function createBell(): Bell {
  let strike: () => void = () => {}
  const next = () =>
    new Promise<void>((resolve) => {
      strike = resolve
    })
  let heard = next()
  return {
    ring() {
      strike()
      heard = next()
    },
    heard: () => heard,
  }
}

/** One run at a time. Asked for again while it runs, it runs once more: every caller gets a run that began after the call. */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | null = null
  return () => {
    waiting ??= last.then(() => {
      waiting = null
      return run()
    })
    last = waiting.catch(() => {})
    return waiting
  }
}

/** Calls of any kind, one after the other. */
export function inTurn(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (run) => {
    const turn = last.then(run)
    last = turn.catch(() => {})
    return turn
  }
}

/** Waits for the work, at most so many milliseconds. */
export async function within(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([work, limit])
  clearTimeout(timer)
}
