/** Whoever enters waits until all before have left. */
export interface Line {
  /** @returns what leaves it */
  enter(): Promise<() => void>
}

export const createLine = (): Line => {
  let last: Promise<void> = Promise.resolve()
  return {
    enter: async () => {
      const before = last
      let leave = () => {}
      last = new Promise((resolve) => {
        leave = resolve
      })
      await before
      return leave
    },
  }
}
