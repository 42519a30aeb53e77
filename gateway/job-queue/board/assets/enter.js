/*
 * The board knows nothing of tokens: every call of it gets the operator's, which the console keeps for this tab. Who is
 * not signed in goes there first, and comes back. Why a call was refused is told above the board, which is silent on it.
 */
{
  const key = 'shulian.operator'
  const board = new URL(document.querySelector('base').href)
  const told = document.createElement('p')
  told.setAttribute('role', 'alert')
  told.style.cssText = 'margin: 0; padding: 0.5rem 1rem; background: #8b1a1a; color: #fff'

  const token = () => {
    try {
      return sessionStorage.getItem(key)
    } catch {
      return null
    }
  }
  const signIn = () => {
    try {
      sessionStorage.removeItem(key)
    } catch {}
    location.replace('/console?then=queues')
  }
  const answered = ({ status, responseText }) => {
    if (status === 401) signIn()
    else if (status < 500) told.remove()
    else {
      told.textContent = JSON.parse(responseText).detail
      document.body.prepend(told)
    }
  }

  const { open } = XMLHttpRequest.prototype
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    open.call(this, method, address, ...rest)
    if (!new URL(address, board).href.startsWith(`${board.href}api/`)) return
    this.setRequestHeader('authorization', `Bearer ${token()}`)
    this.addEventListener('load', () => answered(this))
  }
  if (token() === null) signIn()
}
