/** The tables of the explorer in Chinese. */
export const zhTable = {
  columns: "选择列",
  firstColumns: "恢复原样",
  sources: {
    fiscal: "财政拨款（万元）",
    special: "财政专户（万元）",
    other: "其他资金（万元）",
  },
  scroll: {
    projects: "项目表，可以滚动",
    indicators: "指标表，可以滚动",
  },
  unfold: (name: string) => `展开“${name}”的原文`,
  fold: (name: string) => `收起“${name}”的原文`,
  rows: (count: number) =>
    count === 0
      ? "没有符合条件的行。"
      : `共 ${count} 行。点行首的三角看原文，点列名排序，再点换个方向。`,
  loading: "正在读取……",
  failed: "没有读到原文，请稍后再试。",
  noPlace: "没有记录这一行在原文中的位置。",
  source: (title: string | null) => (title === null ? "原文" : `原文：${title}`),
  findings: "数据提示",
  noFindings: "没有数据提示。",
};
