/** Union-find over the numbers below `size`. */
export function disjointSets(size: number): { rootOf(at: number): number; join(a: number, b: number): void } {
  const parent = Array.from({ length: size }, (_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parent[root] !== root) root = parent[root] as number
    parent[at] = root
    return root
  }
  return {
    rootOf,
    join(a, b) {
      parent[rootOf(a)] = rootOf(b)
    },
  }
}
