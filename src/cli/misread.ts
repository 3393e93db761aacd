import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ProjectProblem } from '../project/index.js'

/**
 * Why an argument of `explain` is no text to explain, though any text can be read as a search: it is a folder, a file of
 * code, or the name of a file that is not there. Undefined for everything else.
 */
export function misread(folder: string, text: string): ProjectProblem | undefined {
  if (text.length > 1024 || /[{}()"'\n]/.test(text)) return undefined
  const found = statSync(resolve(folder, text), { throwIfNoEntry: false })
  if (found?.isDirectory())
    return problem('is-folder', `${text} is a folder.`, 'Name a file in it, or a query.')
  const ending = /\.([a-z]+)$/.exec(text)?.[1]
  if (found?.isFile() && ending !== undefined && Object.hasOwn(instead, ending))
    return problem('not-data', `${text} is code, and no query or JSON.`, instead[ending])
  if (found === undefined && ending !== undefined && /^(json|ts|mts|js|mjs|tf|ya?ml|txt)$/.test(ending))
    return problem('no-such-file', `There is no file ${text}.`, 'Check the path, or give a query.')
  return undefined
}

const byKey = 'Explain what it defines by its key: dogma explain --key monitor.api-latency'

const instead: Readonly<Record<string, string>> = {
  ts: byKey,
  mts: byKey,
  js: byKey,
  mjs: byKey,
  tf: 'Explain the live object with --id, or paste its query.',
}

/** A key of this project looks like the name of a metric; as one it is explained, unless `--key` says otherwise. */
export function keyNote(text: string): string | undefined {
  return /^(monitor|slo|dashboard)\.[\w-]+$/.test(text)
    ? `Read as the name of a metric. For the definition: dogma explain --key ${text}\n`
    : undefined
}

function problem(code: string, message: string, hint = ''): ProjectProblem {
  return { code: `explain/${code}`, severity: 'error', message, hint }
}
