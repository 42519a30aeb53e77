// A stand-in for Meilisearch as a process of its own, until it is killed.
import { startStandIn } from '../../search-index/meilisearch/stand-in/index.js'

const [port, key = '', journal, taskTime] = process.argv.slice(2)
await startStandIn({ port: Number(port), key, journal, taskTime: Number(taskTime) })
