import type { Counters, Labels } from '../contracts/metrics.js'

/** Numbers about this process in the Prometheus text format 0.0.4. */
export interface Metrics extends Counters {
  gauge(name: string, help: string): { set(value: number, labels?: Labels): void; clear(): void }
  /** @param bounds upper bounds of the buckets, rising, in the unit that the name ends with */
  histogram(name: string, help: string, bounds: number[]): { observe(value: number, labels?: Labels): void }
  /** With what is asked for at that moment. */
  render(): Promise<string>
  /** Sets its gauges whenever all is rendered; one that fails leaves what it said last. */
  beforeRender(set: () => void | Promise<void>): void
}

export const metricsContentType = 'text/plain; version=0.0.4; charset=utf-8'

export function createMetrics(): Metrics {
  const families = new Map<string, () => string[]>()
  const setters: (() => void | Promise<void>)[] = []

  const register = (name: string, help: string, type: string, samples: () => string[]): void => {
    if (!/^[a-z_][a-z0-9_]*$/.test(name) || families.has(name))
      throw new Error(`The metric name '${name}' is taken or not made of a-z, 0-9 and _.`)
    const head = [`# HELP ${name} ${escapeHelp(help)}`, `# TYPE ${name} ${type}`]
    families.set(name, () => [...head, ...samples()])
  }

  const simple = (name: string, help: string, type: string): Map<string, number> => {
    const values = new Map<string, number>()
    register(name, help, type, () => [...values].map(([labels, value]) => `${name}${wrap(labels)} ${value}`))
    return values
  }

  return {
    counter(name, help) {
      const values = simple(name, help, 'counter')
      return {
        add(labels = {}, by = 1) {
          const series = toText(labels)
          values.set(series, (values.get(series) ?? 0) + by)
        },
      }
    },
    gauge(name, help) {
      const values = simple(name, help, 'gauge')
      return {
        set: (value, labels = {}) => void values.set(toText(labels), value),
        clear: () => values.clear(),
      }
    },
    histogram(name, help, bounds) {
      const values = new Map<string, { counts: number[]; sum: number }>()
      register(name, help, 'histogram', () =>
        [...values].flatMap((series) => toLines(name, bounds, ...series)),
      )
      return {
        observe(value, labels = {}) {
          const series = toText(labels)
          const { counts, sum } = values.get(series) ?? { counts: Array(bounds.length + 1).fill(0), sum: 0 }
          const bucket = bounds.findIndex((bound) => value <= bound)
          counts[bucket < 0 ? bounds.length : bucket]! += 1
          values.set(series, { counts, sum: sum + value })
        },
      }
    },
    beforeRender: (set) => void setters.push(set),
    async render() {
      await Promise.allSettled(setters.map(async (set) => set()))
      return [...families.values()]
        .flatMap((lines) => lines())
        .join('\n')
        .concat('\n')
    },
  }
}

function toLines(
  name: string,
  bounds: number[],
  labels: string,
  { counts, sum }: { counts: number[]; sum: number },
) {
  let total = 0
  const buckets = counts.map((count, index) => {
    total += count
    return `${name}_bucket${wrap(labels, `le="${bounds[index] ?? '+Inf'}"`)} ${total}`
  })
  return [...buckets, `${name}_sum${wrap(labels)} ${sum}`, `${name}_count${wrap(labels)} ${total}`]
}

const wrap = (...parts: string[]): string => {
  const filled = parts.filter((part) => part !== '')
  return filled.length === 0 ? '' : `{${filled.join(',')}}`
}

/** The series of a metric, in one spelling whatever the order of the labels. */
const toText = (labels: Labels): string =>
  Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}="${escapeHelp(value).replaceAll('"', '\\"')}"`)
    .join(',')

const escapeHelp = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
