import fc, { type Arbitrary } from 'fast-check'
import {
  type Argument,
  type CompositeExpression,
  type Condition,
  canonicalNumber,
  type Filter,
  type FilterTag,
  type MetricExpression,
  type MonitorQuery,
  type NamedArgument,
  type NumberLiteral,
  parseSearch,
  print,
  type Series,
  type Step,
  type StringLiteral,
  type TagList,
  type Window,
} from '../../src/query/index.js'

/** Generated trees have no place in any text. */
const span = { start: 0, end: 0 }

const reserved = new Set([
  'and',
  'or',
  'not',
  'in',
  'by',
  'where',
  'group',
  'count',
  'select',
  'avg',
  'sum',
  'min',
  'max',
])
const promql = new Set(['rate', 'irate', 'increase'])
const quotedWords = new Set(['anomalies', 'outliers', 'forecast', 'top', 'top_offset'])

const letters = [...'abcdefghijklmnopqrstuvwxyzABCXYZ']
const word = fc
  .tuple(
    fc.constantFrom(...letters),
    fc.string({ unit: fc.constantFrom(...letters, ...'0123456789_'), maxLength: 6 }),
  )
  .map(([first, rest]) => first + rest)
  .filter(text => !reserved.has(text.toLowerCase()) && !/^p\d/.test(text))

const dotted = fc.array(word, { minLength: 2, maxLength: 4 }).map(parts => parts.join('.'))

export const numbers: Arbitrary<NumberLiteral> = fc
  .tuple(fc.boolean(), fc.nat(99_999), fc.option(fc.nat(999)), fc.option(fc.integer({ min: -9, max: 9 })))
  .map(([negative, whole, fraction, exponent]) => {
    const written = `${whole}${fraction === null ? '' : `.${fraction}`}${exponent === null ? '' : `e${exponent}`}`
    const text = canonicalNumber(written)
    const sign = negative && text !== '0' ? '-' : ''
    return { kind: 'number', span, value: Number(sign + text), text: sign + text } as const
  })

/** A string of the metric language, or with double quotes one of the language around it. */
function stringsIn(quote: '"' | undefined): Arbitrary<StringLiteral> {
  const texts = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...'\'"\\(),.a '), maxLength: 8 }),
  )
  return texts.map(value => ({
    kind: 'string',
    span,
    value,
    quote: quote ?? (value.includes("'") ? '"' : "'"),
  }))
}

const tagText = fc
  .string({ unit: fc.constantFrom(...letters, ...'0123456789_-./@*東京é'), minLength: 1, maxLength: 8 })
  .filter(text => !reserved.has(text.toLowerCase()) && text !== '*')

const filterTags: Arbitrary<FilterTag> = fc.oneof(
  tagText.map(value => ({ kind: 'filter-tag', span, value }) as const),
  fc
    .tuple(
      tagText,
      fc.oneof(
        tagText,
        fc.constant(''),
        tagText.map(text => `${text}:x`),
        word.map(name => `$${name}.value`),
      ),
    )
    .map(([key, value]) => ({ kind: 'filter-tag', span, key, value }) as const),
)

const { filter } = fc.letrec<{ filter: Filter }>(tie => {
  const operands = fc.array(tie('filter'), { minLength: 2, maxLength: 4 })
  return {
    filter: fc.oneof(
      { depthSize: 'small' },
      filterTags,
      fc.constant({ kind: 'filter-all', span } as const),
      fc.record({
        kind: fc.constant('filter-variable' as const),
        span: fc.constant(span),
        name: word,
        valueOnly: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('filter-in' as const),
        span: fc.constant(span),
        key: tagText,
        values: fc.array(tagText, { minLength: 1, maxLength: 3 }),
        negated: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('filter-not' as const),
        span: fc.constant(span),
        symbol: fc.constantFrom('!' as const, 'NOT' as const),
        operand: tie('filter'),
      }),
      ...(['filter-and', 'filter-or', 'filter-list'] as const).map(kind =>
        operands.map(each => ({ kind, span, operands: each })),
      ),
    ),
  }
})

