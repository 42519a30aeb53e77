/** Whoever had the lock for so many milliseconds leaves others the time to take it, before anybody begins to hold it long again. */
const long = 100

export interface WriteTurns {
  /**
   * Comes when nobody of this process writes. @returns the end of the turn
   * @param isBrief it is a single statement: after a long turn it need not wait until other processes had their time
   */
  next(isBrief: boolean): Promise<() => void>
}

interface Waiting {
  isBrief: boolean
  begin(end: () => void): void
}

/**
 * Who of this process writes next: whoever asked first. After a long turn there is a rest of so many milliseconds, in which another
 * process finds the file free. Single statements have their turns in it: whoever was at the long turn says what came of it and takes its
 * next work, which is got ready while another writes at length; it would otherwise wait behind that other, and both do nothing together.
 */
export const createWriteTurns = (rest: number): WriteTurns => {
  const waiting: Waiting[] = []
  let isTaken = false
  let isResting = false

  const look = (): void => {
    if (isTaken) return
    const at = isResting ? waiting.findIndex(({ isBrief }) => isBrief) : 0
    const [next] = at < 0 ? [] : waiting.splice(at, 1)
    if (!next) return
    isTaken = true
    const begun = performance.now()
    if (process.env['TRACE']) console.error(Math.round(begun), 'turn', next.isBrief, isResting)
    next.begin(() => {
      isTaken = false
      if (process.env['TRACE'])
        console.error(
          Math.round(performance.now()),
          'end turn',
          next.isBrief,
          waiting.map((w) => w.isBrief).join(),
        )
      if (performance.now() - begun > long) takeRest()
      look()
    })
  }

  const takeRest = (): void => {
    isResting = true
    setTimeout(() => {
      isResting = false
      look()
    }, rest)
  }

  return {
    next: (isBrief) =>
      new Promise((begin) => {
        waiting.push({ isBrief, begin })
        look()
      }),
  }
}
