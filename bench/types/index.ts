// What the types of the builders cost, beside plain literals of the same objects: npx tsx bench/types/index.ts
// Options: --monitors N --dashboards N --rounds N --questions N --only check|complete
// It reads the declarations of the package, so `npm run build` comes first.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCommandLine, wholeNumber } from '../../scripts/command-line.js'
import { medians, root } from '../plan/run.js'
import { type Answers, askServer, askService } from './editors.js'
import { type WrittenProject, writeProjects } from './projects.js'

const number = { type: 'string' } as const
const usage =
  'Usage: npx tsx bench/types/index.ts [--monitors 2000] [--dashboards 200] [--rounds 7] [--questions 8] [--only check|complete]'
const { values } = readCommandLine(usage, {
  options: { monitors: number, dashboards: number, rounds: number, questions: number, only: number },
})
const size = {
  monitors: wholeNumber('monitors', values.monitors ?? '2000'),
  dashboards: wholeNumber('dashboards', values.dashboards ?? '200'),
}
const types = join(root, 'dist/types/index.d.ts')
const tsc = join(root, 'node_modules/typescript/bin/tsc')

if (!existsSync(types)) throw new Error('There are no declarations yet: run `npm run build`.')
const folder = mkdtempSync(join(tmpdir(), 'dogma-bench-types-'))
try {
  const { builders, literals } = writeProjects(folder, types, size)
  console.log(`${size.monitors} monitors, ${size.dashboards} dashboards`)
  for (const [name, project] of Object.entries({ builders, literals }))
    console.log(`${name.padEnd(10)} ${sizeText(project)}`)
  if (values.only !== 'complete') showCheck(builders, literals)
  if (values.only !== 'check') await showCompletion(builders)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function sizeText({ files, bytes }: WrittenProject): string {
  return `${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`
}

function showCheck(builders: WrittenProject, literals: WrittenProject): void {
  const rounds = wholeNumber('rounds', values.rounds ?? '7')
  const times = medians(
    [
      { name: 'literals', words: [tsc, '-p', literals.folder] },
      { name: 'builders', words: [tsc, '-p', builders.folder] },
    ],
    folder,
    rounds,
  )
  const [plain = Number.NaN, built = Number.NaN] = ['literals', 'builders'].map(
    name => times.get(name)?.milliseconds,
  )
  console.log(`\ntype-check with the installed compiler, medians of ${rounds} whole runs in turn`)
  console.log(`literals ${plain.toFixed(0).padStart(6)} ms`)
  console.log(`builders ${built.toFixed(0).padStart(6)} ms  ${(built / plain).toFixed(2)}× of literals`)
}

async function showCompletion(project: WrittenProject): Promise<void> {
  const questions = wholeNumber('questions', values.questions ?? '8')
  const file = project.files.find(path => path.includes('monitors')) ?? ''
  console.log('\ncompletion on builder calls, the file changed before each question')
  show('language service 6', await askService(project.folder, file, questions))
  show('language server', await askServer(tsc, project.folder, file, questions))
}

function show(name: string, { cold, warm }: Answers): void {
  const sorted = [...warm].sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const text = (milliseconds: number) => `${milliseconds.toFixed(0)} ms`
  const figures = `cold ${text(cold)}, warm ${text(middle)} (median), ${text(sorted.at(-1) ?? Number.NaN)} (slowest)`
  console.log(`${name.padEnd(20)} ${figures}`)
}
