import t from 'tap'
import { onPostgres } from '../../gateway/database/postgres/testing.js'

await onPostgres(t, [() => import('./works.test.js'), () => import('./steer.test.js')])
