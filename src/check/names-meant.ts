import {
  aggregatorsElsewhere,
  callNames,
  functionsElsewhere,
  spaceAggregators,
  valuesElsewhere,
} from '../catalog/index.js'
import { nearest } from '../diagnostic/index.js'

const plain = (name: string) => name.toLowerCase().replaceAll('_', '')

/** Made for the first unknown name: most runs meet none. */
let callsByPlainName: ReadonlyMap<string, string> | undefined

/** `weekBefore`, `TOP`, `topk`, `anomalie`: the function that an unknown name stands for. */
export function callMeant(name: string): string | undefined {
  callsByPlainName ??= new Map(callNames.map(each => [plain(each), each]))
  return callsByPlainName.get(plain(name)) ?? functionsElsewhere.get(plain(name)) ?? nearest(name, callNames)
}

/** `Average`, `totl`: the aggregator that an unknown name stands for, of those that there are. */
export function aggregatorMeant(name: string, known: readonly string[]): string | undefined {
  return aggregatorsElsewhere.get(name.toLowerCase()) ?? nearest(name, known)
}

/** `up`, `descending`: the value of an argument that another word stands for. */
export function valueMeant(text: string, values: readonly string[]): string | undefined {
  return (
    valuesElsewhere.get(text.toLowerCase())?.find(value => values.includes(value)) ?? nearest(text, values)
  )
}

/** `Mean`, `p999`: the aggregation before a metric that is meant. */
export function spaceAggregatorMeant(name: string): string | undefined {
  return meantPercentile(name) ?? aggregatorMeant(name, Object.keys(spaceAggregators))
}

/** `p999` is read as the 999th percentile; `p99.9` was meant. */
function meantPercentile(name: string): string | undefined {
  const digits = /^(?:p|pc|perc|pct|pctl|percentile|quantile|q)_?(\d{2})(\d{0,2})(?:th)?$/i.exec(name)
  return digits === null ? undefined : `p${digits[1]}${digits[2] === '' ? '' : `.${digits[2]}`}`
}
