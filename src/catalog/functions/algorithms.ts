import {
  anomalyAlgorithms,
  anomalyDirections,
  forecastAlgorithms,
  forecastModels,
  outlierAlgorithms,
  seasonalities,
} from '../algorithms.js'
import { type FunctionFacts, series } from './facts.js'

const source = 'https://docs.datadoghq.com/dashboards/functions/algorithms/'

/** Functions that learn from the past or from the other groups. */
export const algorithmFunctions = {
  anomalies: {
    category: 'algorithms',
    form: 'call',
    parameters: [
      series,
      { name: 'algorithm', kind: 'enum', values: anomalyAlgorithms, quoted: true, usual: "'basic'" },
      { name: 'bounds', kind: 'number', min: 0, usual: '2' },
      {
        name: 'direction',
        kind: 'enum',
        values: anomalyDirections,
        named: true,
        optional: true,
        quoted: true,
      },
      { name: 'alert_window', kind: 'text', named: true, optional: true, quoted: true },
      { name: 'interval', kind: 'seconds', named: true, optional: true, min: 1 },
      {
        name: 'count_default_zero',
        kind: 'enum',
        values: ['true', 'false'],
        named: true,
        optional: true,
        quoted: true,
      },
      { name: 'seasonality', kind: 'enum', values: seasonalities, named: true, optional: true, quoted: true },
      { name: 'timezone', kind: 'text', named: true, optional: true, quoted: true },
    ],
    inMonitors: 'yes',
    source,
    example:
      "anomalies(avg:system.cpu.user{*} by {host}, 'basic', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true')",
  },
  outliers: {
    category: 'algorithms',
    form: 'call',
    parameters: [
      series,
      { name: 'algorithm', kind: 'enum', values: outlierAlgorithms, quoted: true, usual: "'DBSCAN'" },
      { name: 'tolerance', kind: 'number', min: 0, usual: '3' },
      // Only the MAD family takes it: the share of points, in percent, that must be outlying.
      { name: 'percentage', kind: 'number', optional: true, min: 0, max: 100 },
    ],
    inMonitors: 'yes',
    needsGroupBy: true,
    source,
    example: "outliers(avg:system.cpu.user{role:web} by {host}, 'dbscan', 3)",
  },
  forecast: {
    category: 'algorithms',
    form: 'call',
    parameters: [
      series,
      { name: 'algorithm', kind: 'enum', values: forecastAlgorithms, quoted: true, usual: "'linear'" },
      { name: 'deviations', kind: 'number', min: 1, usual: '1' },
      { name: 'interval', kind: 'text', named: true, optional: true },
      { name: 'history', kind: 'text', named: true, optional: true, quoted: true },
      { name: 'model', kind: 'enum', values: forecastModels, named: true, optional: true, quoted: true },
      { name: 'seasonality', kind: 'enum', values: seasonalities, named: true, optional: true, quoted: true },
      { name: 'timezone', kind: 'text', named: true, optional: true, quoted: true },
    ],
    inMonitors: 'yes',
    source,
    example:
      "forecast(avg:system.disk.in_use{*} by {host}, 'linear', 1, interval='60m', history='1w', model='default')",
  },
} as const satisfies Record<string, FunctionFacts>
