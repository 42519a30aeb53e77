/** The operator's token, for this tab alone; where storage is forbidden, as long as the page. */
const key = 'shulian.operator'
/** @type {string | null} */
let memory = null

/** @returns {string | null} */
export const token = () => {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return memory
  }
}

/** @param {string | null} value */
export const keepToken = (value) => {
  memory = value
  try {
    if (value === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, value)
  } catch {}
}

/** @type {() => void} */
let ended = () => {}

/** @param {() => void} act when the token is no longer taken */
export const whenSessionEnds = (act) => {
  ended = act
}

/** A token that the gateway does not take is worth nothing: whatever is sent with it is refused, also what is open to anyone. */
export const endSession = () => {
  keepToken(null)
  ended()
}
