/** Piece of an expression that real queries repeat: a metric, its scope, its groups, a rollup. */
const term = (index: number) =>
  `sum:trace.http.request.errors{service:checkout-${index},env:prod,!version:canary} by {region,env}.as_count().rollup(sum, 60)`

/** A monitor query of at least so many characters, as long ones are in real accounts: arithmetic over many metrics. */
export function longQuery(length: number): string {
  const [head, tail] = ['sum(last_15m):', ' > 1000']
  let text = `${head}${term(0)}`
  for (let index = 1; text.length + tail.length < length; index += 1) {
    text += ` ${index % 3 === 0 ? '-' : '+'} ${term(index)}`
  }
  return `${text}${tail}`
}
