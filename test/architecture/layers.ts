/** Definitions and queries as data: no file, no account, no process. */
const pureFolders = [
  'diagnostic',
  'catalog',
  'query',
  'check',
  'model',
  'explain',
  'lint',
  'simulate',
  'codegen',
  'inventory',
] as const

/** What reads and writes files, accounts and the author's code. */
const outerFolders = [
  'schema',
  'dsl',
  'wire',
  'source-edit',
  'config',
  'plan',
  'account',
  'apply',
  'project',
  'sandbox',
] as const

/**
 * Who may import whom: the folders of `src/` in order, each with the folders it may use. A folder may only name rows
 * above it, so there can be no circle.
 */
export const layers: readonly (readonly [folder: string, mayImport: readonly string[]])[] = [
  ['diagnostic', []],
  ['catalog', []],
  ['query', ['diagnostic']],
  ['check', ['query', 'catalog', 'diagnostic']],
  ['inventory', ['diagnostic']],
  ['model', ['query', 'diagnostic']],
  ['schema', ['model', 'diagnostic']],
  ['dsl', ['model', 'check', 'query', 'catalog', 'diagnostic']],
  ['wire', ['model', 'query', 'catalog', 'diagnostic']],
  ['explain', ['model', 'check', 'query', 'catalog', 'diagnostic']],
  ['lint', ['model', 'check', 'query', 'catalog', 'diagnostic']],
  ['simulate', ['model', 'query', 'catalog', 'diagnostic']],
  ['codegen', ['model', 'query', 'catalog', 'diagnostic']],
  ['source-edit', ['lint', 'model', 'diagnostic']],
  ['config', ['lint']],
  ['plan', ['model', 'wire', 'diagnostic']],
  ['account', ['model', 'wire', 'diagnostic']],
  ['apply', ['plan', 'account', 'wire', 'model', 'diagnostic']],
  ['project', ['dsl', 'schema', 'model', 'diagnostic']],
  ['sandbox', []],
  ['index.ts', ['diagnostic', 'query', 'check', 'model', 'dsl', 'config']],
  ['web', [...pureFolders]],
  ['cli', [...pureFolders, ...outerFolders, 'index.ts']],
]

/** Folders that may use Node: all others run in a browser, too. */
export const mayUseNode: readonly string[] = ['account', 'project', 'sandbox', 'cli']

/** Packages from elsewhere, and the only place that may import each. */
export const packages: Readonly<Record<string, string>> = {
  '@datadog/datadog-api-client': 'account/datadog.ts',
  '@jridgewell/trace-mapping': 'project/source-map.ts',
  '@codemirror/autocomplete': 'web',
  '@codemirror/commands': 'web',
  '@codemirror/lint': 'web',
  '@codemirror/state': 'web',
  '@codemirror/view': 'web',
  '@stricli/core': 'cli',
  'cli-progress': 'cli/progress.ts',
  diff: 'cli',
  esbuild: 'project',
  'get-east-asian-width': 'diagnostic/display-width.ts',
  picocolors: 'cli/colours.ts',
  // Types only: the format as its schema has it.
  sarif: 'cli/views/findings/sarif.ts',
  'ts-morph': 'source-edit',
  zod: 'project or plan',
}
