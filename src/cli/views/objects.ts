import { displayWidth, visible } from '../../diagnostic/index.js'
import { type LiveObject, titleOf } from '../../wire/index.js'
import { addressOfLive } from '../live-objects.js'

/** One line per object: its id, the address of its definition if it has one, and its name. */
export function renderObjects(objects: readonly LiveObject[]): string {
  if (objects.length === 0) return 'The account is empty.\n'
  const rows = objects.map(object => [
    `${object.kind}/${object.id}`,
    addressOfLive(object) ?? '(not managed)',
    visible(titleOf(object.payload)) || '(no name)',
  ])
  const widths = [0, 1].map(column => Math.max(...rows.map(row => displayWidth(row[column]!))))
  return rows.map(row => `${row.map((cell, column) => pad(cell, widths[column])).join('  ')}\n`).join('')
}

function pad(text: string, width: number | undefined): string {
  return width === undefined ? text : text + ' '.repeat(width - displayWidth(text))
}

/** The same as data, with the whole payloads. */
export function objectsJson(objects: readonly LiveObject[]): string {
  const list = objects.map(object => ({ ...object, address: addressOfLive(object) ?? null }))
  return `${JSON.stringify({ version: 1, objects: list }, null, 2)}\n`
}
