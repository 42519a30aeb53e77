export { members } from '../members/index.js'
