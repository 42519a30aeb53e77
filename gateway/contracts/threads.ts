/**
 * Pure work that may be done in another thread. It never says where: the same input gives the same output in any
 * thread, so a machine with more of them is quicker and nothing else.
 */
export interface Threads {
  /** Queues the work; a thread takes it when one is free. Input and output are plain data: they are copied. */
  begin<I, O>(task: Task<I, O>, input: I): Pending<O>
}

/** `plugins/tasks.ts` lists those that a thread knows; any other is done where it was begun. */
export interface Task<I, O> {
  /** `catalogue.describe`: unique. */
  name: string
  /** Pure. */
  run(input: I): O
}

export interface Pending<O> {
  /** Whoever waits does the work itself where no thread has taken it yet. @throws what `run` throws */
  result(): Promise<O>
}