/** A series that reads as one wherever it stands: a bare word would be a text or the name of a query. */
const series: Arbitrary<Series> = fc
  .tuple(
    fc.option(fc.oneof(fc.constantFrom('avg', 'sum', 'p95', 'p99.9', 'count'), fc.constant('count(v)'))),
    dotted,
    fc.option(filter),
    fc.option(fc.array(tagText, { minLength: 1, maxLength: 3 })),
    numbers,
  )
  .map(([aggregator, name, scope, keys, value]) => ({
    kind: 'series' as const,
    span,
    metric: { kind: 'metric-name' as const, span, name },
    ...(aggregator === null
      ? {}
      : {
          aggregator: {
            kind: 'space-aggregator' as const,
            span,
            name: aggregator.replace('(v)', ''),
            ...(aggregator === 'count(v)'
              ? { conditions: [{ kind: 'value-condition' as const, span, comparator: '>=' as const, value }] }
              : {}),
          },
        }),
    ...(scope === null ? {} : { scope: { kind: 'scope' as const, span, filter: scope } }),
    ...(keys === null
      ? {}
      : {
          groupBy: {
            kind: 'group-by' as const,
            span,
            keys: keys.map(key => ({ kind: 'tag-key' as const, span, name: key })),
          },
        }),
  }))

const namedArguments: Arbitrary<NamedArgument> = fc
  .tuple(
    word,
    fc.oneof(
      stringsIn(undefined),
      numbers,
      word.map(text => ({ kind: 'word' as const, span, text })),
    ),
  )
  .map(([name, value]) => ({ kind: 'named-argument', span, name, value }))

const tagLists: Arbitrary<TagList> = fc.array(word, { maxLength: 3 }).map(names => ({
  kind: 'tag-list',
  span,
  keys: names.map(name => ({ kind: 'tag-key', span, name })),
}))

/** Expressions of metric queries, or of formulas. */
export function expressions(formula: boolean): Arbitrary<MetricExpression> {
  const queryNames = word.map(name => ({ kind: 'query-name' as const, span, name }))
  return fc.letrec<{ expression: MetricExpression; argument: Argument }>(tie => ({
    argument: fc.oneof(tie('expression'), stringsIn(undefined), namedArguments, tagLists),
    expression: fc.oneof(
      { depthSize: 'small' },
      formula ? queryNames : series,
      series,
      numbers,
      fc
        .tuple(
          word.filter(name => !promql.has(name) && !quotedWords.has(name)),
          fc.option(tie('expression')),
          fc.array(tie('argument'), { maxLength: 3 }),
        )
        .map(([name, first, rest]) => ({
          kind: 'call' as const,
          span,
          name,
          nameSpan: span,
          arguments: first === null ? [] : [first, ...rest],
        })),
      fc
        .tuple(
          tie('expression'),
          word,
          fc.array(
            fc.oneof(
              stringsIn(undefined),
              numbers,
              word.map(text => ({ kind: 'word' as const, span, text })),
            ),
            { maxLength: 2 },
          ),
        )
        .filter(([, name]) => name !== 'rollup')
        .map(([target, name, args]) => ({
          kind: 'method' as const,
          span,
          target,
          name,
          nameSpan: span,
          arguments: args,
        })),
      fc
        .tuple(fc.constantFrom('-' as const, '+' as const), tie('expression'))
        .map(([operator, operand]) => ({ kind: 'unary' as const, span, operator, operand })),
      fc
        .tuple(
          fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
          tie('expression'),
          tie('expression'),
        )
        .map(([operator, left, right]) => ({ kind: 'binary' as const, span, operator, left, right })),
    ),
  })).expression
}

export const composites: Arbitrary<CompositeExpression> = fc.letrec<{ composite: CompositeExpression }>(
  tie => {
    const operands = fc.array(tie('composite'), { minLength: 2, maxLength: 4 })
    const ids = fc.oneof(
      fc.nat().map(String),
      word.map(key => `\${monitor:${key}}`),
    )
    return {
      composite: fc.oneof(
        { depthSize: 'small' },
        ids.map(id => ({ kind: 'composite-monitor' as const, span, id })),
        tie('composite').map(operand => ({ kind: 'composite-not' as const, span, operand })),
        operands.map(each => ({ kind: 'composite-and' as const, span, operands: each })),
        operands.map(each => ({ kind: 'composite-or' as const, span, operands: each })),
      ),
    }
  },
).composite

const windows = (...forms: Window['form'][]): Arbitrary<Window> =>
  fc.record({
    kind: fc.constant('window' as const),
    span: fc.constant(span),
    form: fc.constantFrom(...forms),
    amount: fc.integer({ min: 1, max: 999 }),
    unit: fc.constantFrom('m' as const, 'h' as const, 'd' as const, 'w' as const, 'mo' as const),
  })

