import { applyEdits } from '../../src/diagnostic/index.js'
import { collectResources } from '../../src/dsl/index.js'
import * as dogma from '../../src/index.js'
import type { Fix } from '../../src/lint/index.js'
import type { Origin, Resource } from '../../src/model/index.js'
import { editsOf, operationsOf, placeOf, readSource, type Subject } from '../../src/source-edit/index.js'

/** The resources of a file that calls builders, each with the place of its call. The file may only use what it imports. */
export async function definedIn(source: string): Promise<readonly Resource[]> {
  const body = source.replace(/^import .*$/gm, '').replaceAll(/\bexport /g, '')
  const names = Object.keys(dogma)
  const run = new Function(...names, body) as (...values: unknown[]) => void
  const { resources } = await collectResources(() => run(...Object.values(dogma)))
  return resources.map(resource => ({ ...resource, origin: callOf(source, resource.key) }) as Resource)
}

/** The line and column of the builder's name in front of the key. */
function callOf(source: string, key: string): Origin {
  const call = new RegExp(`(\\w+)\\(\\s*(?:'${key}'|"${key}"|key)`).exec(source)
  const before = source.slice(0, call?.index ?? 0)
  return { file: 'a.ts', line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') }
}

/** The file after a fix of its first resource, or why the fix cannot be made. */
export async function edited(source: string, edits: Fix['edits']): Promise<string> {
  const [resource] = await definedIn(source)
  const placed = operationsOf(readSource('a.ts', source), resource!, { title: 'Repair.', edits })
  return placed.ok ? applyEdits(source, editsOf(source, placed.operations)) : placed.why
}

/** What stands at the place of a finding about the first resource: the rest of the line. */
export async function placeIn(source: string, subject: Subject): Promise<string | undefined> {
  const [resource] = await definedIn(source)
  const place = placeOf(readSource('a.ts', source), resource!, subject)
  return place && source.split('\n')[place.line - 1]?.slice(place.column - 1)
}
