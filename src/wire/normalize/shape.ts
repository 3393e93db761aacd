import type { Json, ResourceKind } from '../../model/index.js'
import { dashboardRows } from './dashboard.js'
import { monitorRows } from './monitor.js'
import type { Row, Rule } from './row.js'
import { sloRows } from './slo.js'

/** The rows of one kind as a tree that is walked beside a payload. */
export interface Shape {
  readonly rules: ReadonlySet<Rule>
  /** Never compared. */
  readonly isReadOnly: boolean
  /** It, or something in it, is read-only. */
  readonly holdsReadOnly: boolean
  /** Members that no row names and the author did not write are not compared. */
  readonly isOpen: boolean
  /** Some rule may leave the field out of a comparison. */
  readonly mayBeIgnored: boolean
  /** Some rule looks at the value itself; for all other fields a value counts as it is. */
  readonly changesValue: boolean
  /** Values that mean the same as no value. */
  readonly absent: readonly Json[]
  /** What the account fills in for no value, if anything. */
  readonly filledIn?: Json
  readonly sameValues: readonly Json[]
  readonly derivedFrom?: string
  readonly members: ReadonlyMap<string, Shape>
  readonly anyMember?: Shape
  readonly items?: Shape
}

const valueRules: ReadonlySet<Rule> = new Set(['absent', 'trimmed', 'lower-case', 'numeric', 'same', 'set'])

const ignoringRules: ReadonlySet<Rule> = new Set(['read-only', 'unless-written', 'details-only', 'derived'])

/** All rows, by kind. */
export const rowsByKind: Readonly<Record<ResourceKind, readonly Row[]>> = {
  monitor: monitorRows,
  slo: sloRows,
  dashboard: dashboardRows,
}

/** The tree of each kind. */
export const shapes: Readonly<Record<ResourceKind, Shape>> = {
  monitor: shapeOf(monitorRows.map(stepped)),
  slo: shapeOf(sloRows.map(stepped)),
  dashboard: shapeOf(dashboardRows.map(stepped)),
}

/** The shape of a member of an object: its own, else the one for every member. */
export function memberShape(shape: Shape | undefined, key: string): Shape | undefined {
  return shape?.members.get(key) ?? shape?.anyMember
}

interface Stepped {
  readonly row: Row
  readonly steps: readonly string[]
}

function stepped(row: Row): Stepped {
  return {
    row,
    steps: row.path
      .replaceAll('[]', '.[]')
      .split('.')
      .filter(step => step !== ''),
  }
}

function shapeOf(rows: readonly Stepped[]): Shape {
  const own = rows.filter(({ steps }) => steps.length === 0).map(({ row }) => row)
  const below = new Map<string, Stepped[]>()
  for (const row of rows) {
    const [step] = row.steps
    if (step !== undefined) below.set(step, [...(below.get(step) ?? []), row])
  }
  const anyRows = below.get('*') ?? []
  const child = (step: string) => (below.has(step) ? shapeOf(below.get(step)!.map(deeper)) : undefined)
  const members = new Map<string, Shape>()
  for (const [step, inner] of below) {
    // A named member also obeys what is said of every member; its own row comes first, so that its default wins.
    if (step !== '*' && step !== '[]') members.set(step, shapeOf([...inner, ...anyRows].map(deeper)))
  }
  const anyMember = child('*')
  const items = child('[]')
  const rules = ownRules(own)
  const inner = [...members.values(), ...(anyMember ? [anyMember] : []), ...(items ? [items] : [])]
  const holdsReadOnly = rules.isReadOnly || inner.some(shape => shape.holdsReadOnly)
  return { ...rules, holdsReadOnly, members, ...(anyMember && { anyMember }), ...(items && { items }) }
}

function deeper({ row, steps }: Stepped): Stepped {
  return { row, steps: steps.slice(1) }
}

function ownRules(rows: readonly Row[]): Omit<Shape, 'holdsReadOnly' | 'members' | 'anyMember' | 'items'> {
  const valuesOf = (rule: Rule) => rows.filter(row => row.rule === rule).flatMap(row => row.values ?? [])
  const absent = valuesOf('absent')
  const filledIn = absent.find(value => value !== null)
  const derivedFrom = rows.find(row => row.rule === 'derived')?.from
  return {
    rules: new Set(rows.map(row => row.rule)),
    isReadOnly: rows.some(({ rule }) => rule === 'read-only'),
    isOpen: rows.some(({ rule }) => rule === 'open'),
    mayBeIgnored: rows.some(({ rule }) => ignoringRules.has(rule)),
    changesValue: rows.some(row => valueRules.has(row.rule)),
    absent,
    ...(filledIn !== undefined && { filledIn }),
    sameValues: valuesOf('same'),
    ...(derivedFrom !== undefined && { derivedFrom }),
  }
}
