import { describing, describingAlone } from './catalogue/describe-ahead.js'
import { folding } from './search/documents.js'

/** What plugins of ours may have done in other threads; a task that is not here is done where it was begun. */
export const tasks = [describing, describingAlone, folding]
