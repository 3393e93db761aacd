import { sloAlertLimits } from '../../../catalog/index.js'
import { nearest } from '../../../diagnostic/index.js'
import { queryOf, referenceText } from '../../../model/index.js'
import { burnRateAlert } from '../../example-slo-alert.js'
import { defineRule } from '../../rule.js'

export const sloId = defineRule({
  id: 'slo/id',
  severity: 'error',
  kinds: ['monitor'],
  title: 'An SLO alert names its SLO by something that is not an id.',
  why: 'Datadog finds the SLO by its id alone, 32 hexadecimal digits. A name, a key or what a template left behind finds none, and the alert never fires.',
  howToFix: 'Write `${slo:key}` for an SLO of the project, or the id from the address of its page.',
  source: 'https://docs.datadoghq.com/service_level_objectives/burn_rate/',
  examples: {
    good: [
      {
        resources: burnRateAlert(
          'burn_rate("${slo:api}").over("30d").long_window("1h").short_window("5m") > 14.4',
        ),
      },
      {
        title: 'An SLO of the account.',
        resources: burnRateAlert('error_budget("0123456789abcdef0123456789abcdef").over("30d") > 75'),
      },
    ],
    bad: [
      {
        resources: burnRateAlert('burn_rate("api").over("30d").long_window("1h").short_window("5m") > 14.4'),
        finds: '`api` is none',
      },
    ],
  },
  check({ definition, project }) {
    const query = queryOf(definition).node
    if (query?.kind !== 'slo-monitor') return
    const { value, span } = query.slo
    if (sloAlertLimits.id.test(value) || placeholder.test(value)) return
    const keys = project.resources.filter(each => each.kind === 'slo').map(({ key }) => key)
    const key = keys.includes(value) ? value : nearest(value, keys)
    return {
      path: ['query'],
      span,
      message: `\`${query.measure}\` takes the id of an SLO, and \`${value}\` is none.`,
      hint:
        key === undefined
          ? 'Write the hexadecimal digits that stand in the address of its page, or `${slo:key}` for an SLO of this project.'
          : `Write \`${referenceText({ kind: 'slo', key })}\` for the SLO of this project.`,
    }
  },
})

/** What stands for an id until it is known: `${slo:api}`, or the marks of a template. */
const placeholder = /\$|\{\{/
