import { type Diagnostic, didYouMean } from '../diagnostic/index.js'
import type { DefinitionFacts, DefinitionReport, FormulaVariable } from './definition-facts.js'
import { formulaNames } from './formula.js'
import { runMetricChecks } from './metric.js'
import { eachExpression } from './walk.js'

const path = ['options', 'variables'] as const

/** `formula/variable-undefined`: the formula names a query that is not there. */
export function checkUndefinedVariables(facts: DefinitionFacts, report: DefinitionReport): void {
  if (facts.query?.kind !== 'formula-monitor') return
  const defined = facts.variables.map(variable => variable.name)
  const seen = new Set<string>()
  eachExpression(facts.query.formula, node => {
    if (node.kind !== 'query-name' || defined.includes(node.name) || seen.has(node.name)) return
    seen.add(node.name)
    report({
      code: 'formula/variable-undefined',
      severity: 'error',
      message: `The formula uses \`${node.name}\`, which \`options.variables\` does not define.`,
      path,
      span: node.span,
      hint:
        didYouMean(node.name, defined) ?? `Add a variable named \`${node.name}\` to \`options.variables\`.`,
    })
  })
}

/** `formula/variable-unused`: a query that the formula does not look at. */
export function checkUnusedVariables(facts: DefinitionFacts, report: DefinitionReport): void {
  if (facts.query === undefined || facts.query.kind === 'opaque') return
  const used: readonly string[] = facts.query.kind === 'formula-monitor' ? formulaNames(facts.query) : []
  facts.variables.forEach((variable, index) => {
    const name = variable.name
    if (used.includes(name)) return
    report({
      code: 'formula/variable-unused',
      severity: 'warning',
      message: `The variable \`${name}\` is not used by the query.`,
      path: [...path, index],
      hint: 'Use it in `formula("…")`, or leave it out.',
    })
  })
}

/** `formula/variable-twice`: names are unique. */
export function checkVariableNames(facts: DefinitionFacts, report: DefinitionReport): void {
  const names = facts.variables.map(variable => variable.name)
  names.forEach((name, index) => {
    if (names.indexOf(name) === index) return
    report({
      code: 'formula/variable-twice',
      severity: 'error',
      message: `Two variables are named \`${name}\`.`,
      path: [...path, index, 'name'],
      hint: 'Give each variable its own name.',
    })
  })
}

/** `formula/variable-name`: data-jobs monitors look for a variable of a fixed name. */
export function checkFixedName(facts: DefinitionFacts, report: DefinitionReport): void {
  const wanted = facts.typeFacts?.variableName
  if (
    wanted === undefined ||
    facts.variables.length === 0 ||
    facts.variables.some(variable => variable.name === wanted)
  )
    return
  report({
    code: 'formula/variable-name',
    severity: 'error',
    message: `The variable of a \`${facts.type}\` must be called \`${wanted}\`.`,
    path: [...path, 0, 'name'],
    hint: `Rename it to \`${wanted}\`, also in the formula.`,
  })
}

/** `formula/data-source`: queries of another product. */
export function checkDataSources(facts: DefinitionFacts, report: DefinitionReport): void {
  const known = facts.typeFacts?.dataSources ?? []
  if (known.length === 0) return
  facts.variables.forEach((variable, index) => {
    const source = variable.record.data_source
    if (typeof source !== 'string' || known.includes(source)) return
    report({
      code: 'formula/data-source',
      severity: 'warning',
      message: `A \`${facts.type}\` does not query \`${source}\`.`,
      path: [...path, index, 'data_source'],
      hint: `Use ${known.map(name => `\`${name}\``).join(' or ')}.`,
    })
  })
}

/** The metric queries of variables, checked like every other. Spans are offsets in the variable's query. */
export function checkVariableQueries(facts: DefinitionFacts, report: DefinitionReport): void {
  facts.variables.forEach((variable, index) => {
    checkVariable(variable, [...path, index], report)
  })
}

function checkVariable(
  { parsed, nested, record }: FormulaVariable,
  at: readonly (string | number)[],
  report: DefinitionReport,
): void {
  const reportAt = (diagnostic: Diagnostic) => report({ ...diagnostic, path: [...at, 'query'] })
  if (parsed !== undefined) parsed.diagnostics.forEach(reportAt)
  if (parsed?.ok) runMetricChecks(parsed.node, { place: 'formula', inMonitor: true }, reportAt)
  for (const inner of nested) {
    const key = ['base_query', 'augment_query', 'filter_query'].find(name => record[name] === inner.record)
    checkVariable(inner, [...at, key ?? 'base_query'], report)
  }
}
