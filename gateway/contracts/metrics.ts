/** Values of few and known sets alone (members, routes, states): a series lives as long as the process. Nothing of a person. */
export type Labels = Record<string, string>

/** What a plugin may count, in the names of Prometheus; a counter’s name ends in `_total`. */
export interface Counters {
  counter(name: string, help: string): { add(labels?: Labels, by?: number): void }
}
