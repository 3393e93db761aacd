// The metrics of an account, and the declarations by which the builders check them.
export { declarationText } from './declaration.js'
export type { Inventory, InventoryMetric } from './inventory.js'
export { type ReadInventory, readInventory, tagKeys } from './read.js'
