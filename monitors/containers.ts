import { anomalies, avg, monitor } from 'dogma'

// Word for word what an engineer's note holds of a live account, its faults included: it has no name, tells nobody, and
// watches all containers as one line. `dogma explain` and `dogma lint` are tried on it; copy `api.ts` instead.
export const containerCpuAnomaly = monitor('container-cpu-anomaly', {
  name: '',
  alert: anomalies(avg('container.cpu.user'), 'basic', 2, {
    direction: 'both',
    interval: 60,
    alertWindow: '15m',
    countDefaultZero: true,
  })
    .last('4h')
    .atLeast({ critical: 1, criticalRecovery: 0 }),
  message: '',
  tags: [],
  notifyAudit: false,
  requireFullWindow: false,
  notifyNoData: false,
  noDataTimeframe: 10,
  renotifyInterval: 0,
  includeTags: false,
})
