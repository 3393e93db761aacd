/** The colours that Datadog's palettes are named after. */
export const colours: Readonly<Record<string, string>> = {
  white: '白',
  black: '黒',
  red: '赤',
  green: '緑',
  yellow: '黄',
  orange: 'オレンジ',
  blue: '青',
  gray: 'グレー',
  grey: 'グレー',
  purple: '紫',
  pink: 'ピンク',
}
