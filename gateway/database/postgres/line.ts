import { storageBusy } from './errors.js'

/** Whoever enters waits until all before have left. */
export interface Line {
  /** @returns what leaves it. @throws ShulianError STORAGE_BUSY when that took too long */
  enter(): Promise<() => void>
}

/** @param longest milliseconds that one waits, however many are before it */
export const createLine = (longest: number): Line => {
  let last: Promise<void> = Promise.resolve()
  return {
    enter: async () => {
      const before = last
      let leave = () => {}
      last = new Promise((resolve) => {
        leave = resolve
      })
      if (await isOver(before, longest)) return leave
      // Who waits behind this one waits for those before it still.
      void before.then(leave)
      throw storageBusy(undefined)
    },
  }
}

const isOver = async (work: Promise<void>, milliseconds: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  const inTime = await Promise.race([work.then(() => true), late])
  clearTimeout(timer)
  return inTime
}
