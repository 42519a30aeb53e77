import t from 'tap'
import { onPostgres } from '../database/postgres/testing.js'

await onPostgres(t, [
  () => import('./backup.test.js'),
  () => import('./restore.test.js'),
  () => import('./between.js'),
])
