import type { FunctionParameter, FunctionRow } from '../catalog/index.js'

/** The parameters of a function, sorted. */
export interface Signature {
  readonly positional: readonly FunctionParameter[]
  readonly named: readonly FunctionParameter[]
  readonly required: number
  readonly variadic: boolean
}

/** `` `top(query, limit, 'by', 'direction')` ``: how a function is written. */
export function usageOf(name: string, row: FunctionRow): string {
  const words = row.parameters.map(parameter => {
    const value = parameter.quoted === true ? `'${parameter.name}'` : parameter.name
    const written = parameter.named === true ? `${parameter.name}=…` : value
    return parameter.optional === true ? `[${written}]` : written
  })
  return `\`${row.form === 'method' ? '.' : ''}${name}(${words.join(', ')})\``
}

/** `2 arguments` */
export function count(number: number, word: string): string {
  return number === 0 ? `no ${word}` : `${number} ${word}${number === 1 ? '' : 's'}`
}

/** Names in code marks, separated by commas. */
export function list(words: readonly string[]): string {
  return words.map(word => `\`${word}\``).join(', ')
}
