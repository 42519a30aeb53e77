/** Failures in a row after which calls are refused at once, and for how long, in milliseconds. */
const openAfter = 3
const openFor = 5_000

export interface HealthState {
  state: 'unknown' | 'up' | 'away'
  since: string | null
}

/** What the last calls of each service came to; a service that keeps failing is left alone for a while. */
export const createHealth = (now: () => Date) => {
  const states = new Map<string, { failures: number; state: 'up' | 'away'; since: number }>()
  const set = (key: string, state: 'up' | 'away', failures: number) => {
    const before = states.get(key)
    const since = before?.state === state ? before.since : now().getTime()
    states.set(key, { state, failures, since })
    if (failures >= openAfter) opened.set(key, now().getTime() + openFor)
    else opened.delete(key)
  }
  const opened = new Map<string, number>()
  return {
    succeeded: (key: string) => set(key, 'up', 0),
    failed: (key: string) => set(key, 'away', (states.get(key)?.failures ?? 0) + 1),
    /** Milliseconds until it is worth trying again; 0 now. */
    pause: (key: string): number => Math.max(0, (opened.get(key) ?? 0) - now().getTime()),
    of: (key: string): HealthState => {
      const state = states.get(key)
      return state
        ? { state: state.state, since: new Date(state.since).toISOString() }
        : { state: 'unknown', since: null }
    },
  }
}
export type Health = ReturnType<typeof createHealth>
