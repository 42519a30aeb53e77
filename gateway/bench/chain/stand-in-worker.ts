// The stand-in for a search engine in a process of its own: it takes no processor time of whoever measures.
import { startStandIn } from '../../search-index/meilisearch/stand-in/index.js'

const [key = ''] = process.argv.slice(2)
const { url } = await startStandIn({ key })
process.stdout.write(`${url}\n`)
