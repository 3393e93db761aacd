import { keyPattern, type Management, type Suppression } from '../model/index.js'
import { definitionError } from './definition-error.js'

/** How dogma treats the live object; the same for every kind of resource. */
export interface ManagementOptions {
  /** Earlier keys, so that renaming keeps the live object. */
  readonly aliases?: readonly string[]
  /** The id of a live object to take over instead of creating one. */
  readonly adopt?: string | number
  /** Refuses to delete or replace the live object. */
  readonly protect?: boolean
  /** Findings of lint that are accepted for this resource: `{ rule: 'message/no-notification', reason: '…', until: '2026-12-31' }`. */
  readonly suppress?: readonly Suppression[]
}

/** The key, or a DefinitionError: it becomes part of a tag on the live object, so it holds only what tags keep. */
export function checkedResourceKey(key: string): string {
  if (keyPattern.test(key)) return key
  throw definitionError('dsl/key', `'${key}' cannot be the key of a resource.`, {
    hint: `Use lower-case letters, digits, \`-\`, \`_\` and \`.\`, at most 120, such as '${keyFrom(key)}'.`,
    text: key,
  })
}

function keyFrom(text: string): string {
  const key = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return key === '' ? 'checkout-errors' : key
}

export function managementOf(options: ManagementOptions): Management {
  return {
    ...(options.aliases === undefined ? {} : { aliases: options.aliases.map(checkedResourceKey) }),
    ...(options.adopt === undefined ? {} : { adopt: options.adopt }),
    ...(options.protect === undefined ? {} : { protect: options.protect }),
    ...(options.suppress === undefined ? {} : { suppress: options.suppress }),
  }
}
