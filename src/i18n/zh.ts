/**
 * Every string the site prints, in Chinese. One section a page or component; a string with figures
 * in it is a function of them, so that it holds for any data.
 */
export const zh = {
  site: {
    name: "预算绩效图谱",
    skip: "跳到正文",
    nav: "主导航",
    foot: "数据取自各部门随预算公开的绩效目标表，由程序读取，数字均可回到原文核对。提示说明文件中读者需要留意之处，不是评价；排序不是排名。",
  },
  nav: [
    { path: "/", text: "首页" },
    { path: "/regions/", text: "地区" },
    { path: "/departments/", text: "部门" },
    { path: "/indicators/", text: "指标" },
    { path: "/projects/", text: "项目" },
    { path: "/findings/", text: "数据提示" },
    { path: "/explore/", text: "探索" },
    { path: "/data/", text: "数据" },
    { path: "/about/", text: "关于" },
  ],
  figure: {
    unit: (unit: string) => `单位：${unit}`,
    source: (source: string) => `来源：${source}`,
    published: "各部门公开的绩效目标表，本站整理",
    explore: "在探索页中打开这组数据",
    numbers: "图中数字",
  },
  severity: { error: "差异", warning: "留意", note: "说明" },
} as const;
