import { keysMeant } from '../metric/clauses.js'
import type { Habit } from '../rewriting.js'
import { stepMeant } from './step-names.js'

const sources =
  '(?:logs|rum|events|trace-analytics|audits|ci-pipelines|ci-tests|error-tracking|database-monitoring|network-performance|network-path|llm-observability|processes)'
const stepNames: readonly string[] = [
  'index',
  'indexes',
  'rollup',
  'by',
  'last',
  'current',
  'source',
  'over',
  'exclude',
  'count_by_status',
  'pct_by_status',
  'new',
  'impact',
  'long_window',
  'short_window',
]
const steps = `(?:${stepNames.join('|')})`
const grouping = 'An event query is grouped by a step of its own.'
const search = 'The search stands in parentheses and double quotes.'
const rollup = 'What is counted or computed stands in `.rollup(…)`.'

/** How the steps of event queries, service checks and SLO alerts are written by people who think of metrics or of code. */
export const stepHabits: readonly Habit[] = [
  {
    code: 'expected-search',
    pattern: `^(\\s*${sources})\\s*\\{([^{}"]*)\\}`,
    message: search,
    into: '$1("$2")',
  },
  {
    code: 'expected-search',
    pattern: `^(\\s*${sources})\\s*[:=]?\\s*(["'])((?:[^"'\\\\]|\\\\.)*)\\2(?!\\s*\\))`,
    message: search,
    into: '$1("$3")',
  },
  {
    code: 'several-searches',
    pattern: `^(\\s*${sources}\\s*\\(\\s*)(["'])([^"']*)\\2\\s*(AND|OR|&&|\\|\\||,|\\+)\\s*\\2([^"']*)\\2(?=\\s*\\))`,
    flags: 'gi',
    message: 'The whole search is one text in quotes.',
    overrides: true,
    into: ([, source, , first, joined, second]) =>
      `${source}"${first} ${/^[,+]$/.test(joined!) ? 'AND' : joined!.toUpperCase()} ${second}"`,
  },
  {
    code: 'several-tags',
    pattern:
      /(?<=\.(?:over|exclude|by)\(\s*)(["'][^"'()]*["'](?:\s*(?:AND|&&?|\+|;)\s*["'][^"'()]*["'])+)(?=\s*\))/gi,
    message: 'Each tag is a text of its own, and commas stand between them.',
    overrides: true,
    into: ([, tags]) => tags!.replace(/(["'])\s*(?:AND|&&?|\+|;)\s*(?=["'])/gi, '$1, '),
  },
  {
    code: 'wrong-bracket',
    pattern: /(?<=["'])\s*[\]}](?=\s*\.[a-z_]+\s*\()/g,
    message: 'What `(` opens is closed by `)`.',
    overrides: true,
    into: ')',
  },
  {
    code: 'missing-dot',
    pattern: `([)"'])\\s*(?=${steps}\\s*\\()`,
    message: 'A step follows behind a dot.',
    into: '$1.',
  },
  {
    code: 'count-around-search',
    pattern: `^\\s*count\\s*\\(\\s*(${sources}\\s*\\(.*\\))\\s*\\)(?=\\s*[.<>=!])`,
    flags: 'gs',
    message: rollup,
    overrides: true,
    into: '$1.rollup("count")',
  },
  {
    code: 'group-by-spelling',
    pattern:
      /(\.last\([^()]*\))(?:(\s*[<>=!]=?\s*-?\d+(?:\.\d+)?)[\s.]*|\s*)(?:group\s+)?(?:by|per)[\s({"']+([\w.@-]+(?:\s*,\s*[\w.@-]+)*)(?:\s*[)}"'])*(?=\s*(?:[<>=!]|$))/gi,
    message: grouping,
    overrides: true,
    into: ([, last, comparison = '', keys]) => `.by("${keysMeant(keys!)}")${last}${comparison}`,
  },
  {
    code: 'group-by-spelling',
    // Behind the braces of a scope it is the grouping of a metric.
    pattern: /(?<=^[^{]*\))\s*by\s*\{([^{}]*)\}(?=\s*[.<>=!])/g,
    message: grouping,
    into: ([, keys]) => `.by("${keysMeant(keys!)}")`,
  },
  {
    code: 'group-by-spelling',
    pattern: /\.by\s*\(?\s*[{[]([^{}[\]]*)[}\]]\s*\)?/g,
    message: 'The arguments of a step stand in parentheses and quotes.',
    into: ([, keys]) => `.by("${keysMeant(keys!)}")`,
    overrides: true,
  },
  {
    code: 'wrong-bracket',
    pattern: /(?<=\.(?:over|exclude|index|indexes)\(\s*)\[([^[\]]*)\](?=\s*\))/g,
    message: 'The arguments of a step stand in parentheses and quotes.',
    into: '$1',
    overrides: true,
  },
  {
    code: 'rollup-spelling',
    overrides: true,
    pattern: /\.(count|avg|sum|min|max|cardinality|median|pc\d\d)\(\s*["']?([^()"']*?)["']?\s*\)/g,
    message: rollup,
    into: ([, method, measure]) => `.rollup("${method}"${measure === '' ? '' : `, "${measure}"`})`,
  },
  {
    code: 'unknown-step',
    pattern: /\.([a-z_]+)(?=\s*\()/gi,
    message: '`.$1()` does not belong to this kind of query.',
    into: ([, name]) => {
      const meant = stepNames.includes(name!) ? undefined : stepMeant(name!, stepNames)
      return meant === undefined ? undefined : `.${meant}`
    },
    overrides: true,
  },
  {
    code: 'unknown-step',
    pattern: `^(\\s*${sources}\\s*\\(.*\\))\\.(over)(?=\\(\\s*["']?(?:last_)?\\d+\\s*[mhdw])`,
    flags: 'dgs',
    message: '`.over()` does not belong to this kind of query.',
    hint: 'Write `.last`.',
    about: 2,
    overrides: true,
    into: '$1.last',
  },
  {
    code: 'unknown-step',
    pattern: /^(\s*(?:error_budget|burn_rate)\s*\([^()]*\))\.(last|for|window|timeframe)(?=\()/dg,
    message: '`.$2()` does not belong to this kind of query.',
    hint: 'Write `.over`.',
    about: 2,
    overrides: true,
    into: '$1.over',
  },
  {
    code: 'window-spelling',
    pattern: /\.last_(\d+\w+)(?:\(\))?(?!\w)/g,
    message: 'The evaluation window is the argument of `.last(…)`.',
    into: '.last("$1")',
  },
]
