import t from 'tap'
import { onPostgres } from '../database/postgres/testing.js'

await onPostgres(t, [() => import('./restore.test.js')])
