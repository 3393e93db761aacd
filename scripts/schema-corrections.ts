interface Place {
  /** The model of the client that it is about. */
  readonly model: string
  /** How it is known that the account accepts or returns this. */
  readonly evidence: string
}

/** One change of a model. Types are written as in `src/schema/type.ts`. */
type Change =
  | { readonly change: 'values'; readonly values: readonly (string | number)[] }
  | { readonly change: 'case'; readonly value: string; readonly type: string }
  | { readonly change: 'field'; readonly field: string; readonly type: string }
  | { readonly change: 'type'; readonly field: string; readonly type: string }
  | { readonly change: 'nullable'; readonly field: string }
  | { readonly change: 'optional'; readonly field: string }
  /** Declared as required, and the account keeps definitions without it: worth a warning. */
  | { readonly change: 'expected'; readonly field: string }

/** One place where the account accepts or returns more than the client's declarations say. */
export type Correction = Place & Change

function nullable(model: string, fields: readonly string[], evidence: string): Correction[] {
  return fields.map(field => ({ model, change: 'nullable', field, evidence }))
}

function added(model: string, fields: Readonly<Record<string, string>>, evidence: string): Correction[] {
  return Object.entries(fields).map(([field, type]) => ({ model, change: 'field', field, type, evidence }))
}

/** The description of the API says `nullable`, which the declarations of this client leave out. */
const described = 'Nullable in the description of the API.'

const monitors: readonly Correction[] = [
  ...nullable('Monitor', ['deleted', 'priority', 'restricted_roles'], described),
  ...nullable('Creator', ['name'], described),
  ...nullable('MatchingDowntime', ['end'], described),
  ...nullable('Monitor', ['id'], 'Exports of integrations hold null; an id in a request is ignored.'),
  ...added(
    'Monitor',
    {
      created_at: 'integer',
      org_id: 'integer',
      overall_state_modified: 'string|null',
      restriction_policy: 'any',
      restricted: 'boolean',
      run_as: 'any',
    },
    'Answers hold it; read only.',
  ),
  ...added(
    'Monitor',
    { classification: 'string' },
    'Old service checks are sent with it and accepted; the account drops it.',
  ),
  ...added('Creator', { id: 'any' }, 'The creator in the answer to a POST carries the id of the user.'),
  ...added(
    'MonitorAsset',
    { monitor_id: 'integer', options: 'any', template_variables: 'any' },
    'Added to every asset in the answer to a write.',
  ),
  ...nullable(
    'MonitorAsset',
    ['resource_key', 'resource_type'],
    'Null in answers where the request had none.',
  ),
  ...added(
    'MatchingDowntime',
    { active: 'boolean', groups: 'string[]', monitor_id: 'integer' },
    'Answers to a read with downtimes hold it; read only.',
  ),
]

const monitorOptions: readonly Correction[] = [
  ...nullable(
    'MonitorOptions',
    [
      'evaluation_delay',
      'min_failure_duration',
      'min_location_failed',
      'new_group_delay',
      'new_host_delay',
      'no_data_timeframe',
      'renotify_occurrences',
      'renotify_statuses',
      'synthetics_check_id',
      'timeout_h',
    ],
    described,
  ),
  ...nullable(
    'MonitorOptions',
    ['threshold_windows'],
    'Recorded requests hold null, and the account keeps it.',
  ),
  ...nullable(
    'MonitorOptions',
    ['escalation_message', 'locked'],
    'Exports hold null for an option that is off.',
  ),
  ...nullable(
    'MonitorThresholds',
    ['critical_recovery', 'ok', 'unknown', 'warning', 'warning_recovery'],
    described,
  ),
  ...nullable(
    'MonitorThresholds',
    ['critical'],
    'Composite monitors are sent with null, and the account keeps it.',
  ),
  ...nullable('MonitorThresholdWindowOptions', ['recovery_window', 'trigger_window'], described),
  {
    model: 'MonitorOptions',
    change: 'type',
    field: 'renotify_interval',
    type: 'integer|numeral|null',
    evidence:
      'Nullable in the description of the API; the recommended monitors of more than thirty integrations hold "0" as text.',
  },
  {
    model: 'MonitorOptions',
    change: 'type',
    field: 'silenced',
    type: '(number|null){}|null',
    evidence: 'A scope that is silenced without an end holds null.',
  },
  ...added(
    'MonitorOptions',
    { avalanche_window: 'any', restriction_query: 'any' },
    'Answers and exports hold it; not documented.',
  ),
  ...added(
    'MonitorFormulaAndFunctionEventQueryDefinition',
    { storage: 'string' },
    'Exports of formula monitors over logs hold it, as widgets do.',
  ),
  ...added(
    'MonitorFormulaAndFunctionEventQueryGroupBy',
    { should_exclude_missing: 'boolean' },
    'Exports of formula monitors hold it.',
  ),
]

