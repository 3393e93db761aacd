import type { Filter, Series } from '../../query/index.js'
import { tagKey, tagValue } from '../groups.js'
import type { SeriesInput } from '../series-input.js'

/** Says whether a series has the tags that a scope asks for. */
export type TagTest = (tags: readonly string[]) => boolean

/** The series that `metric{scope}` reads. */
export function selectSeries(node: Series, series: readonly SeriesInput[]): SeriesInput[] {
  const test = node.scope === undefined ? () => true : tagTest(node.scope.filter)
  return series.filter(each => reads(node.metric.name, each) && test(each.tags))
}

/** True when a series is of the metric, or stands for every metric. */
export function reads(name: string, series: SeriesInput): boolean {
  return series.metric === undefined || series.metric === name
}

/** The parts of a filter that only a dashboard can fill in, or that nobody knows. */
export function unknownFilters(filter: Filter): Filter[] {
  switch (filter.kind) {
    case 'filter-variable':
    case 'opaque':
      return [filter]
    case 'filter-tag':
      return filter.value.startsWith('$') ? [filter] : []
    case 'filter-not':
      return unknownFilters(filter.operand)
    case 'filter-and':
    case 'filter-or':
    case 'filter-list':
      return filter.operands.flatMap(unknownFilters)
    default:
      return []
  }
}

/** The meaning of a scope. https://docs.datadoghq.com/getting_started/tagging/using_tags/ */
export function tagTest(filter: Filter): TagTest {
  switch (filter.kind) {
    case 'filter-all':
      return () => true
    case 'filter-tag':
      return filter.key === undefined ? hasBareTag(filter.value) : hasTag(filter.key, [filter.value])
    case 'filter-in':
      return filter.negated ? not(hasTag(filter.key, filter.values)) : hasTag(filter.key, filter.values)
    case 'filter-not':
      return not(tagTest(filter.operand))
    case 'filter-and':
    case 'filter-list':
      return every(filter.operands.map(tagTest))
    case 'filter-or':
      return some(filter.operands.map(tagTest))
    default:
      return () => false
  }
}

const not =
  (test: TagTest): TagTest =>
  tags =>
    !test(tags)
const every =
  (tests: readonly TagTest[]): TagTest =>
  tags =>
    tests.every(test => test(tags))
const some =
  (tests: readonly TagTest[]): TagTest =>
  tags =>
    tests.some(test => test(tags))

function hasTag(key: string, values: readonly string[]): TagTest {
  const matches = values.map(wildcard)
  return tags =>
    tags.some(tag => tag.includes(':') && tagKey(tag) === key && matches.some(match => match(tagValue(tag))))
}

function hasBareTag(value: string): TagTest {
  const matches = wildcard(value)
  return tags => tags.some(matches)
}

/** `web-*`, `*-db`, `*x*`, `gpt-4-*-preview`: matched by its pieces, so no pattern takes more than linear time. */
export function wildcard(pattern: string): (text: string) => boolean {
  if (!pattern.includes('*')) return text => text === pattern
  const pieces = pattern.split('*')
  const [first, last] = [pieces[0]!, pieces.at(-1)!]
  const between = pieces.slice(1, -1)
  return text => {
    if (!text.startsWith(first) || !text.endsWith(last)) return false
    let at = first.length
    for (const piece of between) {
      const found = text.indexOf(piece, at)
      if (found === -1) return false
      at = found + piece.length
    }
    return at <= text.length - last.length
  }
}
