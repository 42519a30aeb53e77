import { type Asset, type Assets, toAsset } from './assets.js'

export interface PageFacts {
  consortium: { name: string; nameZh?: string }
  signIn?: string
  /** What is shown first, so that the layout is right before any script ran. */
  view: 'home' | 'search' | 'work'
}

/**
 * The document behind every address of the page. What the server knows travels in meta tags: the policy on
 * content allows no inline script.
 */
export const documentOf = (
  { version, files, template }: Assets,
  { consortium, signIn, view }: PageFacts,
): Asset => {
  const base = `/assets/${version}`
  const modules = [...files.keys()].filter((name) => name.endsWith('.js') && !name.startsWith('strings-'))
  const values: Record<string, string> = {
    base,
    view,
    name: escapeHtml(consortium.name),
    nameZh: escapeHtml(consortium.nameZh ?? consortium.name),
    signIn: escapeHtml(signIn ?? ''),
    preload: modules.map((name) => `<link rel="modulepreload" href="${base}/${name}">`).join('\n    '),
  }
  const html = template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
  return toAsset(Buffer.from(html), 'text/html; charset=utf-8')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] as string)
