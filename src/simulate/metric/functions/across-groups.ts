import type { FunctionName } from '../../../catalog/index.js'
import { tagValue } from '../../groups.js'
import type { Line, Lines, Values } from '../line.js'
import type { Implementation } from './implementation.js'

/** How many groups have a value that counts, at each point. https://docs.datadoghq.com/dashboards/functions/count/ */
function counting(counts: (value: number) => boolean): Implementation {
  return {
    kind: 'groups',
    removesGroups: true,
    apply: lines =>
      oneLine(lines, column => column.filter(value => value !== undefined && counts(value)).length),
  }
}

function oneLine(lines: Lines, combine: (column: Values) => number | undefined): Lines {
  const all = [...lines.values()]
  if (all.length === 0) return lines
  const length = Math.max(...all.map(line => line.values.length))
  const values = Array.from({ length }, (_, slot) => combine(all.map(line => line.values[slot])))
  return new Map([['', withUsed(all, values)]])
}

function withUsed(lines: readonly Line[], values: Values): Line {
  const isReduced = lines.some(line => line.used !== undefined)
  return isReduced ? { tags: [], values, used: lines.flatMap(line => line.used ?? []) } : { tags: [], values }
}

function secondsBetween(values: Values, step: number): Values {
  let last: number | undefined
  return values.map((value, slot) => {
    if (value === undefined) return undefined
    const seconds = last === undefined ? undefined : (slot - last) * step
    last = slot
    return seconds
  })
}

/** Functions of all groups together. */
export const groupFunctions = {
  count_nonzero: counting(value => value !== 0),
  count_not_null: counting(() => true),
  exclude_null: {
    kind: 'groups',
    removesGroups: false,
    apply: lines => new Map([...lines].filter(([, { tags }]) => tags.every(tag => tagValue(tag) !== 'N/A'))),
  },
  // Always one line.
  dt: {
    kind: 'groups',
    removesGroups: true,
    apply: (lines, { step }) => {
      const present = oneLine(lines, column => column.find(value => value !== undefined))
      return new Map(
        [...present].map(([key, line]) => [key, { ...line, values: secondsBetween(line.values, step) }]),
      )
    },
  },
} as const satisfies Readonly<Partial<Record<FunctionName, Implementation>>>
