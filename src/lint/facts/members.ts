import {
  type Monitor,
  type MonitorDefinition,
  queryOf,
  type Resource,
  referencesIn,
} from '../../model/index.js'
import type { CompositeExpression, CompositeMonitor } from '../../query/index.js'
import type { Project } from '../context.js'
import { memo } from './memo.js'
import { nodesOfKind } from './nodes.js'
import { byAddress } from './references.js'

/** The expression of a composite monitor. */
export function compositeOf(definition: MonitorDefinition): CompositeExpression | undefined {
  const query = queryOf(definition).node
  return query?.kind === 'composite' ? query.expression : undefined
}

/** The members of a composite as written, repeated ones too; none for other monitors. */
export const membersOf = memo((definition: MonitorDefinition): readonly CompositeMonitor[] => {
  const expression = compositeOf(definition)
  return expression === undefined ? [] : nodesOfKind(expression, 'composite-monitor')
})

/** The monitor that a member refers to by key, where the project has it. */
export function monitorOfMember(project: Project, member: CompositeMonitor): Monitor | undefined {
  const [reference] = referencesIn(member.id)
  const found: Resource | undefined =
    reference && byAddress(project).get(`${reference.kind}.${reference.key}`)
  return found?.kind === 'monitor' ? found : undefined
}
