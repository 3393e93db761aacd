/** https://docs.datadoghq.com/api/latest/dashboards/ */
export const dashboardLimits = {
  columns: 12,
  tags: 5,
  tagKeys: ['team'],
  tabs: 100,
  pointsPerSeries: 1_500,
  /** No hard limit is published; more than this is slow. */
  advisedWidgets: 100,
} as const
