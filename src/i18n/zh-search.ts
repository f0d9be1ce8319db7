/** The search of the explorer in Chinese. */
export const zhSearch = {
  label: "检索",
  placeholder: "项目、指标、目标、部门、地区",
  hint: "几个词以空格隔开，须同时出现。简繁体、全半角通用；目标值如 ≥90%；地区和部门可用拼音或首字母，如 mz。",
  offers: "可能要找的",
  project: "项目",
  projectOf: (department: string) => `项目 · ${department}`,
  count: (projects: number, indicators: number) =>
    projects + indicators === 0
      ? "没有找到。"
      : `在全部数据中找到 ${projects} 个项目、${indicators} 项指标。`,
};
