import type { Diagnostic } from '../diagnostic/index.js'
import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import { stableText } from '../wire/index.js'
import { textHash } from './fingerprint.js'
import type { Plan } from './plan.js'

/** What reading a plan file gives. */
export type ParsedPlan =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/**
 * A plan as the text of a file: JSON with a seal, which shows when the file was edited by hand.
 *
 * @example
 * const text = encodePlan(plan)
 * parsePlan(text) // { ok: true, plan }
 */
export function encodePlan(plan: Plan): string {
  const content = JSON.parse(JSON.stringify(plan)) as JsonObject
  return `${JSON.stringify({ dogma: 'plan', version: 1, seal: sealOf(content), plan: content }, null, 2)}\n`
}

/** Reads what {@link encodePlan} wrote. Anything else is refused with the reason. */
export function parsePlan(text: string): ParsedPlan {
  const file = jsonOf(text)
  if (!isJsonObject(file) || file.dogma !== 'plan') {
    return refused(
      'plan-file/unreadable',
      'This is not a plan file.',
      'Make one with `dogma plan --out FILE`.',
    )
  }
  if (file.version !== 1) {
    const message = `The plan file has version ${JSON.stringify(file.version)}; this dogma reads version 1.`
    return refused('plan-file/version', message, 'Plan again with this version of dogma.')
  }
  const plan = file.plan
  if (!isJsonObject(plan) || file.seal !== sealOf(plan)) {
    const message = 'The plan file was changed after it was written, or is damaged.'
    return refused('plan-file/changed', message, 'Plan again; a plan file is not meant to be edited.')
  }
  // The seal shows that these are the very bytes that `encodePlan` wrote, so the content has its type.
  return { ok: true, plan: plan as JsonObject & Plan }
}

/** An error when a saved plan is for another project or account than the one it would be applied to. */
export function checkPlanBelongs(plan: Plan, project: string, account: string): Diagnostic[] {
  const wrong = [
    ...(plan.project === project ? [] : [`the project \`${plan.project}\`, not \`${project}\``]),
    ...(plan.account === account ? [] : [`the account \`${plan.account}\`, not \`${account}\``]),
  ]
  if (wrong.length === 0) return []
  const hint = 'Plan again for the project and account that you mean.'
  return [
    {
      code: 'plan-file/elsewhere',
      severity: 'error',
      message: `The plan was made for ${wrong.join(' and ')}.`,
      hint,
    },
  ]
}

function sealOf(plan: JsonObject): string {
  return textHash(stableText(plan))
}

function jsonOf(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}

function refused(code: string, message: string, hint: string): ParsedPlan {
  return { ok: false, diagnostics: [{ code, severity: 'error', message, hint }] }
}
