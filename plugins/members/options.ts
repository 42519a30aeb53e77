import { Compile } from 'typebox/compile'
import { type AdapterKind, type NewSource, type Outside, ShulianError } from '../../gateway/contracts/index.js'

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
    throw new ShulianError('ADAPTER_UNKNOWN', `There is no adapter '${adapter}'. There are: ${[...adapters.keys()].join(', ')}.`, { status: 422 })
  }
  const check = Compile(kind.options)
  if (!check.Check(options)) {
    const errors = check.Errors(options).map((error) => ({
      path: `options${error.instancePath.replaceAll('/', '.')}`,
      expected: error.message,
      got: JSON.stringify(options),
    }))
    throw new ShulianError(
      'OPTIONS_INVALID',
      `The adapter '${adapter}' does not take these options: ${errors[0]?.path} ${errors[0]?.expected}. See: shulian adapters show ${adapter}`,
      { status: 422, errors },
    )
  }
  for (const value of Object.values(options).flat()) {
    if (typeof value === 'string' && /^https?:/i.test(value)) await outside.assertAllowed(value)
  }
}
