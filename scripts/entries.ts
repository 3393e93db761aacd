/** The public entries of the package, by the name under which `package.json` exports them. */
export const libraryEntries = {
  index: 'src/index.ts',
  query: 'src/query/index.ts',
  explain: 'src/explain/index.ts',
  lint: 'src/lint/index.ts',
  codegen: 'src/codegen/index.ts',
  testing: 'src/simulate/index.ts',
  sandbox: 'src/sandbox/index.ts',
}
