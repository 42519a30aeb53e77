import type { Test } from 'tap'
import { readersSuite } from '../../plugins/search/suite.js'
import { buildingSuite } from './suite/building.js'
import { changesSuite } from './suite/changes.js'
import { choicesSuite } from './suite/choices.js'
import type { Make } from './suite/documents.js'
import { filtersSuite } from './suite/filters.js'
import { pagesSuite } from './suite/pages.js'
import { wordsSuite } from './suite/words.js'

/** What every engine must do. `make` gives an empty index; each test closes its own. */
export const searchIndexSuite = (t: Test, make: Make): void => {
  wordsSuite(t, make)
  filtersSuite(t, make)
  choicesSuite(t, make)
  pagesSuite(t, make)
  changesSuite(t, make)
  buildingSuite(t, make)
  readersSuite(t, make)
}
