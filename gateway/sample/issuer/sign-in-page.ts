import { escapeXml } from '../xml.js'
import type { SampleReader } from './readers.js'

/** A page without scripts: one button for each sample reader. */
export const signInPage = (readers: readonly SampleReader[], returnTo: string): string => `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>示范登录 · Sample sign-in</title>
<style>
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 30rem; margin: 3rem auto; padding: 0 1rem; color: #1c2530; background: #fff }
button { display: block; width: 100%; margin: .75rem 0; padding: .75rem 1rem; font: inherit; text-align: left; color: inherit; background: #f2f6fa; border: 1px solid #5b6b7c; border-radius: .5rem; cursor: pointer }
button:hover, button:focus-visible { background: #dde9f5; outline: 2px solid #1f5fa8 }
small { display: block; color: #44505c }
</style>
</head>
<body>
<main>
<h1>示范登录 <span lang="en">Sample sign-in</span></h1>
<p>这里没有密码。请选择一位示范读者。<br><span lang="en">There is no password here. Choose a sample reader.</span></p>
<form method="post" action="/sign-in">
<input type="hidden" name="return_to" value="${escapeXml(returnTo)}">
${readers.map(button).join('\n')}
</form>
</main>
</body>
</html>
`

const button = ({ id, name, nameZh, about, aboutZh }: SampleReader): string =>
  `<button name="reader" value="${escapeXml(id)}">${escapeXml(nameZh)} <span lang="en">${escapeXml(name)}</span>` +
  `<small>${escapeXml(aboutZh)}</small><small lang="en">${escapeXml(about)}</small></button>`

/** Chrome holds a form's redirect to form-action too, so the address of return is named there. */
export const pageHeaders = (returnTo: string): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${new URL(returnTo).origin}; frame-ancestors 'none'; base-uri 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
})
