/** How Slavic names are written in Latin letters, by libraries of several countries: what sounds alike, in one letter. */
const sounds: [form: RegExp, letter: string][] = [
  [/shch|schtsch|tsch|tch|kh|ch|cz|ts|tz/g, 'c'],
  [/sch|sh|sz/g, 's'],
  [/zh/g, 'z'],
  [/[yij]+(?=[aeou])/g, ''],
  [/[yij]+/g, 'i'],
  [/w|ff?$/g, 'v'],
  [/(.)\1+/g, '$1'],
]

export const romanised = (word: string): string =>
  sounds.reduce((text, [form, letter]) => text.replace(form, letter), word)

/** Dostoevskiĭ and Dostoyevsky, Čechov and Chekhov, Tchaikovsky and Chaĭkovskiĭ: families by their folded letters. */
export const isOneRomanised = (a: string, b: string): boolean =>
  slavic.test(a) && slavic.test(b) && romanised(a) === romanised(b)

const slavic =
  /(?:[sk]k[yij]{1,2}|ska(?:ya|ia|ja)|[eoiy](?:v|w|ff)a?|enko|i(?:ch|c|tch|tsch)|[rkns][yij]{1,2})$/
