import { setFlagsFromString } from 'node:v8'

/** Of bytecode, in bytes: four times as much as without a word. What a function runs through, some times over, before it is compiled. */
const budget = 270_000

/**
 * V8 makes machine code of every function that seems busy, beside the program, and again when what comes has another form than what came
 * before. Records have many forms, and each thread has its functions compiled for itself: of an import of some ten thousand records
 * a third of the processors' time went there. Later more forms are known, and less is compiled twice. Whoever answers readers
 * does not do this: the first of them would wait longer.
 *
 * Of Node 20 alone: later ones compile in two steps, and count calls instead.
 */
export const compileLater = (): void => {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString(`--interrupt-budget=${budget}`)
}
