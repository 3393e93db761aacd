import type { Row } from './row.js'

const echo = 'Added by the account to every answer; a value in the request is ignored.'
const nulled = 'Null in the answer when the request leaves it out.'
const echoed = 'Only echoed: absent stays absent, an empty list stays empty.'
const numbered = 'Numbered by the account unless the request brings a number.'

/** How the account treats each field of a dashboard. Widget definitions are stored word for word: no row touches them. */
export const dashboardRows: readonly Row[] = [
  {
    path: '',
    rule: 'open',
    evidence: 'The API adds fields from time to time; a new one is nobody’s intent.',
  },
  { path: 'id', rule: 'read-only', evidence: echo },
  { path: 'url', rule: 'read-only', evidence: echo },
  { path: 'author_handle', rule: 'read-only', evidence: echo },
  { path: 'author_name', rule: 'read-only', evidence: echo },
  { path: 'author_info', rule: 'read-only', evidence: echo },
  { path: 'created_at', rule: 'read-only', evidence: echo },
  { path: 'modified_at', rule: 'read-only', evidence: echo },
  { path: 'deleted_at', rule: 'read-only', evidence: 'Part of listings only.' },
  { path: 'experience_type', rule: 'read-only', evidence: echo },
  {
    path: 'is_read_only',
    rule: 'read-only',
    evidence: 'Added until 2025, gone since; replaced by restricted_roles.',
  },
  { path: 'title', rule: 'absent', values: [null], evidence: 'Stored word for word.' },
  { path: 'layout_type', rule: 'absent', values: [null], evidence: 'Stored word for word.' },
  { path: 'description', rule: 'absent', values: [null, ''], evidence: nulled },
  { path: 'notify_list', rule: 'absent', values: [null, []], evidence: nulled },
  { path: 'notify_list', rule: 'set', evidence: 'Sorted by the account.' },
  { path: 'template_variables', rule: 'absent', values: [null, []], evidence: nulled },
  { path: 'template_variable_presets', rule: 'absent', values: [null, []], evidence: echoed },
  { path: 'tags', rule: 'absent', values: [null, []], evidence: echoed },
  { path: 'tags', rule: 'set', evidence: 'What people mean is a set.' },
  { path: 'reflow_type', rule: 'absent', values: ['auto', null], evidence: echoed },
  { path: 'restricted_roles', rule: 'absent', values: [null, []], evidence: 'Added empty in some accounts.' },
  { path: 'restricted_roles', rule: 'set', evidence: 'A set of role ids.' },
  { path: 'tabs', rule: 'absent', values: [null, []], evidence: echoed },
  { path: 'tabs[].id', rule: 'unless-written', evidence: numbered },
  { path: 'widgets', rule: 'absent', values: [null], evidence: 'Stored word for word.' },
  { path: 'widgets[].id', rule: 'unless-written', evidence: numbered },
  { path: 'widgets[].definition.widgets[].id', rule: 'unless-written', evidence: numbered },
]
