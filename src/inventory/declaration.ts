import type { Inventory, InventoryMetric } from './inventory.js'

/** Names and keys that the builders take; others would be refused anyway, and text of an account must not become code. */
const metricName = /^[A-Za-z][A-Za-z0-9_.]*$/
const tagKey = /^[^\s,{}()"'$\\`]+$/
const typeName = /^[a-z]+$/
const unitName = /^[\w %/ -]+$/

/**
 * The declaration file that makes names, tag keys and counting of the builders checked and completed. The same bytes for
 * the same metrics.
 * @example declarationText({ metrics: [{ name: 'system.load.1', type: 'gauge', tags: ['host'] }] })
 */
export function declarationText({ metrics }: Inventory): string {
  const byName = new Map(metrics.filter(({ name }) => metricName.test(name)).map(each => [each.name, each]))
  const entries = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).map(entryText)
  return `// Written by \`dogma types\`: the metrics of the account. Run it again when there are new ones.
export {}

declare module 'dogma' {
  interface Inventory {
    metrics: {
${entries.join('')}    }
  }
}
`
}

function entryText({ name, type = '', unit = '', tags }: InventoryMetric): string {
  const members = [
    `type: ${typeName.test(type) ? `'${type}'` : 'string'}`,
    ...(unit !== '' && unitName.test(unit) ? [`unit: '${unit}'`] : []),
    `tags: ${tagsText(tags)}`,
  ]
  const line = `      '${name}': { ${members.join('; ')} }\n`
  return line.length <= 111
    ? line
    : `      '${name}': {\n${members.map(each => `        ${each}\n`).join('')}      }\n`
}

/** A metric without tags may be filtered by none; one whose tags are not known by any. */
function tagsText(tags: readonly string[] | undefined): string {
  if (tags === undefined) return 'string'
  const keys = [...new Set(tags.filter(key => tagKey.test(key) && isPlain(key)))].sort()
  return keys.length === 0 ? 'never' : keys.map(key => `'${key}'`).join(' | ')
}

function isPlain(key: string): boolean {
  return !/[\p{C}\p{Zl}\p{Zp}]/u.test(key)
}
