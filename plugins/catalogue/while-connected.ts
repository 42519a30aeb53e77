import type { ServerResponse } from 'node:http'

/** Work on behalf of a client ends when the client is gone; what it did so far stays, and the next call goes on. */
export const whileConnected = async <T>(
  response: ServerResponse,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const controller = new AbortController()
  const onClose = () => {
    if (!response.writableEnded) controller.abort(new Error('the client went away'))
  }
  response.once('close', onClose)
  try {
    return await work(controller.signal)
  } finally {
    response.off('close', onClose)
  }
}
