import { call, type SeriesFunction } from './call.js'

/** By what series are ranked over the visible window. */
export type RankMethod = 'max' | 'mean' | 'min' | 'sum' | 'last' | 'l2norm' | 'area'

/** Which end of the ranking is kept. */
export type RankDirection = 'asc' | 'desc'

/** What the short forms rank by. */
export type ShortRankMethod = Exclude<RankMethod, 'sum'>

/** The highest (or lowest) series; on dashboards. @example top(avg('system.load.1').by('host'), 10, 'mean', 'desc') */
export const top: SeriesFunction<[limit: number, by: RankMethod, direction: RankDirection]> = (
  expression,
  limit,
  by,
  direction,
) => call('top', expression, limit, by, direction)

/** Like `top`, leaving out the first ones. @example topOffset(avg('load').by('host'), 10, 'mean', 'desc', 10) */
export const topOffset: SeriesFunction<
  [limit: number, by: RankMethod, direction: RankDirection, offset: number]
> = (expression, limit, by, direction, offset) => call('top_offset', expression, limit, by, direction, offset)

type ShortRank = SeriesFunction<[by?: ShortRankMethod]>

function shortRank(name: string): ShortRank {
  return (expression, by) => call(by === undefined ? name : `${name}_${by}`, expression)
}

/** The 5 highest series. @example top5(avg('system.load.1').by('host'), 'mean') */
export const top5: ShortRank = shortRank('top5')

/** The 10 highest series. @example top10(avg('system.load.1').by('host'), 'max') */
export const top10: ShortRank = shortRank('top10')

/** The 15 highest series. @example top15(avg('system.load.1').by('host'), 'last') */
export const top15: ShortRank = shortRank('top15')

/** The 20 highest series. @example top20(avg('system.load.1').by('host'), 'area') */
export const top20: ShortRank = shortRank('top20')

/** The short forms of the lowest series exist only with a method. */
type ShortRankByMethod = SeriesFunction<[by: ShortRankMethod]>

/** The 5 lowest series. @example bottom5(avg('disk.free').by('host'), 'min') */
export const bottom5: ShortRankByMethod = shortRank('bottom5')

/** The 10 lowest series. @example bottom10(avg('disk.free').by('host'), 'min') */
export const bottom10: ShortRankByMethod = shortRank('bottom10')

/** The 15 lowest series. @example bottom15(avg('disk.free').by('host'), 'last') */
export const bottom15: ShortRankByMethod = shortRank('bottom15')

/** The 20 lowest series. @example bottom20(avg('disk.free').by('host'), 'mean') */
export const bottom20: ShortRankByMethod = shortRank('bottom20')
