import { type Code, layOut, namesOf, partsOf } from '../code/index.js'

/** One definition of a file: `export const name = code`. */
export interface Statement {
  readonly name: string
  readonly code: Code
}

/**
 * The text of one file of definitions. `placeOf` tells the file of a variable by its address; names from other files are
 * imported.
 */
export function fileText(
  path: string,
  statements: readonly Statement[],
  placeOf: (address: string) => string | undefined,
): string {
  const imports = [packageImport(statements), ...variableImports(path, statements, placeOf)]
  const bodies = statements.map(({ name, code }) => {
    const head = `export const ${name} = `
    return `${head}${layOut(code, 0, head.length)}\n`
  })
  return `${imports.join('')}\n${bodies.join('\n')}`
}

function packageImport(statements: readonly Statement[]): string {
  return importLine([...new Set(statements.flatMap(({ code }) => [...namesOf(code)]))], 'dogma')
}

function variableImports(
  path: string,
  statements: readonly Statement[],
  placeOf: (address: string) => string | undefined,
): string[] {
  const byFile = new Map<string, Set<string>>()
  for (const { code } of statements) {
    for (const part of partsOf(code)) {
      const place = part.kind === 'variable' ? placeOf(part.address) : undefined
      if (part.kind !== 'variable' || place === undefined || place === path) continue
      byFile.set(place, (byFile.get(place) ?? new Set()).add(part.text))
    }
  }
  return [...byFile]
    .map(([place, names]) => [relativePath(path, place), [...names]] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, names]) => importLine(names, from))
}

function importLine(names: readonly string[], from: string): string {
  const sorted = [...names].sort(inCaseOrder)
  const line = `import { ${sorted.join(', ')} } from '${from}'\n`
  return line.length <= 111
    ? line
    : `import {\n${sorted.map(name => `  ${name},\n`).join('')}} from '${from}'\n`
}

/** Regardless of case, as formatters sort imports. */
function inCaseOrder(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()]
  if (left !== right) return left < right ? -1 : 1
  return a < b ? -1 : 1
}

/** `monitors/api.ts` seen from `dashboards/api.ts`: `../monitors/api.js`. */
function relativePath(from: string, to: string): string {
  const start = from.split('/').slice(0, -1)
  const end = to.split('/')
  let shared = 0
  while (shared < start.length && start[shared] === end[shared]) shared += 1
  const up = start.slice(shared).map(() => '..')
  const steps = [...(up.length === 0 ? ['.'] : up), ...end.slice(shared)]
  return steps.join('/').replace(/\.ts$/, '.js')
}
