import { join } from 'node:path'
import { Type } from 'typebox'
import type { Plugin } from '../../gateway/contracts/index.js'
import { readAssets } from './assets.js'
import { documentOf, type PageFacts } from './document.js'
import { pageRoutes } from './routes.js'

const Options = Type.Object(
  {
    signIn: Type.Optional(
      Type.String({
        pattern: '^https?://',
        description:
          'Page that signs a reader in: it is opened with return_to=ADDRESS and sends the reader back there with #token=',
      }),
    ),
  },
  { additionalProperties: false },
)

/** The page that readers open: one box over everything the members hold. Static files alone; all data comes from the public calls. */
export const readerPage: Plugin<{ signIn?: string }> = {
  name: 'reader-page',
  place: { stage: 'during', dimension: 'users' },
  requires: [],
  options: Options,
  setup: ({ consortium, root }, { signIn }) => {
    const assets = readAssets(join(root, 'plugins', 'reader-page', 'assets'))
    const documentFor = (view: PageFacts['view']) => documentOf(assets, { consortium, signIn, view })
    return {
      routes: pageRoutes(assets, {
        '/': documentFor('home'),
        '/search': documentFor('search'),
        '/works/:id': documentFor('work'),
      }),
    }
  },
}
