import type { AccountError } from '../account/index.js'
import type { Change } from '../plan/index.js'
import type { Failure } from './event.js'

/** What is told of the resource when its definition is checked again after a refusal. */
export type CheckDefinition = (
  change: Change,
) => readonly { readonly message: string; readonly hint?: string }[]

interface Cause {
  readonly pattern: RegExp
  readonly cause: string
}

/** Sentences of the API that hide their cause, and what it nearly always is. Sources: reports of users of other tools. */
const causes: readonly Cause[] = [
  {
    pattern: /invalid operator specified/i,
    cause:
      'A search query needs `.index(…)`, double quotes around the search, and a comparison at the end, such as `> 5`.',
  },
  {
    pattern: /Check for invalid tags or facets/i,
    cause:
      'The number in the query probably differs from `thresholds.critical`; a facet that is not defined gives the same sentence.',
  },
  {
    pattern: /parameter 'query' is invalid/i,
    cause:
      'The query has a syntax error, names a function that monitors do not have, or its number differs from `thresholds.critical`.',
  },
  {
    pattern: /does not match that used in the query/i,
    cause: 'Write the same number in `thresholds.critical` and at the end of the query.',
  },
  { pattern: /Alert status is required/i, cause: '`options.thresholds` needs `critical`.' },
  {
    pattern: /must be (less|greater) than the alert threshold/i,
    cause: 'The warning threshold must be reached before the critical one.',
  },
  {
    pattern: /simultaneously in alert and alert recovery/i,
    cause:
      'The recovery threshold lies on the wrong side of the critical one, or an anomaly monitor lacks `threshold_windows`.',
  },
  {
    pattern: /alert window query arg must match/i,
    cause:
      'Write the same window in `alert_window` of `anomalies(…)` and in `threshold_windows.trigger_window`.',
  },
  {
    pattern: /Last field should be larger/i,
    cause: 'The number in `.last(n)` must be at least the largest threshold plus one.',
  },
  {
    pattern: /grouping must be specified/i,
    cause: 'A service check needs `.by("*")` or a list of tag keys.',
  },
  {
    pattern: /Non-numeric threshold/i,
    cause: 'A threshold must be a number; `timeout_h` outside 0 to 24 gives the same sentence.',
  },
  {
    pattern: /new_group_delay option can only be used/i,
    cause: '`new_group_delay` works only when the query groups, with `by {…}`.',
  },
  { pattern: /no_data_timeframe option is not allowed/i, cause: 'Use `on_missing_data` on log monitors.' },
  {
    pattern: /no_data_timeframe must not exceed/i,
    cause: 'Write at most 1440 minutes, or raise `group_retention_duration`.',
  },
  {
    pattern: /Some monitor IDs are invalid/i,
    cause:
      'A composite names a monitor that does not exist in this account, that the application key may not see, or that is a composite itself.',
  },
  {
    pattern: /burn rate alerts/i,
    cause:
      'The burn rate can never be higher than 1 / (1 − target); write a lower threshold or a stricter target.',
  },
  {
    pattern: /Duplicate of an existing monitor_id/i,
    cause: 'The account holds an equal monitor already. Take it over with `adopt`, or delete it.',
  },
  {
    pattern: /referenced in slos|part of the following composite|is used by|referenced by/i,
    cause: 'Something that this project does not manage still uses the object. Change that first.',
  },
  { pattern: /target must be a positive number/i, cause: 'Write a target above 0 and below 100.' },
  { pattern: /must specify monitor_ids/i, cause: 'An SLO of type `monitor` needs at least one monitor.' },
  {
    pattern: /must specify the query for count types/i,
    cause: 'An SLO of type `metric` needs `query` or `sli_specification`.',
  },
  {
    pattern: /Invalid tag format\. Valid tag keys are: team/i,
    cause: 'Dashboards take only tags with the key `team`.',
  },
  {
    pattern: /'template_variables' is invalid/i,
    cause: 'A template variable takes either `default` or `defaults`, not both.',
  },
]

/** Refusals that are about other objects of the account: the definition itself has nothing to do with them. */
const aboutOthers = /Duplicate of an existing|Some monitor IDs are invalid|referenced/i

const causesByCode: Partial<Record<AccountError['code'], string>> = {
  unauthorized: 'The API key or the application key is wrong for this site.',
  forbidden: 'The keys are for another site, or the application key lacks the scope to write this kind.',
  'rate-limited':
    'The account took no more requests for a long time. Apply again later; what is done stays done.',
  unreachable: 'Apply again when the account can be reached; what is done stays done.',
  server: 'The account itself failed. Apply again later; what is done stays done.',
  unclear: 'Nobody can tell whether the object was created. The next apply finds it by its mark and goes on.',
  'not-found': 'Somebody deleted the object after the plan was made. Plan again.',
}

/**
 * What an error of the account means for a change: the account's own words, and their probable cause. `check` is asked
 * first, because it can name the place in the definition.
 *
 * @example
 * explainApiError(error, change).cause // 'Write the same number in `thresholds.critical` and at the end of the query.'
 */
export function explainApiError(error: AccountError, change: Change, check?: CheckDefinition): Failure {
  const said = error.messages.join(' ')
  const status = error.status === undefined ? '' : ` (status ${error.status})`
  const message = `${said}${status}`
  const mayBeDefinition = error.code === 'invalid' && !aboutOthers.test(said)
  const found = mayBeDefinition ? check?.(change)[0] : undefined
  const own = found && [found.message, found.hint].filter(Boolean).join(' ')
  const cause = own ?? causes.find(({ pattern }) => pattern.test(said))?.cause ?? causesByCode[error.code]
  return { error, message, ...(cause !== undefined && { cause }) }
}
