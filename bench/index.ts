// npm run bench: every benchmark after the other, each beside its floor or its peers in the same process or run.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const benchmarks = ['query/parse.bench.ts', 'query/memory.bench.ts', 'query/length.bench.ts', 'start-up.ts']
const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))

if (!existsSync(pathOf('node_modules'))) {
  process.stdout.write(
    'Peers are not installed; only floors are shown. Install them with: npm --prefix bench install\n\n',
  )
}

// As the package is built: a loader that transforms while it runs would be part of what is measured.
await build({
  entryPoints: benchmarks.map(pathOf),
  outdir: pathOf('dist'),
  outbase: pathOf('.'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
})

for (const benchmark of benchmarks) {
  process.stdout.write(`# ${benchmark}\n`)
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', pathOf(`dist/${benchmark.replace(/\.ts$/, '.mjs')}`)],
    {
      stdio: 'inherit',
    },
  )
  if (status !== 0) process.exitCode = 1
  process.stdout.write('\n')
}
