import { type Asset, type Assets, toAsset } from './assets.js'

export interface PageFacts {
  consortium: { name: string; nameZh?: string }
  /** Address under which the files are. */
  base: string
  /** What is shown first, so that the layout is right before any script ran. */
  view: string
  /** Others that the page's template names. */
  values: Record<string, string>
}

/**
 * The document behind every address of a page. What the server knows travels in meta tags: the policy on
 * content allows no inline script.
 */
export const documentOf = (
  { version, files, template }: Assets,
  { consortium, base: root, view, values: own }: PageFacts,
): Asset => {
  const base = `${root}/${version}`
  const modules = modulesOf(files, ['app.js', `${view}.js`])
  const escaped = Object.entries(own).map(([name, value]) => [name, escapeHtml(value)])
  const values: Record<string, string> = {
    ...Object.fromEntries(escaped),
    base,
    view,
    name: escapeHtml(consortium.name),
    nameZh: escapeHtml(consortium.nameZh ?? consortium.name),
    preload: modules.map((name) => `<link rel="modulepreload" href="${base}/${name}">`).join('\n    '),
  }
  const html = template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
  return toAsset(Buffer.from(html), 'text/html; charset=utf-8')
}

/** What these modules need before they can run, themselves included; what is imported later is not waited for. */
const modulesOf = (files: Assets['files'], entries: string[]): string[] => {
  const found = new Set(entries.filter((name) => files.has(name)))
  for (const name of found) {
    const text = files.get(name)?.plain.bytes.toString() ?? ''
    for (const [, other = ''] of text.matchAll(/^(?:import|export|\}) .*?'\.\/([\w-]+\.js)'/gm))
      if (files.has(other)) found.add(other)
  }
  return [...found].sort()
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
