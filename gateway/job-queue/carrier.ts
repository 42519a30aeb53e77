import type { Handler } from './handlers.js'

/** A row of the outbox as it was given out: the same row given out anew has a higher number. */
export interface Handed {
  id: number
  handovers: number
}

export interface CarrierWork {
  /** `relay` hands over what is due; `work` also runs what arrives. */
  role: 'work' | 'relay'
  handlers: ReadonlyMap<string, Handler>
  /** Runs a job that arrived, when it may still be taken. */
  run(topic: string, handed: Handed): Promise<void>
}

/** What brings jobs from the outbox to those who work. It may lose or double any of them: the outbox knows. */
export interface Carrier {
  /** @throws ShulianError when it is set up wrongly; that it is away is no error */
  start(work: CarrierWork): Promise<void>
  /** Rows may be due; returns at once. */
  stir(): void
  /** Why nothing is brought now, or null. */
  trouble(): string | null
  /** Takes nothing more; resolves when what it runs has ended. */
  close(): Promise<void>
  /** Cuts what is left. */
  end(): void
}
