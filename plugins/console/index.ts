import { join } from 'node:path'
import { Type } from 'typebox'
import type { Plugin } from '../../gateway/contracts/index.js'

/** 运营·中: the librarians’ page: sources, runs, what was set aside, and what is worth mending. It shows what the calls give, no more. */
export const librarianConsole: Plugin = {
  name: 'console',
  place: { stage: 'during', dimension: 'operations' },
  requires: ['pages'],
  options: Type.Object({}, { additionalProperties: false }),
  setup: (kernel) => ({
    routes: kernel.service('pages').routes({
      folder: join(kernel.root, 'plugins', 'console', 'assets'),
      files: '/console/assets',
      views: { '/console': 'console' },
    }),
  }),
}
