/**
 * What the parsers and checks advise, in Japanese. They speak English; here stands the shape of each advice, with `$` for a
 * piece of code or a list of them and `#` for a number, and what it becomes. `$1` is the first piece, `#1` the first number.
 */
export const hintWords: Readonly<Record<string, string>> = {
  'A block has one $; write a block of its own for a further case.':
    '1 つのブロックに書ける $1 は 1 つです。ほかの場合は、別のブロックに書きます。',
  'A composite joins numeric monitor ids, as in $.':
    '複合モニターは、モニターの id(数字)をつなぎます(例: $1)。',
  'Set $: how many good statuses in a row end the alert.':
    '$1 に、正常が何回続いたら回復とするかを書きます。',
  'The unit is minutes: write fewer, or set $.': '単位は分です。小さい値にするか、$1 を設定します。',
  'Write #, the longest there is.': '#1 にします(これより長い値は拒否されます)。',
  'Write at least $; a longer one also keeps noise out of the forecast.':
    '$1 以上にします。長くするほど、ノイズが予測に影響しにくくなります。',
  'A percentile stands before the metric: $.': 'パーセンタイルはメトリクスの前に書きます: $1。',
  'A metric name starts with a letter and holds letters, digits, $, as in $.':
    'メトリクスの名前は英字で始まり、英数字と $1 だけを使います(例: $2)。',
  'Add $ before $ for every combination of tags.':
    '$1 を $2 より前に書きます(最後の形は、タグのすべての組み合わせごとです)。',
  'Add $ for a cluster.': '$1 のいずれかを追加します(後者はクラスターアラート用です)。',
  'Add $ for a measure.': '$1 のいずれかを追加します(後者は属性の値を測る場合です)。',
  'Add $ for all indexes, or the name of one.':
    '$1(すべてのインデックス)か、インデックスの名前を追加します。',
  'Add $ for every host.': '$1 のいずれかを追加します(後者はすべてのホストです)。',
  'Add $ in minutes, or leave it out.': '$1 を分で追加するか、この設定を外します。',
  'Add $ to $.': '$1 を $2 に追加します。',
  'Add $ to the query.': '$1 を追加します(`alert_window` はクエリに書きます)。',
  'Add $ with n one more than the highest threshold.':
    '$1 を追加します。n は、最も大きいしきい値より 1 大きい数です。',
  'Add $, or leave $ out.': '$1 を追加するか、$2 を外します。',
  'Add $, the alert window of the query.': '$1 を追加します(クエリの判定ウィンドウと同じ値です)。',
  'Add $, the number of the query.': '$1 を追加します(クエリの最後の数値です)。',
  'Add $, with a time frame that the SLO has.': '$1 のように、SLO にある対象期間を追加します。',
  'Add $.': '$1 を追加します。',
  'Add a variable named $ to $.': '$1 という名前の変数を $2 に追加します。',
  'Add what to group by, such as $, behind the scope.': 'スコープの後に、$1 のようなグループ化を追加します。',
  'Close $ before the outer block ends.': '外側のブロックが終わる前に、$1 を閉じます。',
  'Close blocks before others begin.': '次のブロックを始める前に、ブロックを閉じます。',
  'Compare with $.': '$1 と比べます。',
  'Datadog advises $.': 'Datadog の推奨は $1 です。',
  'Did you mean $?': '$1 ではありませんか。',
  'Forecast the query itself, without this function.': 'この関数を外し、クエリそのものを予測します。',
  'Give each variable its own name.': '変数ごとに別の名前を付けます。',
  'Give only the text of its $, without the quotes around it and their escapes.':
    '外側の引用符とエスケープを外し、$1 の中身だけを渡します。',
  'Group both sides by the same keys, such as $.': '両側を同じキーでグループ化します(例: $1)。',
  'Group by fewer facets.': 'グループ化するファセットを減らします。',
  'If it is a metric, write $ before it; otherwise take it away.':
    'メトリクスであれば前に $1 のいずれかを書き、そうでなければ取り除きます。',
  'It has $.': '使えるのは $1 です。',
  'It is kept as it is, and nothing about it is checked.': 'そのまま残します。内容は確かめません。',
  'It is kept as it is.': 'そのまま残します。',
  'Its type can be $.': '使えるタイプは $1 です。',
  'Join it with another: $.': 'ほかのモニターとつなぎます(例: $1)。',
  'Join the conditions with $.': '条件を $1 でつなぎます。',
  'Keep one of them and put everything into it.': '1 つだけを残し、そこにまとめます。',
  'Leave $ out, or use $.': '$1 を外すか、$2 を使います。',
  'Leave $ out.': '$1 を外します。',
  'Leave $ out: the monitor recovers when the condition is false.':
    '$1 を外します。条件を満たさなくなれば回復します。',
  'Leave $ out; $ notifies.': '$1 を外します。$2 なら通知されます。',
  'Leave a blank before the $.': '$1 の前に空白を入れます。',
  'Leave a blank behind the handle.': '宛先の後に空白を入れます。',
  'Leave one of the two out.': 'どちらか一方を外します。',
  'Leave it out, and use $.': 'これを外し、$1 を使います。',
  'Leave it out, or escape it as $ to search for it as text.':
    '取り除きます。文字として検索するなら $1 と書きます。',
  'Leave it out, or group the query with $.': 'これを外すか、クエリを $1 でグループ化します。',
  'Leave it out, or group the query.': 'これを外すか、クエリをグループ化します。',
  'Leave it out, or use $.': 'これを外すか、$1 を使います。',
  'Leave it out, or wrap the query in $.': 'これを外すか、クエリを $1 で囲みます。',
  'Leave it out.': 'これを外します。',
  'Leave it out; use $ for texts that are only partly known.':
    '取り除きます。一部だけ分かっている文字列には $1 を使います。',
  'Leave it out; use $ inside the block to ask about a variable.':
    '取り除きます。変数で条件を付けるには、ブロックの中で $1 を使います。',
  'Leave one of the two out, or join them with $.': 'どちらかを外すか、$1 でつなぎます。',
  'Leave one of them out.': 'どちらかを外します。',
  'Leave the $ out.': '$1 を取り除きます。',
  'Leave the others out.': 'ほかの引数を外します。',
  'Leave the quotes out, and write $ for every blank.': '引用符を外し、空白の代わりに $1 と書きます。',
  'Leave this out; count and group in the query around the search.':
    'これを外します。数えることやグループ化は、検索の外側のクエリで指定します。',
  'Name tags, $, or write $.': '$1 のようにタグを書くか、$2 と書きます。',
  'Name what to group by, $, or leave it out.': '$1 のようにキーを書くか、これを外します。',
  'Only $ combine metrics.': 'メトリクスどうしの計算に使えるのは $1 だけです。',
  'Put $ into the query itself.': '$1 はクエリそのものに書きます。',
  'Put $ behind each query inside the parentheses.': 'かっこの中の各クエリの後に $1 を付けます。',
  'Put $ behind every query of the division.': '割り算のすべてのクエリの後に $1 を付けます。',
  'Put it behind each query inside the parentheses, or use $ in a formula.':
    'かっこの中の各クエリの後に付けるか、フォーミュラで $1 を使います。',
  'Put the value in double quotes if the blank belongs to it.':
    '空白が値の一部なら、値を二重引用符で囲みます。',
  'Remove the quotes.': '引用符を外します。',
  'Rename it to $, also in the formula.': '名前を $1 に変えます。フォーミュラの中も同じように変えます。',
  'Separate the conditions with $ or a comma; a tag value holds no blanks.':
    '条件は $1、またはカンマで区切ります。タグの値に空白は使えません。',
  'Set $ to $, or leave $ out.': '$1 を $2 にするか、$3 を外します。',
  'Set $ to $, or write $.': '$1 を $2 にするか、$3 と書きます。',
  'Set $ to #, or write # in the query.': '$1 を #1 にするか、クエリに #2 と書きます。',
  'Set $, or leave $ out.': '$1 を設定するか、$2 を外します。',
  'Split it into several composites.': '複数の複合モニターに分けます。',
  'Split it into several queries.': '複数のクエリに分けます。',
  'Switch the input method off and write $.': '日本語入力を切り、$1 と書きます。',
  'Take it away, or write the $ that belongs to it.': '取り除くか、対応する $1 を書きます。',
  'Take it away.': '取り除きます。',
  'Take the comma away, or write the argument that is missing.':
    'カンマを取り除くか、足りない引数を書きます。',
  'Take the comma away, or write what is missing after it.':
    'カンマを取り除くか、その後に足りないものを書きます。',
  'Take the comma away.': 'カンマを取り除きます。',
  'Take the quotes at both ends away.': '両端の引用符を外します。',
  'Template variables such as $ stand inside the braces of a scope.':
    '$1 のようなテンプレート変数は、スコープの波かっこの中に書きます。',
  'The aggregation stands first: $.': '集計方法を先に書きます: $1。',
  'The blocks ask about the state ($ …) or a variable ($).':
    'ブロックで条件にできるのは、状態($1 など)か変数($2)です。',
  'The comparisons are $.': '使える比較は $1 です。',
  'The evaluation window stands once, at the start of a monitor query: $.':
    '評価ウィンドウは、モニターのクエリの先頭に 1 回だけ書きます: $1。',
  'The functions are $.': '使える関数は $1 です。',
  'The innermost open block is $; close it with $.':
    '開いているいちばん内側のブロックは $1 です。$2 で閉じます。',
  'The number of points is a part of the name: $.': '点の数は関数の名前に含めます: $1。',
  'The known ones are $.': '使えるのは $1 です。',
  'The query groups by $.': 'クエリは $1 でグループ化しています。',
  'There are no filters; calculate with $.': 'フィルターはありません。計算には $1 を使います。',
  'There is only $; put another block inside it for a second condition.':
    '使えるのは $1 だけです。2 つ目の条件は、その中に別のブロックとして書きます。',
  'Use $ instead.': '代わりに $1 を使います。',
  'Use $ or another of the documented ones.': '$1 など、ドキュメントにあるものを使います。',
  'Use $ to $.': '$1 から $2 までのいずれかを使います。',
  'Use $ to count distinct values.': '異なる値の数を数えるには $1 を使います。',
  'Use $, or a percentile such as $.': '$1 のいずれか、または $2 のようなパーセンタイルを使います。',
  'Use $, or leave $ out.': '$1 を使うか、$2 を外します。',
  'Use $.': '$1 を使います。',
  'Use a percentile such as $, which needs percentiles switched on for the metric.':
    '$1 のようなパーセンタイルを使います。メトリクスでパーセンタイルを有効にする必要があります。',
  'Use an address without $.': '$1 を含まないアドレスを使います。',
  'Use an interval that fits into the window several times, or a longer window.':
    'ウィンドウに何点か入る間隔にするか、ウィンドウを長くします。',
  'Use it in $, or leave it out.': '$1 の中で使うか、外します。',
  'Use one that it has: $.': 'SLO にあるものを使います: $1。',
  'Use the type $.': 'タイプを $1 にします。',
  'With $ the warning must be above #.': '$1 の場合、警告しきい値は #1 より大きくします。',
  'With $ the warning must be below #.': '$1 の場合、警告しきい値は #1 より小さくします。',
  'Write $ (or $) to join two searches; count and group in the query around the search.':
    '2 つの検索をつなぐには $1(または $2)と書きます。集計とグループ化は、検索の外のクエリに書きます。',
  'Write $ after $.': '$2 の後に $1 を書きます。',
  'Write $ after the last argument.': '最後の引数の後に $1 を書きます。',
  'Write $ after the last value.': '最後の値の後に $1 を書きます。',
  'Write $ after the search.': '検索の後に $1 を書きます。',
  'Write $ after the window.': 'ウィンドウの後に $1 を書きます。',
  'Write $ at the end, or $ for a cluster.': '最後に $1 と書きます。クラスターアラートの場合は $2 です。',
  'Write $ beside $.': '$1 は $2 と並べて書きます。',
  'Write $ before it.': 'その前に $1 を書きます。',
  'Write $ before the number.': '数値の前に $1 のいずれかを書きます。',
  'Write $ before the scope.': 'スコープの前に $1 を書きます。',
  'Write $ beside the handle of the Slack channel.': 'Slack チャンネルの宛先と並べて $1 と書きます。',
  'Write $ between the values.': '値の間に $1 を書きます。',
  'Write $ between them.': '間に $1 のいずれかを書きます。',
  'Write $ directly before the field.': 'フィールドのすぐ前に $1 を書きます。',
  'Write $ directly before what it negates, or $ to search for the sign.':
    '否定する条件のすぐ前に $1 を書きます。記号を検索するなら $2 と書きます。',
  'Write $ for # %.': '#1% なら $1 と書きます。',
  'Write $ for a quote that belongs to the text.': 'テキストの一部である引用符は $1 と書きます。',
  'Write $ for any text and $ for one character, without slashes around it.':
    'スラッシュで囲まず、任意の文字列には $1、任意の 1 文字には $2 と書きます。',
  'Write $ for any value, or $ for an empty text.': '値があればよいなら $1、空文字なら $2 と書きます。',
  'Write $ for either of them.': 'どちらかでよいなら $1 と書きます。',
  'Write $ for everything, or a tag such as $.': 'すべてなら $1、絞り込むなら $2 のようなタグを書きます。',
  'Write $ for the range with its two bounds; for one of them use $.':
    '両端を含む範囲は $1 と書きます。片方だけを含むなら $2 を使います。',
  'Write $ for the range without its two bounds; for one of them use $.':
    '両端を含まない範囲は $1 と書きます。片方だけを含むなら $2 を使います。',
  'Write $ for the space aggregation.': '集計方法は $1 と書きます。',
  'Write $ in the query, or leave it out.': 'クエリに $1 のいずれかを書くか、これを外します。',
  'Write $ instead of the colon.': 'コロンの代わりに $1 を書きます。',
  'Write $ instead of the comma, and parentheses around each $.':
    'カンマの代わりに $1 を書き、$2 はそれぞれかっこで囲みます。',
  'Write $ or less, or a longer $.': '$1 以下にするか、$2 を長くします。',
  'Write $ or less.': '$1 以下にします。',
  'Write $ or more.': '$1 以上にします。',
  'Write $ to aggregate over time.': '時間方向の集計は $1 と書きます。',
  'Write $ to alert when every point of the alert window is anomalous.':
    '判定ウィンドウのすべての点が異常のときにアラートにするなら、$1 と書きます。',
  'Write $ to look back.': '過去を見るには $1 と書きます。',
  'Write $ to negate.': '否定には $1 のいずれかを使います。',
  'Write $ where it ends.': '終わりに $1 を書きます。',
  'Write $ where the block begins, or leave the closing tag out.':
    'ブロックの始まりに $1 を書くか、閉じるタグを外します。',
  'Write $ where the group ends.': 'グループの終わりに $1 を書きます。',
  'Write $ where the phrase ends, or $ to search for a quote.':
    'フレーズの終わりに $1 を書きます。引用符を検索するなら $2 と書きます。',
  'Write $ where the series ends.': 'クエリの終わりに $1 を書きます。',
  'Write $ where the tag ends.': 'タグの終わりに $1 を書きます。',
  'Write $ where the text ends.': 'テキストの終わりに $1 を書きます。',
  'Write $ with a limit in seconds.': '$1 のいずれかを書きます(後者は秒数の上限付きです)。',
  'Write $ with a number that is at least the largest threshold.':
    '$1 のように、最も大きいしきい値以上の数を書きます。',
  'Write $ without quotes.': '引用符なしで $1 と書きます。',
  'Write $, a twelfth of it.': '$1(長いウィンドウの 12 分の 1)にします。',
  'Write $, and methods after it.': '$1 と書き、メソッドはその後に書きます。',
  'Write $, and methods or the closing $ after it.': '$1 と書き、メソッドや閉じる $2 はその後に書きます。',
  'Write $, as Datadog advises.': 'Datadog の推奨どおり $1 と書きます。',
  'Write $, as in $.': '$1 と書きます(例: $2)。',
  'Write $, in the unit of the metric.': 'メトリクスの単位で $1 と書きます。',
  'Write $, one more than the highest threshold.': '$1 と書きます(最も大きいしきい値より 1 大きい数)。',
  'Write $, one that the SLO has.': '$1 のうち、SLO にあるものを書きます。',
  'Write $, or for a measure $.': '$1 と書きます。属性の値を測る場合は $2 です。',
  'Write $, or leave $ out.': '$1 と書くか、$2 を外します。',
  'Write $, or put the text in quotes to search for it.':
    '$1 と書きます。テキストとして検索するなら引用符で囲みます。',
  'Write $, or quote the word when the text itself is meant.':
    '$1 と書きます。語として検索するなら引用符で囲みます。',
  'Write $, or two braces for a variable.': '$1 と書きます。変数なら波かっこは 2 つです。',
  'Write $, or use $.': '$1 と書くか、$2 を使います。',
  'Write $, such as $.': '$1 の形で書きます(例: $2)。',
  'Write $, the number of seconds.': '$1 と秒数で書きます。',
  'Write $.': '$1 と書きます。',
  'Write $: the time aggregator, then the interval in seconds.':
    '$1 のように、時間集計の方法、間隔(秒)の順に書きます。',
  'Write $; the test itself is kept by the Synthetics product.':
    '$1 と書きます。テストの内容は Synthetics の側にあります。',
  'Write a blank or $ where both must match, $ where one is enough.':
    '両方を満たす必要があるなら空白か $1、どちらかでよいなら $2 を書きます。',
  'Write a burn rate below #.': 'バーンレートは #1 未満にします。',
  'Write a comma before this.': 'この前にカンマを書きます。',
  'Write a comma between them.': '間にカンマを書きます。',
  'Write a minus sign, a number and $: $.': 'マイナス記号、数値、$1 のいずれかを続けて書きます(例: $2)。',
  'Write a monitor type such as $.': '$1 のようなモニタータイプを書きます。',
  'Write a negative number of seconds, such as $.': '$1 のように、負の秒数を書きます。',
  'Write a number above #.': '#1 より大きい数値を書きます。',
  'Write a number and $: $.': '数値と $1 のいずれかを続けて書きます(例: $2)。',
  'Write a number below #.': '#1 より小さい数値を書きます。',
  'Write a number from # to #.': '#1 から #2 までの数値を書きます。',
  'Write a number with a unit: $.': '単位付きの数値を書きます(例: $1)。',
  'Write a number without unit.': '単位のない数値を書きます。',
  'Write a range as $, or escape the bracket as $ to search for it as text.':
    '範囲は $1 と書きます。かっこを文字として検索するなら $2 と書きます。',
  'Write a search before $, or leave $ out.': '$1 の前に検索を書くか、$2 を外します。',
  'Write a search behind $, or escape it as $ to search for it as text.':
    '$1 の後に検索を書きます。文字として検索するなら $2 と書きます。',
  'Write a search behind $, or leave $ out.': '$1 の後に検索を書くか、$2 を外します。',
  'Write a share such as $.': '$1 のような割合を書きます。',
  'Write a tag $, or take the operator before it away.':
    '$1 のようなタグを書くか、前の演算子を取り除きます。',
  'Write a text in quotes or a number, as in $.': '引用符で囲んだテキストか、数値を書きます(例: $1)。',
  'Write a variable ($), a block ($) or a function ($).':
    '変数($1)、ブロック($2)、関数($3)のいずれかを書きます。',
  'Write a variable without a dot before it, as in $.': '変数は、前にドットを付けずに書きます(例: $1)。',
  'Write a whole number from # on.': '#1 以上の整数を書きます。',
  'Write about five alert windows, $.': '判定ウィンドウの 5 倍程度(例: $1)にします。',
  'Write an e-mail address, or the integration before the name, as in $.':
    'メールアドレスを書くか、名前の前にインテグレーションを書きます(例: $1)。',
  'Write an operator before it, or take it away.': '前に演算子を書くか、取り除きます。',
  'Write at least #, twice the window.': '#1 以上(ウィンドウの 2 倍)にします。',
  'Write at least #.': '#1 以上にします。',
  'Write at least $.': '$1 以上にします。',
  'Write at most #.': '#1 以下にします。',
  'Write at most $.': '$1 以下にします。',
  'Write double quotes.': '二重引用符で書きます。',
  'Write for example $ at the end.': '最後に、たとえば $1 と書きます。',
  'Write for example $ before the comparison.': '比較の前に、たとえば $1 と書きます。',
  'Write for example $ where a metric is asked for.': 'メトリクスを書く場所に、たとえば $1 と書きます。',
  'Write for example $.': 'たとえば $1 と書きます。',
  'Write for example $; the SLO must have that timeframe.':
    'たとえば $1 と書きます。SLO にその対象期間が必要です。',
  'Write it after the query: $.': 'クエリの後に書きます: $1。',
  'Write it around the query: $.': 'クエリを囲むように書きます: $1。',
  'Write it as $.': '$1 と書きます。',
  'Write it as $; $ leaves a side open.': '$1 と書きます。片側を決めないときは $2 と書きます。',
  'Write it in hours, such as $.': '$1 のように、時間で書きます。',
  'Write it with fewer parentheses and negations inside one another.': 'かっこや否定の入れ子を浅くします。',
  'Write one $.': '$1 を 1 つだけ書きます。',
  'Write one more than the highest threshold, such as $.':
    '最も大きいしきい値より 1 大きい数を書きます(例: $1)。',
  'Write straight quotes: $.': 'まっすぐな引用符($1)で書きます。',
  'Write the arguments without a name first, then those with a name.':
    '名前のない引数を先に、名前付きの引数を後に書きます。',
  'Write the characters themselves.': '文字そのものを書きます。',
  'Write the interval alone: $.': '間隔だけを書きます: $1。',
  'Write the metric before its scope, as in $.': 'スコープの前にメトリクスを書きます(例: $1)。',
  'Write the name behind the dash, as in $.': 'ハイフンの後に名前を書きます(例: $1)。',
  'Write the name of a tag or an attribute before it ($), or escape it as $.':
    '前にタグや属性の名前を書きます($1)。文字として検索するなら $2 と書きます。',
  'Write the name without quotes, with a backslash before every blank in it.':
    '引用符を外し、名前の中の空白の前にバックスラッシュを付けます。',
  'Write the number that the value is compared with, as in $.': '比べる数値を書きます(例: $1)。',
  'Write the number to compare with, as in $.': '比べる数値を書きます(例: $1)。',
  'Write the numbers as $.': '数値は $1 に書きます。',
  'Write the query of the monitor.': 'モニターのクエリを書きます。',
  'Write the share of the budget in percent, such as $.':
    'エラーバジェットの割合をパーセントで書きます(例: $1)。',
  'Write the smaller bound first.': '小さい方を先に書きます。',
  'Write the space aggregator before the metric: $.': 'メトリクスの前に空間集計を書きます: $1。',
  'Write the tag itself, such as $, or group by the key to watch every value.':
    '$1 のようにタグを直接書くか、そのキーでグループ化してすべての値を見ます。',
  'Write the tags to group by, as in $, or take $ away.':
    'グループ化するタグを書くか(例: $1)、$2 を取り除きます。',
  'Write the value directly behind the colon.': 'コロンのすぐ後に値を書きます。',
  'Write the value directly behind the sign.': '記号のすぐ後に値を書きます。',
  'Write the value without quotes.': '値を引用符なしで書きます。',
  'Write what belongs between the parentheses, or leave $ out.': 'かっこの中身を書くか、$1 を外します。',
  'Write what must match between them, $ for anything, or leave them out.':
    'かっこの中に条件を書くか(何でもよいなら $1)、かっこを外します。',
  'Take it away, and write the time into the window.': 'これを外し、時間は評価ウィンドウに書きます。',
  'Use $ on both sides, or $ on both.': '両側に $1 を付けるか、両側に $2 を付けます。',
  'Write $ right after the scope.': 'スコープのすぐ後に $1 と書きます。',
  'Write a monitor for each, and join them in a composite monitor such as $.':
    '条件ごとにモニターを作り、$1 のような複合モニターでまとめます。',
  'Write it as a query of its own: $.': '1 つのクエリとして、$1 のように書きます。',
  'Write one like $.': '$1 のように書きます。',
  'Write the value itself, such as $, or group by the field to watch every value.':
    '$1 のように値そのものを書くか、すべての値を監視するために、そのフィールドでグループ化します。',
  'Give only what stands between them.': '囲みの記号を外し、その間の部分だけを渡します。',
  'Take it away, and name the tags to group by.': 'これを取り除き、グループ化するタグを書きます。',
  'Take one backslash away at each place.': '各箇所のバックスラッシュを 1 つずつ外します。',
  'The evaluation window stands at the start: $.': '評価ウィンドウは先頭に書きます: $1。',
  'Write it before everything else, as in $.': 'クエリのいちばん前に書きます(例: $1)。',
}
