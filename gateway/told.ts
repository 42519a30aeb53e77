/** What a caller is told of an error. */
export interface Told {
  status: number
  code: string
  detail: string
  errors?: { path: string; expected: string; got: string }[]
  retryAfter?: number
}
