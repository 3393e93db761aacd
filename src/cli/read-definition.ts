import { nearest } from '../diagnostic/index.js'
import { type ExplainInput, explainDiff, renderDiff } from '../explain/index.js'
import { addressOf } from '../model/index.js'
import type { Loaded } from '../project/index.js'
import { decode, type LiveObject } from '../wire/index.js'
import { type ExplainFlags, fileOrText, type Named } from './commands/explain.js'
import type { Context } from './context.js'
import { findObject, readId } from './live-objects.js'
import { misread } from './misread.js'
import { openAccount } from './open-account.js'
import { openDefinitions, openProject } from './session.js'

/** What `--key` names in the code, `--id` in an account, or the difference of two of anything. */
export async function readDefinition(
  context: Context,
  flags: ExplainFlags,
  texts: readonly string[],
): Promise<Loaded<Named>> {
  if (flags.diff) return readDifference(context, flags, texts)
  const read =
    flags.key === undefined
      ? await readPayload(context, flags, flags.id ?? '')
      : await readOwn(context, flags.key)
  return read.ok ? { ...read, value: { kind: 'one', input: read.value } } : read
}

/** The whole object, with what only the account writes: whether it is muted, for example. */
async function readPayload(context: Context, flags: ExplainFlags, id: string): Promise<Loaded<ExplainInput>> {
  const live = await readLive(context, flags, id)
  return live.ok ? { ...live, value: live.value.payload } : live
}

/** What only the account writes, and the mark of the project, make no difference to a definition. */
async function readLiveDefinition(
  context: Context,
  flags: ExplainFlags,
  id: string,
): Promise<Loaded<ExplainInput>> {
  const live = await readLive(context, flags, id)
  if (!live.ok) return live
  const { kind, payload } = live.value
  const decoded = decode(payload, { kind })
  return { ok: true, value: decoded.ok ? decoded.resource.definition : payload, problems: [] }
}

async function readDifference(
  context: Context,
  flags: ExplainFlags,
  texts: readonly string[],
): Promise<Loaded<Named>> {
  const [old, now] = texts
  if (old === undefined || now === undefined) return { ok: false, problems: [needsTwo] }
  const before = await readSide(context, flags, old)
  if (!before.ok) return before
  const after = await readSide(context, flags, now)
  if (!after.ok) return after
  return {
    ok: true,
    value: {
      kind: 'difference',
      write: (options, format, render) =>
        renderDiff(explainDiff(before.value, after.value, options), format, render),
    },
    problems: [],
  }
}

const needsTwo = {
  code: 'explain/needs-two',
  severity: 'error',
  message: '--diff compares two things, and fewer were given.',
  hint: "Write both: dogma explain --diff 'avg(last_5m):avg:a.b{*} > 1' 'avg(last_5m):avg:a.b{*} > 2'",
} as const

/** A file, the address of a definition of this project, a live object, or the text itself. */
async function readSide(context: Context, flags: ExplainFlags, text: string): Promise<Loaded<ExplainInput>> {
  const source = text === '-' ? await context.readStdin() : fileOrText(context, text)
  if (source === text && /^(monitor|slo|dashboard)\.[\w-]+$/.test(text)) return readOwn(context, text)
  const wrong = misread(context.folder, text)
  if (wrong !== undefined) return { ok: false, problems: [wrong] }
  if (source === text && readId(text) !== undefined) return readLiveDefinition(context, flags, text)
  const query = source.trim()
  return { ok: true, value: flags.type === undefined ? query : { type: flags.type, query }, problems: [] }
}

async function readOwn(context: Context, key: string): Promise<Loaded<ExplainInput>> {
  const definitions = await openDefinitions(context, { noTypeCheck: true })
  if (!definitions.ok) return definitions
  const { resources } = definitions.value
  const found = resources.find(resource => addressOf(resource) === key || resource.key === key)
  if (found !== undefined) return { ok: true, value: found, problems: [] }
  const close = nearest(key, resources.map(addressOf))
  const problem = {
    code: 'explain/unknown-key',
    severity: 'error',
    message: `No definition of this project is called \`${key}\`.`,
    ...(close !== undefined && { hint: `Did you mean \`${close}\`?` }),
  } as const
  return { ok: false, problems: [problem] }
}

async function readLive(context: Context, flags: ExplainFlags, id: string): Promise<Loaded<LiveObject>> {
  const project = await openProject(context)
  const opened = await openAccount(context, {
    ...(project.ok && { project: project.value }),
    ...(flags.account !== undefined && { name: flags.account }),
  })
  if (!opened.ok) return opened
  try {
    const found = await findObject(opened.value.account, id)
    if (!found.ok) return found
    return { ok: true, value: found.value, problems: [] }
  } finally {
    await opened.value.close()
  }
}
