export { type BuilderExpression, builderExpression, type ToBuilderOptions, toBuilder } from './to-builder.js'
