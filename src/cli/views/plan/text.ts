import { visible } from '../../../diagnostic/index.js'
import { type Action, type Change, countActions, type Plan } from '../../../plan/index.js'
import type { ProjectProblem } from '../../../project/index.js'
import type { Colours } from '../../colours.js'
import { renderProblems } from '../problems.js'
import { changedLines, createdLines } from './fields.js'

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
export const words: Readonly<Record<Action, string>> = {
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
  const restriction = plan.restriction === undefined ? '' : ` ${visible(plan.restriction)}`
  const closing = `Account ${plan.account}, project ${plan.project}: ${planSummary(plan, colours)}.${restriction}`
  return `${[...changes, ...warnings, closing].join('\n\n')}\n`
}

/** Warnings of a plan as text blocks. */
export function renderWarnings(warnings: readonly ProjectProblem[], colours: Colours): string[] {
  return warnings.length === 0 ? [] : [renderProblems(warnings, colours).trimEnd()]
}

/** What the plan comes to, in a few words. */
export function planSummary(plan: Plan, colours: Colours): string {
  const counts = countActions(plan)
  const parts = (Object.keys(signs) as Action[])
    .filter(action => counts[action] > 0)
    .map(action => markAction(action, `${counts[action]} ${words[action]}`, colours))
  const unchanged = `${plan.unchanged} unchanged`
  return parts.length === 0 ? `nothing to do, ${unchanged}` : [...parts, unchanged].join(', ')
}

/** One change: sign, address, title, reasons, fields. */
function renderChange(change: Change, colours: Colours): string {
  const place =
    change.origin === undefined ? '' : colours.faint(`  ${visible(change.origin.file)}:${change.origin.line}`)
  const title = change.title === '' ? '' : ` “${visible(change.title)}”`
  const id = change.id === undefined ? '' : colours.faint(` (${change.kind}/${visible(change.id)})`)
  const sign = markAction(change.action, signs[change.action], colours)
  const head = `${sign} ${colours.strong(change.address)}${title}${id}${place}`
  return [head, ...changeLines(change, colours)].join('\n')
}

/** What changes and why, one indented line each. */
export function changeLines(change: Change, colours: Colours): string[] {
  return [...change.reasons.map(reason => `    ${visible(reason)}`), ...fieldLines(change, colours)]
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
