// npm run bench: every benchmark after the other, each beside its floor or its peers in the same process or run.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const benchmarks = ['query/parse.bench.ts', 'query/memory.bench.ts', 'start-up.ts']

if (!existsSync(fileURLToPath(new URL('node_modules', import.meta.url)))) {
  process.stdout.write(
    'Peers are not installed; only floors are shown. Install them with: npm --prefix bench install\n\n',
  )
}

for (const benchmark of benchmarks) {
  process.stdout.write(`# ${benchmark}\n`)
  const path = fileURLToPath(new URL(benchmark, import.meta.url))
  const { status } = spawnSync('npx', ['tsx', '--expose-gc', path], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
  process.stdout.write('\n')
}
