import { join } from 'node:path'
import { Type } from 'typebox'
import type { Plugin } from '../../gateway/contracts/index.js'

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
  requires: ['pages'],
  options: Options,
  setup: (kernel, { signIn }) => ({
    routes: kernel.service('pages').routes({
      folder: join(kernel.root, 'plugins', 'reader-page', 'assets'),
      files: '/assets',
      views: { '/': 'home', '/search': 'search', '/works/:id': 'work' },
      values: { signIn: signIn ?? '' },
    }),
  }),
}
