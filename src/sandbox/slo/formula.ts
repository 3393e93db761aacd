/**
 * A calculation as the server writes it: every operation in brackets of its own, and no others. The recorded denominator
 * `(a) + (b)` came back as `(a + b)`, just as `a + b` did. Text that is no calculation comes back as it is.
 *
 * @example
 * bracketed('(query1) + query2') // '(query1 + query2)'
 */
export function bracketed(formula: string): string {
  const reader: Reader = { tokens: tokensOf(formula), at: 0 }
  if (reader.tokens.length > MOST_TOKENS) return formula
  const text = readSum(reader)
  return text === undefined || reader.at < reader.tokens.length ? formula : text
}

/** Brackets are read by recursion; formulas of people are far smaller. */
const MOST_TOKENS = 1000
const TOKEN = /\s*(\d+(?:\.\d+)?|[A-Za-z_]\w*|[^\s])/gy

interface Reader {
  readonly tokens: readonly string[]
  at: number
}

function tokensOf(formula: string): readonly string[] {
  return [...formula.trimEnd().matchAll(TOKEN)].map(match => match[1]!)
}

function take(reader: Reader, ...wanted: readonly string[]): string | undefined {
  const token = reader.tokens[reader.at]
  if (token === undefined || !wanted.includes(token)) return undefined
  reader.at += 1
  return token
}

/** Operations of one rank, from left to right. */
function readChain(
  reader: Reader,
  operators: readonly string[],
  readPart: (reader: Reader) => string | undefined,
): string | undefined {
  let left = readPart(reader)
  for (;;) {
    const operator = left === undefined ? undefined : take(reader, ...operators)
    if (operator === undefined) return left
    const right = readPart(reader)
    left = right === undefined ? undefined : `(${left} ${operator} ${right})`
  }
}

function readSum(reader: Reader): string | undefined {
  return readChain(reader, ['+', '-'], readProduct)
}

function readProduct(reader: Reader): string | undefined {
  return readChain(reader, ['*', '/'], readValue)
}

function readValue(reader: Reader): string | undefined {
  if (take(reader, '-') !== undefined) {
    const value = readValue(reader)
    return value === undefined ? undefined : `-${value}`
  }
  if (take(reader, '(') !== undefined) {
    const inner = readSum(reader)
    return take(reader, ')') === undefined ? undefined : inner
  }
  const name = reader.tokens[reader.at]
  if (name === undefined || !/^\w/.test(name)) return undefined
  reader.at += 1
  return take(reader, '(') === undefined ? name : readCall(reader, name)
}

/** The arguments of a function, whose opening bracket is read already. */
function readCall(reader: Reader, name: string): string | undefined {
  const values: string[] = []
  do {
    const value = readSum(reader)
    if (value === undefined) return undefined
    values.push(value)
  } while (take(reader, ',') !== undefined)
  return take(reader, ')') === undefined ? undefined : `${name}(${values.join(', ')})`
}
