// The directions of import: the kernel knows no library; a plugin knows no protocol; an adapter knows no
// database; a standard knows nobody.
const tests = '[.]test[.]ts$|testing[.]ts$|/testing/|/suite[.]ts$'
const from = (path) => ({ path, pathNot: tests })

module.exports = {
  forbidden: [
    {
      name: 'standards-know-nobody',
      severity: 'error',
      from: from('^standards/'),
      to: { path: '^(gateway|plugins|adapters|conformance)/' },
    },
    {
      name: 'contracts-know-standards',
      severity: 'error',
      from: from('^gateway/contracts/'),
      to: { path: '^(gateway/(?!contracts/)|plugins/|adapters/|conformance/)' },
    },
    {
      name: 'kernel-knows-no-library',
      severity: 'error',
      from: {
        path: '^gateway/',
        pathNot: `${tests}|^gateway/(main|cli|generate|tasks-worker)\\.ts$|^gateway/(sample|bench|commands/conformance)`,
      },
      to: { path: '^(plugins|adapters|conformance)/' },
    },
    {
      name: 'plugins-know-contracts',
      severity: 'error',
      from: from('^plugins/[^/]+/'),
      to: { path: '^(gateway/(?!contracts/)|adapters/|conformance/)' },
    },
    {
      name: 'plugins-know-no-sibling',
      severity: 'error',
      from: { path: '^plugins/([^/]+)/', pathNot: tests },
      to: { path: '^plugins/[^/]+/', pathNot: '^plugins/$1/' },
    },
    {
      name: 'adapters-know-contracts',
      severity: 'error',
      from: from('^adapters/[^/]+/'),
      to: { path: '^(gateway/(?!contracts/)|plugins/|conformance/)' },
    },
    {
      name: 'adapters-know-no-sibling',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/', pathNot: tests },
      to: { path: '^adapters/[^/]+/', pathNot: '^adapters/$1/' },
    },
    {
      name: 'conformance-knows-contracts',
      severity: 'error',
      from: from('^conformance/'),
      to: { path: '^(gateway/(?!contracts/)|plugins/)' },
    },
    {
      name: 'adapters-have-no-fetch',
      severity: 'error',
      from: from('^adapters/'),
      to: { path: '^(node:)?(http|https|net|tls|dns|fs|child_process)$|node_modules/undici/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(fixtures|generated|assets)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
      extensions: ['.ts', '.js'],
    },
  },
}
