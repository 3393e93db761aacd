import { visible } from '../../../diagnostic/index.js'
import type { ResourceDiagnostic } from '../../../model/index.js'
import { type Action, type Change, countActions, type Plan } from '../../../plan/index.js'
import type { Colours } from '../../colours.js'
import { changedLines, createdLines } from './fields.js'
import { renderProblems } from '../problems.js'

/** The sign of each action, as every plan prints it. */
export const signs: Readonly<Record<Action, string>> = {
  create: '+',
  update: '~',
  replace: '±',
  delete: '-',
  adopt: '↓',
  rename: '→',
}

/** The words of each action in the closing line. */
const words: Readonly<Record<Action, string>> = {
  create: 'to create',
  update: 'to update',
  replace: 'to replace',
  delete: 'to delete',
  adopt: 'to adopt',
  rename: 'to rename',
}

/** A plan for people: each change with its fields, then the warnings, then the counts. */
export function renderPlan(plan: Plan, colours: Colours): string {
  const changes = plan.changes.map(change => renderChange(change, colours))
  const warnings = renderWarnings(plan.warnings, colours)
  return `${[...changes, ...warnings, summary(plan, colours)].join('\n\n')}\n`
}

/** Warnings of a plan as text blocks. */
export function renderWarnings(warnings: readonly ResourceDiagnostic[], colours: Colours): string[] {
  return warnings.length === 0 ? [] : [renderProblems(warnings, colours).trimEnd()]
}

/** What the plan comes to, in one line. */
export function summary(plan: Plan, colours: Colours): string {
  const where = `Account ${plan.account}, project ${plan.project}`
  const counts = countActions(plan)
  const parts = (Object.keys(signs) as Action[])
    .filter(action => counts[action] > 0)
    .map(action => markAction(action, `${counts[action]} ${words[action]}`, colours))
  const unchanged = `${plan.unchanged} unchanged`
  if (parts.length === 0) return `${where}: nothing to do, ${unchanged}.`
  return `${where}: ${[...parts, unchanged].join(', ')}.`
}

/** One change: sign, address, title, reasons, fields. */
export function renderChange(change: Change, colours: Colours): string {
  const place =
    change.origin === undefined ? '' : colours.faint(`  ${visible(change.origin.file)}:${change.origin.line}`)
  const title = change.title === '' ? '' : ` “${visible(change.title)}”`
  const id = change.id === undefined ? '' : colours.faint(` (${change.kind}/${visible(change.id)})`)
  const head = `${markAction(change.action, signs[change.action], colours)} ${colours.strong(change.address)}${title}${id}${place}`
  const reasons = change.reasons.map(reason => `    ${visible(reason)}`)
  return [head, ...reasons, ...fieldLines(change, colours)].join('\n')
}

function fieldLines(change: Change, colours: Colours): string[] {
  if (change.action === 'delete') return []
  if (change.action === 'create') return createdLines(change.after ?? {}, colours)
  return change.changes.flatMap(field => changedLines(field, colours))
}

function markAction(action: Action, text: string, colours: Colours): string {
  if (action === 'create') return colours.added(text)
  if (action === 'delete' || action === 'replace') return colours.removed(text)
  return colours.changed(text)
}

/** The plan as data; the same bytes for the same plan. */
export function planJson(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`
}
