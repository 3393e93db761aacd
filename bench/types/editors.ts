import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEditor } from '../../test/types/editor.js'
import { startLanguageServer } from './language-server.js'

/** How long the answers took, in milliseconds: the first since the editor was started, and every other. */
export interface Answers {
  readonly cold: number
  readonly warm: readonly number[]
}

/** One place where somebody types, with the cursor `|`, and a name that must be offered there. */
interface Place {
  readonly statement: string
  readonly offers: string
}

const places: readonly Place[] = [
  { statement: "define('typed', { | })", offers: 'alert' },
  {
    statement: "define('typed', { name: '', alert: mean('a').by('host').last('5m').above(4), | })",
    offers: 'requireFullWindow',
  },
  { statement: "mean('a').where({ env: 'prod' }).|", offers: 'by' },
  { statement: "mean('a').last('5m').above({ | })", offers: 'critical' },
]

interface Question {
  readonly text: string
  readonly offers: string
}

/** Every place in turn, so many times, at the end of a file that changes each time, as if somebody typed. */
function questionsIn(file: string, rounds: number): readonly Question[] {
  const before = readFileSync(file, 'utf8')
  const head = "import { avg as mean, monitor as define } from 'dogma'"
  return Array.from({ length: rounds }, (_, round) =>
    places.map(({ statement, offers }) => ({
      text: `${before}\n${head}\n// ${round}\n${statement}\n`,
      offers,
    })),
  ).flat()
}

type Ask = (text: string) => readonly string[] | Promise<readonly string[]>

async function measured(questions: readonly Question[], start: number, ask: Ask): Promise<Answers> {
  const times: number[] = []
  let started = start
  for (const { text, offers } of questions) {
    const names = await ask(text)
    times.push(performance.now() - started)
    if (!names.some(name => name.replace(/\?$/, '') === offers))
      throw new Error(`Nobody offered \`${offers}\`, only ${names.slice(0, 10).join(', ')}.`)
    started = performance.now()
  }
  const [cold = Number.NaN, ...warm] = times
  return { cold, warm }
}

/** The language service of TypeScript 6, which most editors still run. The cold answer includes reading the project. */
export function askService(folder: string, file: string, rounds: number): Promise<Answers> {
  const questions = questionsIn(file, rounds)
  const start = performance.now()
  const editor = openEditor(join(folder, 'tsconfig.json'))
  return measured(questions, start, text => editor.complete(file, text))
}

/** The language server of the installed compiler. The cold answer includes its start. */
export async function askServer(tsc: string, folder: string, file: string, rounds: number): Promise<Answers> {
  const questions = questionsIn(file, rounds)
  const start = performance.now()
  const server = await startLanguageServer(tsc, folder)
  try {
    return await measured(questions, start, text => {
      const cursor = text.lastIndexOf('|')
      const lines = text.slice(0, cursor).split('\n')
      server.open(file, text.slice(0, cursor) + text.slice(cursor + 1))
      return server.complete(file, lines.length - 1, lines.at(-1)?.length ?? 0)
    })
  } finally {
    server.close()
  }
}
