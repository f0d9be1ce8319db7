import { formatNumber } from "../format.ts";
import { counted, levelName, listed } from "./english.ts";
import type { Strings } from "./strings.ts";

/** The explorer in English. */
export const enExplorer: Strings["explorer"] = {
  title: "Explore",
  description:
    "Slice budget projects and performance indicators by region, indicator type, department, year, amount, target and more: figures, charts and tables follow, and what you see can be downloaded.",
  heading: (projects, amount, indicators) =>
    `${counted(projects, "project")}, ${amount}, ${counted(indicators, "indicator")}, sliced as you like`,
  lede: "Choose conditions and figures, charts and table change together. The address holds the whole selection and can be shared; the table can be downloaded as it stands.",
  noscript:
    "Slicing the data needs JavaScript in the browser. Without it, the pages of regions, departments, indicators and projects below hold the same content.",
  elsewhere: [
    { path: "/regions/", text: "By region" },
    { path: "/departments/", text: "By department" },
    { path: "/indicators/", text: "By indicator type" },
    { path: "/projects/", text: "All projects" },
    { path: "/data/", text: "Download the data" },
  ],
  facets: {
    region: "Beneficiary region",
    type: "Indicator type",
    department: "Department",
    city: "Paying city",
    unit: "Spending unit",
    year: "Budget year",
    theme: "Kind of cooperation",
    funding: "Source of funds",
    target: "Kind of target",
    family: "Indicator family",
    finding: "Finding",
    amount: "Project amount",
  },
  none: {
    region: "No region named",
    type: "Unclassified",
    department: "Department unknown",
    city: "City unknown",
    unit: "Unit not stated",
    year: "Year unknown",
    theme: "No kind told",
    funding: "Source not stated",
    target: "Not stated",
    family: "In no family",
    finding: "No finding",
    amount: "Amount not stated",
  },
  sources: {
    fiscal: "Fiscal appropriation",
    special: "Special fiscal account",
    other: "Other funds",
  },
  className: levelName,
  classIn: (level1, level2) => `${level1} › ${level2}`,
  classShort: {
    数量指标: "Quantity",
    质量指标: "Quality",
    时效指标: "Time",
    成本指标: "Cost",
    经济效益指标: "Econ.",
    社会效益指标: "Social",
    生态效益指标: "Ecol.",
    可持续影响指标: "Sustained",
    服务对象满意度指标: "Served",
    经济成本指标: "Econ.",
    社会成本指标: "Social",
    生态环境成本指标: "Envir.",
  },
  groupShort: {
    产出指标: "Output",
    效益指标: "Outcome",
    满意度指标: "Satisf.",
    成本指标: "Cost",
  },
  measure: "Measure",
  measures: { amount: "amount", projects: "projects", indicators: "indicators" },
  measureNotes: {
    amount:
      "Amount: budgeted for the year in the performance-target tables, not final accounts; each project counted once.",
    projects: "Projects: budget projects of the performance-target tables, each counted once.",
    indicators:
      "Indicators: those of the projects and the department-wide ones, each counted once.",
  },
  counting: "How projects of several regions or types count",
  countings: { sole: "alone only", shared: "split evenly", full: "whole in each" },
  countingNotes: {
    region: {
      sole: "Only projects for this region alone count, those for several do not: rows add up, but to less than the total.",
      shared:
        "A project for several regions counts as 1 ÷ number of regions in each: rows add up. Documents do not say how it is divided; the even split is a convention of this site.",
      full: "A project for several regions counts whole in each of them, so rows do not add up.",
    },
    type: {
      sole: "Only projects with this type alone count: cells add up, but to less than the total.",
      shared:
        "A project with several types counts as 1 ÷ number of types in each: cells add up. The even split is a convention of this site.",
      full: "A project with several types counts whole in each of them, so cells do not add up.",
    },
  },
  value: {
    amount: (text) => text,
    projects: (text) => `${text} ${text === "1" ? "project" : "projects"}`,
    indicators: (text) => `${text} ${text === "1" ? "indicator" : "indicators"}`,
  },
  brief: (yuan) => {
    if (yuan < 1e3) return formatNumber(yuan, 0);
    if (yuan < 1e6) return `${formatNumber(yuan / 1e3, 0)}k`;
    return yuan < 1e9 ? `${formatNumber(yuan / 1e6, 0)}m` : `${formatNumber(yuan / 1e9, 1)}bn`;
  },
  unit: { amount: "as marked in the chart", projects: "projects", indicators: "indicators" },
  filters: "Conditions",
  filtersChosen: (count) => `Conditions (${count} chosen)`,
  filtersLabel: "Conditions",
  closeFilters: (results) => `See ${results}`,
  countNote: {
    amount:
      "The numbers count projects under the conditions of the other boxes. Choices in one box are joined by “or”, boxes by “and”.",
    projects:
      "The numbers count projects under the conditions of the other boxes. Choices in one box are joined by “or”, boxes by “and”.",
    indicators:
      "The numbers count indicators under the conditions of the other boxes. Choices in one box are joined by “or”, boxes by “and”.",
  },
  facetNotes: {
    region: "A province or city includes the places inside it.",
    city: "The place of the government that the department belongs to.",
    funding: "Sources with an amount; a project may have several.",
    target: "How the target is put, and with which comparison.",
    family: "Indicators of different departments that ask the same thing.",
    finding:
      "Projects or indicators with these findings, which concern the document, not whether money was spent well.",
  },
  facetChosen: (count) => `${count} chosen`,
  searchIn: (facet) => `Search in “${facet}”`,
  noMatch: "No such value.",
  moreValues: (count) => `${count} more`,
  fewerValues: "Fewer",
  unfold: (name) => `Unfold “${name}”`,
  fold: (name) => `Fold “${name}”`,
  alike: (facet, value) => `${facet}: all ${value}`,
  amountFrom: "From (yuan)",
  amountBelow: "Below (yuan)",
  amountApply: "Apply",
  amountExample: "as 50k, 1.2m",
  amountHint: "Drag across the chart, or enter numbers.",
  amountUnstated: (count) => `Not stated (${count})`,
  amountRange: (from, below) => {
    if (from !== null && below !== null) return `from ${from} to below ${below}`;
    if (from !== null) return `from ${from}`;
    return below === null ? "stated" : `below ${below}`;
  },
  sentence: {
    lead: "Showing ",
    all: "all projects and indicators",
    some: { before: "projects and indicators with ", after: "" },
    is: (facet) => `${facet.toLowerCase()} `,
    has: "the words ",
    quoted: (words) => `“${words}”`,
    and: ", and ",
    or: " or ",
    by: (measure) => `, by ${measure}.`,
    counted: (measure, counting) =>
      `, by ${measure}, what is of several regions or types ${counting}.`,
  },
  remove: (value) => `Remove “${value}”`,
  clear: "Clear all",
  headline: {
    label: "The whole selection",
    projects: "Projects",
    amount: "Amount",
    indicators: "Indicators",
    unstated: (count) =>
      `${counted(count, "project")} of these ${count === 1 ? "states" : "state"} no amount and ${count === 1 ? "is" : "are"} not in the sum.`,
    years: (years) =>
      `Includes the years ${listed(years)}: the amount is their sum; choose one year before you compare.`,
  },
  announce: (projects, indicators) =>
    `Now ${counted(projects, "project")} and ${counted(indicators, "indicator")}.`,
  pending: "Working …",
  results: (projects, indicators) =>
    `${counted(projects, "project")} and ${counted(indicators, "indicator")}`,
  documentDescription: (sentence, figures) => `${sentence} ${figures}.`,
  documentTitle: (sentence) =>
    `${sentence.replace(/\.$/, "")} · Explore · Budget Performance Atlas`,
  stale: "Until the engine has loaded, everything is shown; then your selection will be.",
  sentences: (all) => all.join(" "),
  chartsLabel: "Charts",
  charts: {
    numbers: "The numbers of this chart",
    hint: "Choose a mark and the other charts and the table follow; rest on it with the pointer or go to it by keyboard to see its numbers and where they are from. By keyboard: Tab enters a chart, arrow keys move, Enter chooses, T shows the numbers as a table, Esc closes.",
    nothing: "Nothing matches.",
    sole: "Alone",
    shared: "Share of several",
    whole: "Of several, whole",
    value: "Counted",
    links: {
      region: (name) => `Page of ${name}`,
      department: (name) => `Page of ${name}`,
      class: "Page of this type",
      family: (name) => `“${name}” in all departments`,
      indicator: "This indicator",
      source: "The cell in the source",
      sources: "All documents",
    },
    choose: { add: "Choose it to see it alone", remove: "Choose it again to let go" },
    regions: {
      label: "Beneficiary regions",
      most: (name, value, count) => `Of ${count} regions named, ${name} has most: ${value}`,
      only: (name, value) => `Only ${name} is named: ${value}`,
      unnamed: "No project names a beneficiary region",
      selected: (name, sole, shared) =>
        `${name}: ${sole} for it alone, ${shared} shared with other regions`,
      selectedSole: (name, sole) => `${name}: ${sole}, all for it alone`,
      several: (count, sole, shared) =>
        `${count} regions chosen: ${sole} for one of them alone, ${shared} shared by several`,
      none: (value) => `Names no beneficiary region: ${value}`,
      andNone: (value) => `; ${value} with no region named`,
      note: "Dark: for this region alone. Pale: for other regions too. Grey: no region named.",
      rest: (count) => counted(count, "other region"),
      mark: (name, sole, shared) => `${name}: ${sole} for it alone, ${shared} shared with others`,
    },
    flows: {
      label: "From paying city to beneficiary region",
      most: (from, to, value) => `The largest flow goes from ${from} to ${to}: ${value}`,
      unnamed: "None of these projects names a beneficiary region",
      note: "On the left the cities of the paying departments, on the right the regions that projects name; bands are as wide as what flows. Choose a band to see it alone.",
      rest: (count) => counted(count, "other city", "other cities"),
      from: "Paying city",
      mark: (from, to, value) => `From ${from} to ${to}: ${value}`,
      end: (name, value) => `${name}: ${value}`,
    },
    amounts: {
      label: "Distribution of project amounts",
      half: (projects, median, half) =>
        `${counted(projects, "project")}, the middle one at ${median}; the largest ${half} ${half === 1 ? "has" : "have"} more than half of the total`,
      one: (amount) => `1 project, ${amount}`,
      unstated: (projects) => `None of ${counted(projects, "project")} states an amount`,
      note: "The scale rises by 1, 2, 5, 10 (logarithmic); columns count projects, whatever the measure. Drag across it to choose a range.",
      step: (from, below) => `${from} to ${below}`,
      zero: "0",
      unstatedShort: "none",
      unstatedStep: "amount not stated",
      zeroStep: "amount of 0",
      count: "Projects",
      sum: "Their amount",
      range: "Amount",
      mark: (step, projects, sum) => `${step}: ${counted(projects, "project")}, ${sum} together`,
    },
    families: {
      label: "Target numbers of indicator families",
      most: (family, count, least, greatest) =>
        least === greatest
          ? `“${family}” has most target numbers: ${count}, all ${least}`
          : `“${family}” has most target numbers: ${count}, from ${least} to ${greatest}`,
      note: "A row is one family in one unit. Percentages share a scale from 0 to 100, all others have their own and cannot be compared. The larger a mark, the more indicators set that target. Targets are counted, whatever the measure.",
      legend: {
        "≥": "at least",
        ">": "more than",
        "=": "exactly",
        "≈": "about",
        "≤": "at most",
        "<": "less than",
      },
      inUnit: (family, unit) => `${family} (${unit})`,
      text: (count) => counted(count, "target"),
      family: "Indicator family",
      target: "Target",
      count: "Indicators",
      departments: "Departments",
      mark: (family, target, count, departments) =>
        `${family}: ${target}, ${counted(count, "indicator")}, ${counted(departments, "department")}`,
      row: (family, count) => `${family}: ${counted(count, "target number")}`,
      none: "No two of these indicators have numbers that stand side by side",
    },
    types: {
      label: "Indicator types of the departments",
      most: {
        amount: (department, type, value) =>
          `${department} has the largest amount in projects with ${type}: ${value}`,
        projects: (department, type, value) =>
          `${department} has most projects with ${type}: ${value}`,
        indicators: (department, type, value) => `${department} has most ${type}: ${value}`,
      },
      note: "The darker, the more.",
      additive: "An indicator belongs to one type, so cells add up.",
      rest: (drawn, left) =>
        `The chart shows the first ${counted(drawn, "department")}; ${left} more are among its numbers.`,
      mark: (department, type, value) => `${department}, ${type}: ${value}`,
    },
    targets: {
      label: "How the targets of each type are put",
      overall: (percent, count) =>
        `Of ${counted(count, "indicator")}, ${percent} have a number to check`,
      least: (type, percent) => `; fewest in ${type}, ${percent}`,
      selected: (types, percent, count) =>
        `Of ${counted(count, "indicator")} in ${types}, ${percent} have a number to check`,
      note: "Number: a quantity, a range or several conditions. Date: by when alone. Words: qualitative. Whatever the measure, indicators are counted here.",
      legend: ["number", "date", "words", "not stated"],
      text: (percent, count) => `${percent} with a number · ${count}`,
      part: (name, count) => `${name} ${count}`,
      mark: (type, count, parts) => `${type}, ${counted(count, "indicator")}: ${parts.join(", ")}`,
    },
  },
  tables: "Tables",
  tabs: {
    projects: (count) => `Projects (${count})`,
    indicators: (count) => `Indicators (${count})`,
  },
  fileName: { projects: "projects", indicators: "indicators" },
  ofDepartment: "(department-wide)",
  columns: {
    project: "Project",
    projectId: "Project id",
    department: "Department",
    departmentId: "Department id",
    year: "Year",
    regions: "Beneficiary regions",
    theme: "Kind of cooperation",
    amountShown: "Amount (CNY thousand)",
    amountYuan: "Amount (yuan)",
    indicators: "Indicators",
    findings: "Findings",
    indicator: "Indicator",
    indicatorId: "Indicator id",
    type: "Type",
    level1: "Level 1",
    level2: "Level 2",
    targetText: "Target (as printed)",
    target: "Target (parsed)",
    kind: "Kind of target",
    comparison: "Comparison",
    value: "Value",
    upper: "Upper limit",
    unit: "Unit",
    deadline: "Deadline",
    spendingUnit: "Spending unit",
    city: "Place of the department",
    fiscalYuan: "Of it fiscal appropriation (yuan)",
    specialYuan: "Of it special fiscal account (yuan)",
    otherYuan: "Of it other funds (yuan)",
    goal: "Goal of the year",
    actual: "Achieved",
    weight: "Weight",
    score: "Score",
    family: "Indicator family",
    by: (date) => `by ${date}`,
  },
  kinds: {
    quantity: "quantity",
    range: "range",
    multiple: "several conditions",
    deadline: "deadline",
    qualitative: "in words",
    missing: "not stated",
  },
};
