import { builtInVariables, eventVariables, groupMetadata } from '../../catalog/index.js'
import type { MonitorDefinition } from '../../model/index.js'
import { filterKeysOf } from './filters.js'
import { groupsOf, writtenGroupKeys } from './groups.js'
import { memo } from './memo.js'

/** Which variables a monitor's templates may use. */
export interface AvailableVariables {
  /** False where the text does not tell which tags a notification has. */
  readonly known: boolean
  /** Tag keys that have a value in the notification. */
  readonly keys: ReadonlySet<string>
  has(path: readonly string[]): boolean
}

const builtIn: ReadonlySet<string> = new Set(builtInVariables)
const eventWords: ReadonlySet<string> = new Set(Object.keys(eventVariables))
/** `a.value`, `b.status`: members of a composite by letter. */
const memberLetter = /^[a-j]$/

/** The variables that have a value in the notifications of this monitor. */
export const availableVariables = memo((definition: MonitorDefinition): AvailableVariables => {
  const groups = groupsOf(definition)
  const keys = new Set([...writtenGroupKeys(definition), ...filterKeysOf(definition)])
  const metadata = new Set([...keys].flatMap(key => metadataWords(key)))
  const plain = new Set([...keys].map(withoutSign))
  const has = (path: readonly string[]) => {
    const [first = ''] = path
    if (path.length === 1 && builtIn.has(first)) return true
    if (metadata.has(first) || eventWords.has(first) || memberLetter.test(first)) return true
    return candidates(path).some(key => plain.has(key))
  }
  return { known: groups.known, keys, has }
})

function metadataWords(key: string): string[] {
  return Object.hasOwn(groupMetadata, key) ? [key, groupMetadata[key as keyof typeof groupMetadata]] : []
}

/** The tag that a variable names: `{{host.name}}` names `host`. */
export function tagKeyOf(path: readonly string[]): string {
  return path.at(-1) === 'name' && path.length > 1 ? path.slice(0, -1).join('.') : path.join('.')
}

/** What a path may name: the key itself, with `.name`, and without brackets around a key with dots. */
function candidates(path: readonly string[]): string[] {
  return [tagKeyOf(path), path.join('.')].map(withoutSign)
}

// A facet is written with and without its sign.
function withoutSign(key: string): string {
  return key.startsWith('@') ? key.slice(1) : key
}
