import t from 'tap'
import { onPostgres } from '../database/postgres/testing.js'

await onPostgres(t, [() => import('./backup.test.js')])
