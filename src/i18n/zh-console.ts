import { formatNumber } from "../format.ts";

const listed = (names: readonly string[]) => names.map((name) => `“${name}”`).join("、");
/** A guess of what was meant. */
const meant = (name: string | null) => (name === null ? "" : `是不是“${name}”？`);

/** Strings of the engine in the browser and of the page that asks it in SQL. */
export const zhConsole = {
  engine: {
    absent: "查询引擎尚未载入。",
    absentNote: "网速较慢或开启了省流量模式，点一下再载入（压缩后约 4 MB）。",
    load: "载入查询引擎",
    loading: "正在载入查询引擎",
    progress: (loaded: string, total: string) => `${loaded} / ${total} MB`,
    faults: {
      unreachable: "查询引擎没有载入。请检查网络；下面的页面不需要它，内容相同。",
      unsupported:
        "这个浏览器不能运行查询引擎（需要 WebAssembly，2021 年以后的浏览器都有）。下面的页面不需要它，内容相同。",
      crashed: "查询引擎中断了，多半是内存不够。可以再试一次；下面的页面不需要它，内容相同。",
    },
    retry: "再试一次",
  },
  console: {
    title: "SQL 查询",
    description:
      "在浏览器里用 SQL 查询全部数据表：补全、示例、图、下载；只读，查询不离开这台设备。",
    heading: "用 SQL 直接问数据",
    lede: "引擎是 DuckDB，在浏览器里运行：查询不上传，数据只读，网址记下查询，可以直接分享。",
    noscript:
      "在这里查询要用浏览器中的 JavaScript。没有它，可以下载 atlas.duckdb，用 DuckDB 自己的命令行查询：表和列见下。",
    download: "下载 atlas.duckdb",
    editor: "SQL 语句",
    editorNote:
      "Ctrl/⌘ + Enter 运行；Ctrl + 空格补全；Tab 离开编辑框（补全列表打开时先按 Esc）。只运行一条读取语句：SELECT、WITH、DESCRIBE、SHOW、SUMMARIZE、EXPLAIN。",
    placeholder: "SELECT … FROM …",
    run: "运行",
    stop: "停止",
    running: "正在运行",
    waiting: "等查询引擎载入后运行",
    copyLink: "复制链接",
    copied: "已复制",
    examplesTitle: "示例",
    tablesTitle: "表和列",
    historyTitle: "历史",
    historyNote: "只保存在这个浏览器里。",
    noHistory: "还没有运行过的查询。",
    forget: "清除历史",
    look: "看这张表",
    insert: (name: string) => `把 ${name} 放入语句`,
    rowsOf: (rows: number) => `${formatNumber(rows)} 行`,
    resultTitle: "结果",
    resultOf: (rows: number, milliseconds: number) =>
      `${formatNumber(rows)} 行，用时 ${formatNumber(milliseconds, 0)} 毫秒`,
    none: "没有一行符合。",
    cut: (rows: number) =>
      `结果不止这些：这里只列出前 ${formatNumber(rows)} 行。下载的 CSV 含全部各行。`,
    row: "行",
    null: "空",
    csv: { exact: "CSV", spreadsheet: "CSV（电子表格用）" },
    csvNote: "含全部各行",
    fileName: "查询结果",
    downloading: (rows: number) => `正在写出 CSV：${formatNumber(rows)} 行`,
    chartTitle: "图",
    chartOf: (y: string, x: string) => `${y}，按 ${x}`,
    chartRows: (shown: number, rows: number) =>
      `画出前 ${formatNumber(shown)} 行，共 ${formatNumber(rows)} 行。`,
    chartSkipped: (rows: number) => `${formatNumber(rows)} 行的值为空，没有画出。`,
    axes: { x: "横轴或分类", y: "数值" },
    stopped: "已停止。",
    empty: "先写一条语句，或选一个示例。",
    several: "一次只运行一条语句：请去掉分号后面的部分。",
    refused: (verb: string) =>
      `这里只能读取数据，不运行 ${verb}。可用 SELECT、WITH、DESCRIBE、SHOW、SUMMARIZE、EXPLAIN。`,
    engineSays: "引擎的原话",
    errors: {
      syntax: (near: string | null) =>
        near === null
          ? "语句没有写完：可能少了括号或后半句。"
          : `“${near}”附近写得不合语法：看看它前面是否少了逗号、括号或关键字。`,
      unclosed: "有一个引号没有成对：文字用单引号 '…'，列名用双引号 \"…\"。",
      table: (name: string, like: string | null) => `没有名为“${name}”的表。${meant(like)}`,
      column: (name: string, like: readonly string[]) =>
        `没有名为“${name}”的列。${like.length > 0 ? `相近的有${listed(like)}。` : ""}文字要用单引号。`,
      function: (name: string, like: string | null) => `没有名为“${name}”的函数。${meant(like)}`,
      ambiguous: (name: string, choices: readonly string[]) =>
        `几张表都有“${name}”列，请写明是哪一张：${listed(choices)}。`,
      ungrouped: (name: string) =>
        `“${name}”既没有分组也没有汇总：把它加进 GROUP BY，或用 any_value(${name})。`,
      types: (call: string) => `${call}：这个函数不接受这种类型的值，可用 ::DOUBLE 等先转换。`,
      conversion: (value: string, type: string) =>
        `“${value}”不能转换为 ${type}。用 TRY_CAST 可以把不能转换的值当作空。`,
      rows: "子查询返回了多行，而这里只能有一个值：加上汇总或 LIMIT 1。",
      extension: (name: string) => `“${name}”属于一个扩展，本站不载入扩展。`,
      outside: "查询只能读本站的数据表，不能读取文件、网址或更改设置。",
      memory: "内存不够：请少取一些列，或先筛选、汇总。",
      other: "引擎没有运行这条语句。",
    },
    examples: {
      regions: "每个受益地区分到多少？（多地区项目平均分摊）",
      departments: "每个部门有多少项目、多少金额？",
      largest: "金额最大的 20 个项目是什么，目标怎么写？",
      themes: "各协作类型的项目数、总额和中位数？",
      flows: "谁出资，用于哪里？",
      years: "各预算年度有多少项目和金额？",
      satisfaction: "满意度目标定在百分之几？",
      measurable: "每个部门的目标有多少写明了数值？",
      kinds: "各类指标的目标是数量、时限还是定性？",
      families: "哪些指标几个部门都有，目标相差多大？",
      scale: "项目金额与指标数有什么关系？",
      words: "哪些指标和目标提到“培训”？",
      findings: "每条检查规则问了多少次，提示多少次？",
      source: "每项指标出自哪份文件的哪一页哪一行？",
      summary: "指标表的每一列有哪些值？",
    },
  },
};
