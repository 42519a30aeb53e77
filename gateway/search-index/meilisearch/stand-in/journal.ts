import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** A request that changed something. */
export interface Entry {
  method: string
  url: string
  type: string | undefined
  body: string
}

/** What was accepted stands on disk before it is answered: killed and started again, the stand-in does all of it again. */
export const openJournal = (path: string) => ({
  entries: (): Entry[] =>
    existsSync(path)
      ? readFileSync(path, 'utf8')
          .split('\n')
          // Killed as it wrote, it leaves half a line of what it never answered.
          .slice(0, -1)
          .map((line) => JSON.parse(line) as Entry)
      : [],
  add: (entry: Entry): void => appendFileSync(path, `${JSON.stringify(entry)}\n`),
})

export type Journal = ReturnType<typeof openJournal>