const conditions: Arbitrary<Condition> = fc
  .tuple(
    fc.constantFrom('>' as const, '>=' as const, '<' as const, '<=' as const, '==' as const, '!=' as const),
    fc.oneof(numbers, fc.constant({ kind: 'word' as const, span, text: 'threshold' })),
  )
  .map(([comparator, threshold]) => ({ kind: 'condition', span, comparator, threshold }))

const aggregators = fc.constantFrom('avg', 'sum', 'min', 'max', 'percentile', 'p95')

function stepOf(name: string, args: Step['arguments']): Step {
  return { kind: 'step', span, name, nameSpan: span, arguments: args }
}

const freeSteps: Arbitrary<Step> = fc
  .tuple(
    word.filter(name => name !== 'last' && name !== 'current'),
    fc.array(stringsIn('"'), { maxLength: 3 }),
  )
  .map(([name, args]) => stepOf(name, args))

const looseSteps: Arbitrary<Step> = fc
  .tuple(
    word.filter(name => name !== 'last' && name !== 'current'),
    fc.array(
      fc.oneof(
        stringsIn('"'),
        numbers,
        windows('plain', 'last', 'ago'),
        word.map(text => ({ kind: 'word' as const, span, text })),
        fc
          .tuple(word, fc.oneof(stringsIn('"'), numbers))
          .map(([name, value]) => ({ kind: 'step-named-argument' as const, span, name, value })),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([name, args]) => stepOf(name, args))

const quotedText = (value: string): StringLiteral => ({ kind: 'string', span, value, quote: '"' })
const lastStep = stepOf('last', [quotedText('5m')])

const searches = fc
  .constantFrom(
    '*',
    '',
    'status:error',
    'a (b OR -c)',
    '@x.y:"a \\"b\\" c" d',
    'service:(a OR "b c") NOT e',
    '@d:[1 TO 5] @e:>=2',
  )
  .map(text => {
    const result = parseSearch(text)
    if (!result.ok) throw new Error(`${text} is no search.`)
    return {
      kind: 'embedded-search' as const,
      span,
      quote: '"' as const,
      text: print(result.node),
      expression: result.node,
    }
  })

/** Queries of monitors of every language. */
export const monitorQueries: Arbitrary<MonitorQuery> = fc.oneof(
  fc
    .tuple(
      aggregators,
      windows('last', 'current', 'next'),
      fc.option(windows('last', 'ago')),
      expressions(false),
      conditions,
    )
    .map(([aggregator, window, shift, expression, condition]) => ({
      kind: 'metric-monitor' as const,
      span,
      head:
        shift === null
          ? ({ kind: 'window-head', span, aggregator, window } as const)
          : ({ kind: 'change-head', span, change: 'pct_change', aggregator, window, shift } as const),
      expression,
      condition,
    })),
  fc.tuple(stringsIn('"'), fc.array(freeSteps, { maxLength: 3 })).map(([check, steps]) => ({
    kind: 'service-check' as const,
    span,
    check,
    steps: [...steps, stepOf('last', [quotedText('4')]), stepOf('count_by_status', [])],
  })),
  fc
    .tuple(
      fc.constantFrom('logs', 'rum', 'ci-pipelines', 'processes'),
      searches,
      fc.array(freeSteps, { maxLength: 2 }),
      conditions,
    )
    .map(([source, search, steps, condition]) => ({
      kind: 'event-monitor' as const,
      span,
      source,
      sourceSpan: span,
      search,
      steps: [...steps, stepOf('rollup', [quotedText('count')]), lastStep],
      condition,
    })),
  fc
    .tuple(expressions(true), fc.array(looseSteps, { maxLength: 2 }), conditions)
    .map(([formula, steps, condition]) => ({
      kind: 'formula-monitor' as const,
      span,
      quote: '"' as const,
      formula,
      steps: [...steps, lastStep],
      condition,
    })),
  fc
    .tuple(stringsIn('"'), fc.array(freeSteps, { maxLength: 2 }), conditions)
    .map(([slo, steps, condition]) => ({
      kind: 'slo-monitor' as const,
      span,
      measure: 'burn_rate' as const,
      slo,
      steps: [stepOf('over', [quotedText('30d')]), ...steps],
      condition,
    })),
  composites.map(expression => ({ kind: 'composite' as const, span, expression })),
)
