// The tables in `catalog` and the types of the builders name the same options: whoever adds one to a side only does not
// get past the compiler.
import type {
  commonWidgetOptions,
  widgetBuilders,
  widgetQueries,
  widgetRequests,
} from '../../src/catalog/index.js'
import type * as dsl from '../../src/dsl/index.js'

type Builders = typeof widgetBuilders
type BuilderOf<Type extends keyof Builders> = Builders[Type]['builder']

/** The keys of every member of a union. */
type KeysOf<T> = T extends unknown ? keyof T : never

type LastOf<List extends readonly unknown[]> = List extends readonly [...unknown[], infer Last] ? Last : never

/** The keys that the last argument of a function may have. */
type OptionKeys<F> = F extends (...args: infer Arguments) => unknown
  ? KeysOf<LastOf<Required<Arguments>>>
  : never

/** Options that are not fields of the widget: its place, and what is said for lines. */
type Beside = 'id' | 'at' | 'size' | 'extra'
type ForLines =
  | 'display'
  | 'palette'
  | 'red'
  | 'yellow'
  | 'green'
  | 'conditionalFormats'
  | 'limit'
  | 'order'
  | 'comparedTo'
  | 'as'
  | 'increaseGood'

/** Options of the table that the builder does not take. */
type Untyped = {
  [Type in keyof Builders]: Exclude<
    keyof Builders[Type]['options'],
    OptionKeys<(typeof dsl)[BuilderOf<Type>]>
  >
}[keyof Builders]

/** Options of the builder that the table does not have. */
type Unlisted = {
  [Type in keyof Builders]: Exclude<
    OptionKeys<(typeof dsl)[BuilderOf<Type>]>,
    keyof Builders[Type]['options'] | keyof typeof commonWidgetOptions | Beside | ForLines
  >
}[keyof Builders]

/** The argument with the requests of a builder. */
type DataOf<F> = F extends (title: never, data: infer Data, ...rest: never) => unknown ? Data : never
type One<T> = T extends readonly (infer Item)[] ? Item : T

type Requests = Omit<typeof widgetRequests, 'hostmap' | 'scatterplot'>
type RequestKeys<Type extends keyof Requests> = KeysOf<
  Exclude<One<DataOf<(typeof dsl)[BuilderOf<Type>]>>, string | { readonly kind: string }>
>

type UntypedInRequests = {
  [Type in keyof Requests]: Exclude<keyof Requests[Type], RequestKeys<Type>>
}[keyof Requests]

type UnlistedInRequests = {
  [Type in keyof Requests]: Exclude<RequestKeys<Type>, keyof Requests[Type] | 'extra' | 'kind'>
}[keyof Requests]

type Queries = typeof widgetQueries
type UntypedInQueries = {
  [Name in keyof Queries]: Exclude<keyof Queries[Name]['options'], OptionKeys<(typeof dsl)[Name]>>
}[keyof Queries]

type UnlistedInQueries = {
  [Name in keyof Queries]: Exclude<OptionKeys<(typeof dsl)[Name]>, keyof Queries[Name]['options'] | 'extra'>
}[keyof Queries]

const nothing = <T extends never>(...differences: readonly T[]) => differences

nothing<Untyped>()
nothing<Unlisted>()
nothing<UntypedInRequests>()
nothing<UnlistedInRequests>()
nothing<UntypedInQueries>()
nothing<UnlistedInQueries>()
