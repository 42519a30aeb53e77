import { Compile } from 'typebox/compile'
import {
  type AdapterKind,
  type NewSource,
  type Outside,
  ShulianError,
} from '../../gateway/contracts/index.js'

/**
 * Settings of a source must fit its adapter, and every web address in them must be one that may be reached.
 * @throws ShulianError ADAPTER_UNKNOWN, OPTIONS_INVALID, EGRESS_BLOCKED
 */
export const checkOptions = async (
  adapters: ReadonlyMap<string, AdapterKind>,
  { adapter, options }: NewSource,
  outside: Outside,
): Promise<void> => {
  const kind = adapters.get(adapter)
  if (!kind) {
    throw new ShulianError(
      'ADAPTER_UNKNOWN',
      `There is no adapter '${adapter}'. There are: ${[...adapters.keys()].join(', ')}.`,
      { status: 422 },
    )
  }
  const errors = faultsOf(kind, options)
  if (errors.length > 0) {
    throw new ShulianError(
      'OPTIONS_INVALID',
      `The adapter '${adapter}' does not take these options: ${errors[0]?.path}: expected ${errors[0]?.expected}. See: shulian adapters show ${adapter}`,
      { status: 422, errors },
    )
  }
  for (const text of textsIn(options)) if (/^\s*https?:/i.test(text)) await outside.assertAllowed(text)
}

/** A pattern is no word for who types an option; that of addresses is the one that is met. */
const expectedOf = (keyword: string, params: object, message: string): string => {
  if (keyword !== 'pattern' || !('pattern' in params)) return message.replace(/^must (be )?/, '')
  return String(params.pattern).endsWith('https?://')
    ? 'an address that begins with http:// or https://'
    : `text of the form ${String(params.pattern)}`
}

/** Each by the name of the option; what came is told by its kind, since an option may be a secret. */
const faultsOf = ({ options: schema }: AdapterKind, options: Record<string, unknown>) =>
  Compile(schema)
    .Errors(options)
    .flatMap(({ keyword, instancePath, params, message }) => {
      const at = ['options', ...instancePath.split('/').filter(Boolean)]
      const fault = (name: string[], expected: string, got: string) => ({
        path: [...at, ...name].join('.'),
        expected,
        got,
      })
      const { requiredProperties = [], additionalProperties = [] } = params as {
        requiredProperties?: string[]
        additionalProperties?: string[]
      }
      if (keyword === 'required') return requiredProperties.map((name) => fault([name], 'a value', 'nothing'))
      if (keyword === 'additionalProperties')
        return additionalProperties.map((name) =>
          fault([name], 'an option of this adapter', 'an unknown option'),
        )
      // An unknown option is reported a second time as a value that `false` does not allow.
      return keyword === 'boolean'
        ? []
        : [fault([], expectedOf(keyword, params, message), kindOf(valueAt(options, instancePath)))]
    })

const valueAt = (options: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .filter(Boolean)
    .reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], options)

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : value === null ? 'null' : typeof value

/** However deep an adapter nests its settings. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
