/** One element of Dublin Core: its name without prefix, its text, its xml:lang. */
export interface Element {
  name: string
  value: string
  language?: string
}
