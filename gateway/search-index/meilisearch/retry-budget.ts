/** Requests that were asked again may be so many more than the share allows: a fault now and then is not a storm. */
const reserve = 10

/**
 * When a server answers everybody with 503, each asking again would be most of what it has to bear. So each request
 * earns a share of a second try, and whoever would try again has to find a whole one.
 */
export const createRetryBudget = (share: number) => {
  let saved = reserve
  return {
    earn: (): void => {
      saved = Math.min(reserve, saved + share)
    },
    /** Whether one may be asked again. */
    spend: (): boolean => {
      if (saved < 1) return false
      saved--
      return true
    },
  }
}
