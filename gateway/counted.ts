/** `1 member`, `2 members`, `0 members`. @param many where more of them are not called so with an s */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
