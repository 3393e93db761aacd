import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildCommand, type Command } from '@stricli/core'
import { monitorTypes } from '../../catalog/index.js'
import { didYouMean } from '../../diagnostic/index.js'
import {
  type Colour,
  type ExplainInput,
  type ExplainOptions,
  explain,
  type RenderFormat,
  type RenderOptions,
  renderExplanation,
} from '../../explain/index.js'
import type { Loaded, ProjectProblem } from '../../project/index.js'
import type { Colours } from '../colours.js'
import type { Context } from '../context.js'
import { exitCode } from '../exit-code.js'
import { languageOf } from '../language.js'
import { keyNote, misread } from '../misread.js'
import { reportProblems } from '../report.js'

export interface ExplainFlags {
  readonly id?: string
  readonly key?: string
  readonly account?: string
  readonly diff: boolean
  readonly web: boolean
  readonly type?: string
  readonly lang?: 'en' | 'ja'
  readonly level: 'brief' | 'normal' | 'deep'
  readonly format: 'text' | 'json' | 'markdown' | 'html'
}

/** What was named on the command line: one thing, or the difference of two, ready to be written. */
export type Named =
  | { readonly kind: 'one'; readonly input: ExplainInput }
  | { readonly kind: 'difference'; readonly write: WriteDifference }

type WriteDifference = (explain: ExplainOptions, format: RenderFormat, render: RenderOptions) => string

/** Reads what `--id`, `--key` or `--diff` name. The small bundle has none: its launcher never sends it such flags. */
export type ReadDefinition = (
  context: Context,
  flags: ExplainFlags,
  texts: readonly string[],
) => Promise<Loaded<Named>>

/** Serves the page that explains in the browser until Ctrl-C. */
export type ServePlayground = (
  context: Context,
  options: { readonly lang: 'en' | 'ja'; readonly query?: string },
) => Promise<void>

/** What only the whole program has. */
export interface Surroundings {
  readonly readDefinition: ReadDefinition
  readonly servePlayground: ServePlayground
}

/** The `explain` command, with or without projects, accounts and a browser around it. */
export function explainCommand(surroundings?: Surroundings): Command<Context> {
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
  dogma explain --key monitor.container-cpu-anomaly
  dogma explain --diff old.json new.json
  dogma explain --diff monitor.api-latency https://app.datadoghq.com/monitors/158348339
  dogma explain --web 'avg:container.cpu.user{*}'`,
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
          {
            parse: String,
            brief: 'With --diff: what the first one becomes',
            placeholder: 'NEW',
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
          brief: 'Account of --id, and of ids in --diff',
          placeholder: 'NAME',
          optional: true,
        },
        diff: {
          kind: 'boolean',
          brief: 'Say what changes in behaviour between two texts, files, addresses or ids',
          default: false,
          withNegated: false,
        },
        web: {
          kind: 'boolean',
          brief: 'Serve the page that explains queries in the browser, on this machine only',
          default: false,
          withNegated: false,
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
    async func(this: Context, flags: ExplainFlags, text?: string, after?: string): Promise<void> {
      const texts = [text, after].filter(one => one !== undefined)
      const lang = flags.lang ?? languageOf(this.environment)
      if (flags.web && surroundings !== undefined) {
        return surroundings.servePlayground(this, { lang, ...(text !== undefined && { query: text }) })
      }
      const named = await readNamed(this, flags, texts, surroundings?.readDefinition)
      if (!named.ok) return reportProblems(this, named.problems, flags.format)
      const options = { lang, level: flags.level }
      const width = this.width === undefined ? {} : { width: this.width }
      const rendering = { ...width, colour: explanationColours(this.colours) }
      if (named.value.kind === 'difference') {
        this.process.stdout.write(named.value.write(options, flags.format, rendering))
        return
      }
      const explanation = explain(named.value.input, options)
      this.process.stdout.write(renderExplanation(explanation, flags.format, rendering))
      const isBroken = explanation.diagnostics.some(diagnostic => diagnostic.severity === 'error')
      this.process.exitCode = isBroken ? exitCode.failed : exitCode.done
    },
  })
}

async function readNamed(
  context: Context,
  flags: ExplainFlags,
  texts: readonly string[],
  readDefinition: ReadDefinition | undefined,
): Promise<Loaded<Named>> {
  const wrongType = flags.type === undefined ? undefined : unknownType(flags.type)
  if (wrongType !== undefined) return { ok: false, problems: [wrongType] }
  const isNamed = flags.diff || flags.id !== undefined || flags.key !== undefined
  if (isNamed && readDefinition !== undefined) return readDefinition(context, flags, texts)
  if (texts.length > 1) return { ok: false, problems: [twoTexts] }
  const [text] = texts
  const wrong = text === undefined ? undefined : misread(context.folder, text)
  if (wrong !== undefined) return { ok: false, problems: [wrong] }
  context.process.stderr.write(keyNote(text ?? '') ?? '')
  const source = text === undefined || text === '-' ? await context.readStdin() : fileOrText(context, text)
  if (source.trim() === '') return { ok: false, problems: [nothingToExplain] }
  const query = source.trim()
  const input = flags.type === undefined ? query : { type: flags.type, query }
  return { ok: true, value: { kind: 'one', input }, problems: [] }
}

/** An argument is a file if there is one by that name; a text with braces or quotes is a query without looking. */
export function fileOrText(context: Context, text: string): string {
  if (text.length > 1024 || /[{}()"'\n]/.test(text)) return text
  try {
    return readFileSync(resolve(context.folder, text), 'utf8')
  } catch {
    return text
  }
}

function unknownType(type: string): ProjectProblem | undefined {
  if (Object.hasOwn(monitorTypes, type)) return undefined
  const known = Object.keys(monitorTypes)
  return {
    code: 'explain/unknown-type',
    severity: 'error',
    message: `There is no monitor type \`${type}\`.`,
    hint: didYouMean(type, known) ?? `Known types: ${known.join(', ')}.`,
  }
}

const nothingToExplain = {
  code: 'explain/no-input',
  severity: 'error',
  message: 'There is nothing to explain: no text was given and stdin is empty.',
  hint: "Paste a query in single quotes: dogma explain 'avg:system.load.1{*}'",
} as const

const twoTexts = {
  code: 'explain/two-texts',
  severity: 'error',
  message: 'Two texts were given, and one can be explained at a time.',
  hint: 'Put a query with blanks in single quotes, or write --diff before two texts to compare them.',
} as const

function explanationColours({ strong, info, faint, error, warning }: Colours): Colour {
  return { heading: strong, code: info, dim: faint, error, warning }
}
