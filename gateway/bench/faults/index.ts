import * as e1 from './e1.js'
import * as e2 from './e2.js'
import * as e3 from './e3.js'
import * as e4 from './e4.js'
import * as e5 from './e5.js'
import * as e6 from './e6.js'
import * as e7 from './e7.js'
import * as e8 from './e8.js'
import * as e9 from './e9.js'
import * as e10 from './e10.js'
import * as e11 from './e11.js'
import * as e13 from './e13.js'
import * as e14 from './e14.js'
import * as e15 from './e15.js'
import * as e16 from './e16.js'
import * as e18 from './e18.js'
import * as e19 from './e19.js'
import * as e21 from './e21.js'
import * as e23 from './e23.js'
import * as e24 from './e24.js'
import * as e26 from './e26.js'
import * as e27 from './e27.js'
import * as e30 from './e30.js'

export interface Experiment {
  /** `faults/E1`: by this it is run alone. */
  name: string
  /** Reports a line for each thing that must hold; the process ends with 1 when one does not. */
  run(report: (line: string) => void): Promise<void>
}

/** What is promised under a fault, at full size; `faults` runs them all, in this order. */
export const experiments: readonly Experiment[] = [
  e1,
  e2,
  e3,
  e4,
  e5,
  e6,
  e7,
  e8,
  e9,
  e10,
  e11,
  e13,
  e14,
  e15,
  e16,
  e18,
  e19,
  e21,
  e23,
  e24,
  e26,
  e27,
  e30,
]
