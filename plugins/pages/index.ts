import { join } from 'node:path'
import { Type } from 'typebox'
import type { Pages, Plugin } from '../../gateway/contracts/index.js'
import { readAssets } from './assets.js'
import { documentOf } from './document.js'
import { pageRoutes } from './routes.js'

/**
 * 技术·中: how a page of ours is served, whoever it is for: its documents and files under a strict policy, beside what
 * all pages have in common (colours, elements, languages, calls).
 */
export const pages: Plugin = {
  name: 'pages',
  place: { stage: 'during', dimension: 'technology' },
  requires: [],
  options: Type.Object({}, { additionalProperties: false }),
  setup: ({ consortium, root }) => {
    const common = join(root, 'plugins', 'pages', 'assets')
    const service: Pages = {
      routes: ({ folder, files, views, values = {} }) => {
        // Read when first asked for: a start waits for no page.
        let assets: ReturnType<typeof readAssets> | undefined
        const read = () => {
          assets ??= readAssets([common, folder])
          return assets
        }
        return pageRoutes({
          files,
          views,
          assets: read,
          document: (view) => documentOf(read(), { consortium, base: files, view, values }),
        })
      },
    }
    return { service }
  },
}
