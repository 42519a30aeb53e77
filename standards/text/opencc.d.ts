/** The package has no types for its dictionaries: `繁 简 简|繁 简`, a character and what it may become. */
declare module 'opencc-js/dict/*' {
  const pairs: string
  export default pairs
}
