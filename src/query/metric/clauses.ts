/** `'a' and b; c`: the keys of a grouping, separated by commas. */
export function keysMeant(keys: string): string {
  return keys
    .replace(/["']/g, '')
    .split(/\s*[,;]\s*|\s+(?:and|&&?)\s+/i)
    .map(key => key.trim())
    .filter(key => key !== '')
    .join(',')
}

/** The condition of a `WHERE` as a scope holds it. */
export function conditionsMeant(conditions: string): string {
  return conditions
    .replace(/"[^"]*"|'[^']*'/g, value => value.replace(/\s+/g, '_'))
    .replace(/(["'`])([\w.-]+)\1(?=\s*(?:[=!<:]|(?:not\s+)?(?:in|like)\b))/gi, '$2')
    .replace(
      /([\w.-]+)\s+(not\s+)?like\s+(["']?)([^\s"'{},()]+)\3/gi,
      (_, key, not, _quote, value) => `${not ? '!' : ''}${key}:${value.replaceAll('%', '*')}`,
    )
    .replace(/\(([^()]*)\)/g, (_, values: string) => `(${values.replace(/["'\s]/g, '')})`)
    .replace(/([\w.-]+)\s*(?:!==?|<>)\s*(["']?)([^\s"',(){}]+)\2/g, '!$1:$3')
    .replace(/\s*(?:==?|:)\s*(["']?)([^\s"',(){}]+)\1/g, ':$2')
}

/** The conditions of two scopes as those of one. */
export function bothOf(first: string, second: string): string {
  if (first === '*' || second === '*') return first === '*' ? second : first
  const joined = `${first} ${second}`
  if (!/\s(?:and|or)\s/i.test(joined)) return `${first},${second}`
  return [first, second].map(each => (/\sor\s|,/i.test(each) ? `(${each})` : each)).join(' AND ')
}

const ungrouped = /(?:\b(?:avg|sum|min|max|count|p\d\d(?:\.\d+)?):)?[a-zA-Z][\w.]*\s*\{[^{}]*\}(?!\s*by\b)/g

/** `(a{*} / b{*}) by {host}`: the grouping goes to every metric in the parentheses; undefined when there are not several. */
export function withEveryGroup(expression: string, keys: string): string | undefined {
  if ((expression.match(ungrouped) ?? []).length < 2) return undefined
  return `(${expression.replace(ungrouped, series => `${series} by {${keysMeant(keys)}}`)})`
}
