import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildCommand, type Command } from '@stricli/core'
import { type Colour, type ExplainInput, explain, renderExplanation } from '../../explain/index.js'
import type { Loaded } from '../../project/index.js'
import type { Colours } from '../colours.js'
import type { Context } from '../context.js'
import { exitCode } from '../exit-code.js'
import { reportProblems } from '../report.js'

export interface ExplainFlags {
  readonly id?: string
  readonly key?: string
  readonly account?: string
  readonly type?: string
  readonly lang?: 'en' | 'ja'
  readonly level: 'brief' | 'normal' | 'deep'
  readonly format: 'text' | 'json' | 'markdown' | 'html'
}

/** Reads what `--id` or `--key` name. The small bundle has none: its launcher never sends it such flags. */
export type ReadDefinition = (context: Context, flags: ExplainFlags) => Promise<Loaded<ExplainInput>>

/** The `explain` command, with or without a project and an account behind it. */
export function explainCommand(readDefinition?: ReadDefinition): Command<Context> {
  return buildCommand({
    docs: {
      brief: 'Say in plain words what a query, monitor, SLO or dashboard does',
      fullDescription: `Takes a query as you would paste it, a JSON definition, a file, or a live object.

Examples:
  dogma explain 'avg(last_5m):avg:system.load.1{*} by {host} > 4'
  dogma explain --lang ja 'avg:container.cpu.user{*}'
  pbpaste | dogma explain -
  dogma explain monitor.json --format markdown
  dogma explain --id 158348339 --account prod
  dogma explain --key monitor.container-cpu-anomaly`,
    },
    parameters: {
      positional: {
        kind: 'tuple',
        parameters: [
          {
            parse: String,
            brief: 'A query or JSON, a file that holds one, or - for stdin',
            placeholder: 'TEXT',
            optional: true,
          },
        ],
      },
      flags: {
        id: {
          kind: 'parsed',
          parse: String,
          brief: 'A live object: 123, monitor/123, slo/…, dashboard/…, or its URL',
          placeholder: 'ID',
          optional: true,
        },
        key: {
          kind: 'parsed',
          parse: String,
          brief: 'A definition of this project, e.g. `monitor.api-latency`',
          placeholder: 'ADDRESS',
          optional: true,
        },
        account: {
          kind: 'parsed',
          parse: String,
          brief: 'Account of --id',
          placeholder: 'NAME',
          optional: true,
        },
        type: {
          kind: 'parsed',
          parse: String,
          brief: 'Monitor type of the query, where it cannot be told from the text',
          placeholder: 'TYPE',
          optional: true,
        },
        lang: {
          kind: 'enum',
          values: ['en', 'ja'],
          brief: 'Language; the locale of the environment when absent',
          optional: true,
        },
        level: {
          kind: 'enum',
          values: ['brief', 'normal', 'deep'],
          brief: 'How much to say',
          default: 'normal',
        },
        format: {
          kind: 'enum',
          values: ['text', 'json', 'markdown', 'html'],
          brief: 'How the result is written',
          default: 'text',
        },
      },
    },
    async func(this: Context, flags: ExplainFlags, text?: string): Promise<void> {
      const input = await readInput(this, flags, text, readDefinition)
      if (!input.ok) return reportProblems(this, input.problems, flags.format)
      const explanation = explain(input.value, {
        lang: flags.lang ?? languageOf(this.environment),
        level: flags.level,
      })
      const width = this.width === undefined ? {} : { width: this.width }
      const colour = explanationColours(this.colours)
      this.process.stdout.write(renderExplanation(explanation, flags.format, { ...width, colour }))
      const isBroken = explanation.diagnostics.some(diagnostic => diagnostic.severity === 'error')
      this.process.exitCode = isBroken ? exitCode.failed : exitCode.done
    },
  })
}

async function readInput(
  context: Context,
  flags: ExplainFlags,
  text: string | undefined,
  readDefinition: ReadDefinition | undefined,
): Promise<Loaded<ExplainInput>> {
  if ((flags.id !== undefined || flags.key !== undefined) && readDefinition !== undefined) {
    return readDefinition(context, flags)
  }
  const source = text === undefined || text === '-' ? await context.readStdin() : fileOrText(context, text)
  if (source.trim() === '') return { ok: false, problems: [nothingToExplain] }
  const query = source.trim()
  return { ok: true, value: flags.type === undefined ? query : { type: flags.type, query }, problems: [] }
}

/** An argument is a file if there is one by that name; a text with braces or quotes is a query without looking. */
function fileOrText(context: Context, text: string): string {
  if (text.length > 1024 || /[{}()"'\n]/.test(text)) return text
  try {
    return readFileSync(resolve(context.folder, text), 'utf8')
  } catch {
    return text
  }
}

const nothingToExplain = {
  code: 'explain/no-input',
  severity: 'error',
  message: 'There is nothing to explain: no text was given and stdin is empty.',
  hint: "Paste a query in single quotes: dogma explain 'avg:system.load.1{*}'",
} as const

function explanationColours({ strong, info, faint, error, warning }: Colours): Colour {
  return { heading: strong, code: info, dim: faint, error, warning }
}

function languageOf(environment: Context['environment']): 'en' | 'ja' {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return locale.startsWith('ja') ? 'ja' : 'en'
}
