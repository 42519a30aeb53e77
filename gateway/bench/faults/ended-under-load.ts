import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { listening } from '../../command-testing.js'
import { openLetters } from './letters.js'

export interface EndedOutcome {
  answered: number
  /** Told before anything was sent: no request was lost. */
  refused: number
  resets: string[]
  /** What the long requests were answered. */
  slow: (number | undefined)[]
  seconds: number
  code: number | null
}

/** A gateway asked to end while some clients read on kept connections and others are in the midst of a long request. */
export const endedUnderLoad = async (
  folder: string,
  { clients, slow, milliseconds }: { clients: number; slow: number; milliseconds: number },
): Promise<EndedOutcome> => {
  const letters = openLetters(folder)
  letters.cure()
  const started = letters.start()
  const url = await listening(started)
  const tally = { answered: 0, refused: 0, resets: [] as string[] }
  const authorization = { authorization: letters.authorization() }
  const reading = Array.from({ length: clients - slow }, () => readOn(url, tally))
  const long = Array.from({ length: slow }, (_, at) => sendSlowly(url, authorization, at, milliseconds))
  await sleep(milliseconds / 5)
  const began = performance.now()
  started.child.kill('SIGTERM')
  const [statuses, { code }] = await Promise.all([Promise.all(long), started.finished])
  const seconds = (performance.now() - began) / 1000
  await Promise.all(reading)
  return { ...tally, slow: statuses, seconds, code }
}

/** One request after the other on a connection that is kept, until an answer says that it is closed, or nobody listens. */
const readOn = async (url: string, tally: Pick<EndedOutcome, 'answered' | 'refused' | 'resets'>) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (;;) {
    try {
      const sent = request(`${url}/v1/members`, { agent }).end()
      const [response] = (await once(sent, 'response')) as [IncomingMessage]
      await once(response.resume(), 'end')
      tally.answered++
      if (response.headers.connection === 'close') return agent.destroy()
    } catch (error) {
      const { code = String(error) } = error as NodeJS.ErrnoException
      if (code === 'ECONNREFUSED') tally.refused++
      else tally.resets.push(code)
      return agent.destroy()
    }
    await sleep(20)
  }
}

/** A request whose body takes its time. @returns the status of its answer */
const sendSlowly = async (
  url: string,
  headers: Record<string, string>,
  number: number,
  milliseconds: number,
): Promise<number | undefined> => {
  const body = JSON.stringify({ letters: [`slow ${number}`] })
  const sent = request(`${url}/v1/letters`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'content-length': String(body.length) },
  })
  sent.write(body.slice(0, 5))
  const status = once(sent, 'response').then(
    ([response]) => (response as IncomingMessage).resume().statusCode,
    () => undefined,
  )
  await sleep(milliseconds)
  sent.end(body.slice(5))
  return status
}
