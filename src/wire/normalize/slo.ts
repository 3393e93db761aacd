import type { Row } from './row.js'

const echo = 'Added by the account to every answer.'
const filled = 'Added to the answer whenever the request leaves it out.'
const copied = 'Copied from the first threshold when the request leaves it out.'
const docs = 'https://docs.datadoghq.com/api/latest/service-level-objectives/'

/** How the account treats each field of an SLO. */
export const sloRows: readonly Row[] = [
  {
    path: '',
    rule: 'open',
    evidence: 'The API adds fields from time to time; a new one is nobody’s intent.',
  },
  { path: 'id', rule: 'read-only', evidence: echo },
  { path: 'type_id', rule: 'read-only', evidence: echo },
  { path: 'created_at', rule: 'read-only', evidence: echo },
  { path: 'modified_at', rule: 'read-only', evidence: echo },
  { path: 'creator', rule: 'read-only', evidence: echo },
  {
    path: 'monitor_tags',
    rule: 'read-only',
    evidence: 'Tags of the monitors behind the SLO, in random order.',
  },
  { path: 'overall_status', rule: 'read-only', evidence: docs },
  { path: 'configured_alert_ids', rule: 'read-only', evidence: docs },
  { path: 'type', rule: 'absent', values: [null], evidence: docs },
  { path: 'name', rule: 'trimmed', evidence: docs },
  { path: 'description', rule: 'trimmed', evidence: docs },
  { path: 'description', rule: 'absent', values: [null, ''], evidence: filled },
  { path: 'tags', rule: 'set', evidence: 'The order differs between two reads of the same SLO.' },
  { path: 'tags', rule: 'lower-case', evidence: 'Upper case comes back lowered.' },
  { path: 'tags', rule: 'absent', values: [null, []], evidence: filled },
  { path: 'thresholds', rule: 'absent', values: [null], evidence: docs },
  { path: 'thresholds[]', rule: 'open', evidence: echo },
  { path: 'thresholds[].target', rule: 'numeric', evidence: '99 comes back as 99.0.' },
  { path: 'thresholds[].warning', rule: 'numeric', evidence: '99 comes back as 99.0.' },
  {
    path: 'thresholds[].warning',
    rule: 'absent',
    values: [null],
    evidence: 'The search endpoint answers null for none.',
  },
  { path: 'thresholds[].target_display', rule: 'read-only', evidence: 'Rewritten, whatever was sent.' },
  { path: 'thresholds[].warning_display', rule: 'read-only', evidence: 'Rewritten, whatever was sent.' },
  { path: 'timeframe', rule: 'unless-written', evidence: copied },
  { path: 'target_threshold', rule: 'unless-written', evidence: copied },
  { path: 'warning_threshold', rule: 'unless-written', evidence: copied },
  { path: 'query', rule: 'unless-written', evidence: 'Worked out from sli_specification.' },
  {
    path: 'query',
    rule: 'derived',
    from: 'sli_specification',
    evidence: 'Worked out from sli_specification.',
  },
  {
    path: 'query.numerator',
    rule: 'metric-query',
    evidence: 'Blanks that do not change the meaning are not a change.',
  },
  {
    path: 'query.denominator',
    rule: 'metric-query',
    evidence: 'Blanks that do not change the meaning are not a change.',
  },
  { path: 'sli_specification', rule: 'unless-written', evidence: 'Worked out from query since 2026.' },
  {
    path: 'sli_specification.time_slice.query_interval_seconds',
    rule: 'absent',
    values: [300, null],
    evidence: filled,
  },
  { path: 'monitor_ids', rule: 'set', evidence: docs },
  {
    path: 'monitor_ids',
    rule: 'absent',
    values: [null, []],
    evidence: 'An empty list on a metric SLO is dropped.',
  },
  { path: 'groups', rule: 'set', evidence: docs },
  { path: 'groups', rule: 'absent', values: [null, []], evidence: docs },
]
