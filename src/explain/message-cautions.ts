import { type ConditionalFacts, channelNamed, conditionals } from '../catalog/index.js'
import { canWarn, notifiesNoData } from '../check/index.js'
import type { Json } from '../model/index.js'
import type { MessageBlock, MessagePart, MessageTemplate, MonitorQuery } from '../query/index.js'
import type { CautionOf } from './explanation.js'
import { filterKeys, groupsOfMonitor } from './groups.js'
import { type KnownTags, variableMeaning } from './message.js'
import { type MonitorContext, threshold } from './monitor-context.js'
import type { ToldInState } from './recipients.js'
import { type Phrase, phrase } from './sentences.js'
import { isClusterCheck } from './service-check.js'

type Reason = 'no-warning' | 'no-data-off' | 'no-renotify'

/** What looks risky in a message beside its monitor. */
export function messageCautions(
  message: MessageTemplate,
  query: MonitorQuery,
  context: MonitorContext,
  told: readonly ToldInState[],
): readonly CautionOf<Phrase>[] {
  return [
    ...blocksIn(message.parts).flatMap(block => unreachable(block, query, context)),
    ...pagedOnWarning(message, query, context),
    ...leftOpen(told),
    ...emptyVariables(message, query, context.options?.variables),
  ]
}

function blocksIn(parts: readonly MessagePart[]): readonly MessageBlock[] {
  return parts.flatMap(part =>
    part.kind === 'message-block' ? [part, ...blocksIn(part.body), ...blocksIn(part.otherwise ?? [])] : [],
  )
}

function unreachable(
  block: MessageBlock,
  query: MonitorQuery,
  context: MonitorContext,
): readonly CautionOf<Phrase>[] {
  if (block.inverted || !Object.hasOwn(conditionals, block.name)) return []
  const facts: ConditionalFacts = conditionals[block.name as keyof typeof conditionals]
  const reason = reasonAgainst(facts.reachedWith, query, context)
  if (reason === undefined) return []
  return [
    {
      code: 'message/unreachable-state',
      severity: 'warning',
      says: phrase('caution/unreachable-state', { block: block.name, reason }),
    },
  ]
}

function reasonAgainst(
  needs: string | undefined,
  query: MonitorQuery,
  context: MonitorContext,
): Reason | undefined {
  if (needs === 'warning threshold') {
    return query.kind === 'composite' || threshold(context, 'warning') !== undefined
      ? undefined
      : 'no-warning'
  }
  if (needs === 'no data')
    return query.kind === 'composite' || notifiesNoData(context.options) ? undefined : 'no-data-off'
  if (needs === 'renotify_interval')
    return Number(context.options?.renotify_interval ?? 0) > 0 ? undefined : 'no-renotify'
  return undefined
}

/** A pager outside every block rings for warnings too. */
function pagedOnWarning(
  message: MessageTemplate,
  query: MonitorQuery,
  { type, options }: MonitorContext,
): readonly CautionOf<Phrase>[] {
  const isCluster = query.kind === 'service-check' && isClusterCheck(query)
  if (query.kind === 'composite' || !canWarn(type ?? '', options, isCluster)) return []
  return message.parts.flatMap(part =>
    part.kind === 'message-handle' && channelNamed(part.channel)?.pages === true
      ? [
          {
            code: 'message/page-on-warning',
            severity: 'warning' as const,
            says: phrase('caution/page-on-warning', { handle: part.text }),
          },
        ]
      : [],
  )
}

/** Something that stays open needs the recovery to close it. */
function leftOpen(told: readonly ToldInState[]): readonly CautionOf<Phrase>[] {
  const recovery = new Set(
    told
      .filter(one => one.state.endsWith('recovery'))
      .flatMap(one => one.recipients.map(recipient => recipient.handle)),
  )
  const alert = told.find(one => one.state === 'alert')?.recipients ?? []
  return alert
    .filter(({ handle }) => !recovery.has(handle) && staysOpen(handle))
    .map(({ handle }) => ({
      code: 'message/recovery-silent',
      severity: 'warning' as const,
      says: phrase('caution/recovery-silent', { handle }),
    }))
}

function staysOpen(handle: string): boolean {
  const dash = handle.indexOf('-')
  return channelNamed(handle.slice(1, dash === -1 ? undefined : dash))?.staysOpen === true
}

function emptyVariables(
  message: MessageTemplate,
  query: MonitorQuery,
  variables: Json | undefined,
): readonly CautionOf<Phrase>[] {
  const shown = tagVariables(message.parts)
  const asked = askedVariables(message.parts)
  const known = shown.size + asked.size === 0 ? undefined : tagsOf(query, variables)
  if (known === undefined) return []
  // A key that ends in `.name` itself may stand there without brackets.
  const isMissing = ([whole, key]: [string, string]) =>
    ![key, `@${key}`, whole, `@${whole}`].some(name => known.has(name))
  return [
    ...[...shown].filter(isMissing).map(([variable, key]) => ({
      code: 'message/variable-not-grouped',
      severity: 'error' as const,
      says: phrase('caution/variable-not-grouped', { variable, key }),
    })),
    ...[...asked].filter(isMissing).map(([variable, key]) => ({
      code: 'message/is-match-variable',
      severity: 'error' as const,
      says: phrase('caution/is-match-variable', { variable, key }),
    })),
  ]
}

/** Each variable of a tag that `is_match` compares with a text, with the tag's key; whether one is empty may always be asked. */
function askedVariables(parts: readonly MessagePart[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const {
    name,
    arguments: [variable, text],
  } of blocksIn(parts)) {
    if (!name.endsWith('match') || variable?.kind !== 'string') continue
    if (text?.kind === 'string' && text.value === '') continue
    const path = Array.from(variable.value.matchAll(/\[([^\]]*)\]|[^.[\]]+/g), match => match[1] ?? match[0])
    const { meaning, key } = variableMeaning({ path })
    if (meaning === 'tag') found.set(path.join('.'), key)
  }
  return found
}

/** The tags that a message of this monitor may name; undefined where they cannot be told from its query. */
export function tagsOf(query: MonitorQuery, variables: Json | undefined): KnownTags {
  if (
    query.kind === 'composite' ||
    query.kind === 'slo-monitor' ||
    query.kind === 'placeholder' ||
    query.kind === 'opaque'
  )
    return undefined
  const known = new Set([...groupsOfMonitor(query, variables), ...filterKeys(query, variables)])
  return known.has('*') ? undefined : known
}

/** Each variable that stands for a tag, as written, with the tag's key. */
function tagVariables(
  parts: readonly MessagePart[],
  found = new Map<string, string>(),
): ReadonlyMap<string, string> {
  for (const part of parts) {
    if (part.kind === 'message-block') {
      tagVariables(part.body, found)
      tagVariables(part.otherwise ?? [], found)
    } else if (part.kind === 'message-variable') {
      const { meaning, key } = variableMeaning(part)
      if (meaning === 'tag') found.set(part.path.join('.'), key)
    }
  }
  return found
}
