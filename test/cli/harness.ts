import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildMainApplication } from '../../src/cli/app.js'
import { withoutColour } from '../../src/cli/colours.js'
import type { Context } from '../../src/cli/context.js'
import { runApplication } from '../../src/cli/run.js'

export interface Outcome {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

export interface Situation {
  readonly folder?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly stdin?: string
  /** What somebody types at each question; without it nobody is there to ask. */
  readonly answers?: readonly string[]
  readonly interrupted?: AbortSignal
  /** The clock of the machine. */
  readonly now?: () => Date
}

/** Runs a command line inside this process, as the real command would, and gives all that it wrote. */
export async function dogma(words: readonly string[], situation: Situation = {}): Promise<Outcome> {
  const written = { stdout: '', stderr: '' }
  const appendTo = (stream: keyof typeof written) => (text: string) => {
    written[stream] += text
  }
  const answers = [...(situation.answers ?? [])]
  const context: Context = {
    process: {
      stdout: { write: appendTo('stdout') },
      stderr: { write: appendTo('stderr') },
      exitCode: null,
    },
    folder: situation.folder ?? process.cwd(),
    environment: situation.environment ?? {},
    colours: withoutColour,
    showsProgress: false,
    ...(situation.answers && {
      ask: async (question: string) => {
        written.stderr += question
        return answers.shift() ?? ''
      },
    }),
    readStdin: async () => situation.stdin ?? '',
    now: situation.now ?? (() => new Date('2026-03-01T12:00:00Z')),
    onInterrupt: () => situation.interrupted ?? new AbortController().signal,
  }
  await runApplication(await buildMainApplication(words), words, context)
  return { exitCode: Number(context.process.exitCode ?? 0), ...written }
}

/** A project in a new folder, with a configuration unless the files bring one. Paths in the files are relative to it. */
export function projectFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dogma-'))
  const config = {
    'dogma.config.ts':
      "import { defineConfig } from 'dogma'\nexport default defineConfig({ project: 'test', typeCheck: false })\n",
  }
  for (const [path, text] of Object.entries({ ...config, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  folders.push(folder)
  return folder
}

const folders: string[] = []

/** Removes every folder that {@link projectFolder} made; call it in `afterAll`. */
export function removeProjectFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** An outcome as a terminal would show it: for golden files. */
export function transcript(words: readonly string[], outcome: Outcome): string {
  const command = `$ dogma ${words.map(word => (/^[\w./=-]+$/.test(word) ? word : `'${word}'`)).join(' ')}`
  const parts = [command, outcome.stdout.trimEnd(), outcome.stderr && `[stderr]\n${outcome.stderr.trimEnd()}`]
  return settled(`${parts.filter(part => part !== '').join('\n')}\n[exit ${outcome.exitCode}]\n`)
}

/** Independent changes are applied at the same time: which is done first, and so gets the smaller id, is chance. */
export function settled(text: string): string {
  const withoutIds = text.replace(
    /\b(monitor|slo|dashboard)\/([0-9a-f]{32}|\d{9}|[a-z0-9]{3}(-[a-z0-9]{3}){2})\b/g,
    '$1/…',
  )
  return withoutIds.replace(
    /(?:^.*: done \(.*\)\n)+/gm,
    lines => `${lines.trimEnd().split('\n').sort().join('\n')}\n`,
  )
}
