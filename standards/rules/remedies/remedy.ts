export interface Words {
  en: string
  zh: string
}

/** What a code of a finding means for readers, and what the person at the source does about it. */
export interface Remedy {
  title: Words
  explanation: Words
  mend: Words
  /** What one such record costs readers: 10 it cannot be found at all, 1 a formality that only other systems notice. */
  weight: number
}

export type Remedies = Readonly<Record<string, Remedy>>

export const remedy = (
  weight: number,
  title: [en: string, zh: string],
  explanation: [en: string, zh: string],
  mend: [en: string, zh: string],
): Remedy => ({ weight, title: words(title), explanation: words(explanation), mend: words(mend) })

const words = ([en, zh]: [string, string]): Words => ({ en, zh })
