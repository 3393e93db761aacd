import type { Json } from '../model/index.js'
import type { LiveObject } from '../wire/index.js'

/** How other tools sign what they manage. */
const signatures: readonly { readonly tool: string; readonly pattern: RegExp }[] = [
  { tool: 'kennel', pattern: /-- Managed by kennel / },
  { tool: 'Terraform', pattern: /\b(managed|created|maintained)[ _-]?by\b[^\n]{0,20}\bterraform\b/i },
  { tool: 'Terraform', pattern: /^(terraform|terraformed):true$/i },
  { tool: 'Pulumi', pattern: /\bmanaged[ _-]?by\b[^\n]{0,20}\bpulumi\b/i },
]

/** The tool whose signature an object carries in its message, description or tags, or undefined. */
export function foreignManagerOf(object: LiveObject): string | undefined {
  const { message, description, tags } = object.payload
  const texts = [message, description, ...(Array.isArray(tags) ? tags : [])].filter(isText)
  return signatures.find(({ pattern }) => texts.some(text => pattern.test(text)))?.tool
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string'
}