const slos: readonly Correction[] = [
  ...nullable('ServiceLevelObjective', ['description'], described),
  ...added(
    'ServiceLevelObjective',
    { type_id: 'integer' },
    'Answers hold it, and requests are accepted with it.',
  ),
  ...added(
    'ServiceLevelObjective',
    { configured_alert_ids: 'integer[]' },
    'Answers to a read with `with_configured_alert_ids` hold it; read only.',
  ),
  ...added(
    'SLOTimeSliceCondition',
    { no_data_strategy: 'string' },
    'A saved answer of the account and the requests of other clients hold it: COUNT_AS_UPTIME.',
  ),
  {
    model: 'ServiceLevelObjective',
    change: 'type',
    field: 'monitor_ids',
    type: '(integer|@monitor)[]',
    evidence: 'Ours: the monitor of the same project has no id yet.',
  },
]

const dashboards: readonly Correction[] = [
  ...nullable(
    'Dashboard',
    [
      'author_name',
      'description',
      'notify_list',
      'tabs',
      'tags',
      'template_variable_presets',
      'template_variables',
    ],
    described,
  ),
  ...nullable('DashboardTemplateVariable', ['available_values', 'default', 'prefix', 'type'], described),
  ...nullable('Dashboard', ['reflow_type'], 'Null on boards that were made before reflow types.'),
  ...added('Dashboard', { experience_type: 'string' }, 'Exports hold it; read only.'),
  ...added('Dashboard', { pause_auto_refresh: 'boolean' }, 'Exports of several accounts hold it.'),
  {
    model: 'Dashboard',
    change: 'type',
    field: 'id',
    type: 'string|integer',
    evidence: 'Exports of old boards hold a number; an id in a request is ignored.',
  },
  {
    model: 'DashboardTab',
    change: 'type',
    field: 'widget_ids',
    type: '(integer|string)[]',
    evidence: 'A new board names its widgets by position, "@1"; the account answers with ids.',
  },
  ...['x', 'y'].map(
    (field): Correction => ({
      model: 'WidgetLayout',
      change: 'type',
      field,
      type: 'number',
      evidence: 'Positions between two columns of a free board are accepted and kept.',
    }),
  ),
]

const widgets: readonly Correction[] = [
  ...nullable('WidgetNumberFormat', ['unit_scale'], described),
  {
    model: 'WidgetDefinition',
    change: 'case',
    value: 'custom',
    type: 'any',
    evidence: 'Boards of integrations hold widgets of this type; nothing about it is published.',
  },
  ...added(
    'MonitorSummaryWidgetDefinition',
    { last_triggered_format: 'string', show_status: 'boolean' },
    'Recorded requests hold it, and the account keeps it.',
  ),
  ...added(
    'GroupWidgetDefinition',
    { reflow_type: 'string', template_variables: 'any' },
    'Exports hold it where the group came from a powerpack or a fixed board.',
  ),
  ...added(
    'TimeseriesRequestStyle',
    { color_order: 'string', order_reverse: 'boolean' },
    'The editor of the site writes it; exports of integrations hold it.',
  ),
  ...added(
    'FormulaAndFunctionEventQueryGroupBy',
    { should_exclude_missing: 'boolean' },
    'The editor of the site writes it; exports of integrations hold it.',
  ),
  {
    model: 'FormulaAndFunctionEventsDataSource',
    change: 'values',
    values: ['database_queries', 'network_device_flows'],
    evidence:
      'Boards of integrations search them (SQL Server, SNMP, VNS3), in requests that the account keeps.',
  },
  ...(['database_queries', 'network_device_flows'] as const).map(
    (value): Correction => ({
      model: 'FormulaAndFunctionQueryDefinition',
      change: 'case',
      value,
      type: 'FormulaAndFunctionEventQueryDefinition',
      evidence: 'A search like that of every other source of events.',
    }),
  ),
  ...(['comparator', 'palette', 'value'] as const).map(
    (field): Correction => ({
      model: 'WidgetConditionalFormat',
      change: 'expected',
      field,
      evidence:
        'Boards of integrations ship formats of the type `range` with a palette alone, and empty ones.',
    }),
  ),
  {
    model: 'WidgetFormulaSort',
    change: 'optional',
    field: 'index',
    evidence: 'A sort by formula without an index is accepted and kept in a recorded write of a sunburst.',
  },
  {
    model: 'ListStreamWidgetDefinition',
    change: 'type',
    field: 'requests',
    type: 'ListStreamWidgetRequest[]',
    evidence: 'Two requests are accepted and kept in a recorded write.',
  },
]

/** Where the account is known to go beyond the declarations; what no longer fits the client stops the generation. */
export const corrections: readonly Correction[] = [
  ...monitors,
  ...monitorOptions,
  ...slos,
  ...dashboards,
  ...widgets,
]
