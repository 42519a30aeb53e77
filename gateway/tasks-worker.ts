// The composition root of a thread: like main.ts it knows the plugins, but nothing else of the gateway.
import { tasks } from '../plugins/tasks.js'
import { serveTasks } from './threads/serve-tasks.js'

serveTasks(tasks)
