import { expect, it } from 'vitest'
import { startClient } from '../harness.js'

it('no ServiceNow instance is connected to the sandbox', async () => {
  const { done } = await startClient()
  expect(await done('GET', '/api/v2/integration/servicenow/instances')).toEqual({ data: [] })
})
