import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What the compiler says about lines of definitions that import everything they name from the builders. */
export function compiled(names: readonly string[], lines: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'dogma-types-'))
  try {
    const config = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { typeRoots: [join(root, 'node_modules/@types')] },
      include: [join(folder, 'definitions.ts')],
    }
    const head = `import { ${names.join(', ')} } from ${JSON.stringify(join(root, 'src/dsl/index.js'))}`
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    writeFileSync(join(folder, 'definitions.ts'), [head, ...lines, ''].join('\n'))
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder, '--extendedDiagnostics'], {
      encoding: 'utf8',
    })
    return {
      errors: stdout.split('\n').filter(line => line.includes('definitions.ts')),
      instantiations: Number(/Instantiations:\s+(\d+)/.exec(stdout)?.[1]),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
