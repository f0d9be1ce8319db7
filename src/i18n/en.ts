import { formatNumber, formatPercent, formatsIn } from "../format.ts";
import { enFindings } from "./en-findings.ts";
import { enDetails } from "./en-details.ts";
import { counted, levelName, listed } from "./english.ts";
import type { Strings } from "./strings.ts";

const { formatTenths, formatYuan } = formatsIn("en");
const NO_AMOUNT = "with an amount of 0 or none stated";
const UNTOLD = "not subdivided";
const UNCLASSED = "Unclassified";
const SHARED = "shares of projects for several regions, split evenly among them";
const NO_RANKING = "The order is not a ranking.";

/** “2024”, “2023–2024”. */
function span(first: number | null, last: number | null): string {
  if (first === null || last === null) return "year not stated";
  return first === last ? `${first}` : `${first}–${last}`;
}

function inYear(year: number | null): string {
  return year === null ? "" : ` in ${year}`;
}

/** Every string the site prints, in English. */
export const en: Strings = {
  site: {
    name: "Budget Performance Atlas",
    skip: "Skip to content",
    nav: "Main",
    crumbs: "You are here",
    other: "中文",
    foot: "Data from the performance-target tables that departments publish with their budgets, read by a program; every figure can be followed back to its source. Findings say what a reader of a document should know: they concern the document, not whether money was spent well, and are no assessment; the order of a list is not a ranking. Names, goals and targets stay in Chinese, as printed.",
  },
  nav: [
    { path: "/", text: "Home" },
    { path: "/regions/", text: "Regions" },
    { path: "/departments/", text: "Departments" },
    { path: "/indicators/", text: "Indicators" },
    { path: "/projects/", text: "Projects" },
    { path: "/disclosures/", text: "Documents" },
    { path: "/findings/", text: "Findings" },
    { path: "/explore/", text: "Explore" },
    { path: "/data/", text: "Data" },
    { path: "/about/", text: "About" },
  ],
  figure: {
    unit: (unit) => `Unit: ${unit}`,
    source: "Source: ",
    published: "performance-target tables published by the departments, compiled by this site",
    explore: "Open these data in the explorer",
    numbers: "The numbers of this chart",
  },
  list: (items) => listed(items),
  aside: (text) => ` (${text})`,
  colon: ": ",
  level: levelName,
  either: (_chinese, english) => english,
  quote: (title) => `《${title}》`,
  quotes: (titles) => titles.map((title) => `《${title}》`).join(" "),
  year: (year) => (year === null ? "not stated" : `${year}`),
  yearOf: (year) => span(year, year),
  columns: {
    department: "Department",
    region: "Region",
    regions: "Beneficiary regions",
    year: "Year",
    project: "Project",
    projects: "Projects",
    indicators: "Indicators",
    findings: "Findings",
    amount: "Amount (CNY thousand)",
    sole: "This region alone (CNY thousand)",
    shared: "Share of several (CNY thousand)",
    total: "Total (CNY thousand)",
    budget: "Project budget (CNY thousand)",
    theme: "Kind of cooperation",
    unit: "Spending unit",
    type: "Indicator type",
    level1: "Level 1",
    level2: "Level 2",
    indicator: "Indicator",
    target: "Target (as printed)",
    share: "Part of the department’s indicators",
    seat: "Seat",
    name: "Name",
    content: "Main content",
    goal: "Intended goal",
    item: "Budget item",
    annual: "Target of the year (as printed)",
    period: "Target of the period (as printed)",
    city: "Paying city",
  },
  total: "Total",
  largestRows: (rows, all) => `The ${rows} largest of ${all} rows`,
  unit: {
    table: "CNY thousand",
    chart: "as marked in the chart; CNY thousand in the table",
    indicators: "indicators",
  },
  home: {
    tab: "Who receives the money, and what is promised",
    description:
      "The performance-target tables that Chinese local governments publish with their budgets, as open data to read and compare by region, department and indicator, every figure traceable to its source.",
    heading: "Who receives the money, and what is promised",
    lede: "Chinese local government departments publish performance-target tables with their budgets: how much each project costs, for whom, and what it is to achieve. The Budget Performance Atlas reads these tables cell by cell into data that can be looked up, compared and downloaded by region, department and indicator. Every figure leads back to its source.",
    wholeLabel: "What is covered",
    whole: {
      documents: "Documents",
      departments: "Departments",
      projects: "Projects",
      indicators: "Performance indicators",
      regions: "Beneficiary regions named",
      amount: "Project budgets",
    },
    counters: { documents: "", departments: "", projects: "", indicators: "", regions: "" },
    wholeNote: (first, last) =>
      `Project budgets are the sum of each department’s projects in its latest year with a project table (${span(first, last)}). ${
        first === last ? "" : "The years differ, so it is not the total of any one year. "
      }Department-wide budget forms are shown apart and not added to it.`,
    flowsTitle: (flow) =>
      flow.region === null
        ? `${flow.city}: of ${formatYuan(flow.total)} in project budgets, ${formatTenths(flow.share)} names no beneficiary region`
        : `${flow.city}: of ${formatYuan(flow.total)} in project budgets, ${formatTenths(flow.share)} is for ${flow.region}`,
    flowsNone: "There are no flows of money to draw yet",
    flowsNote:
      "On the left the city of the paying department, on the right the regions that its projects name; the width is the amount. Where a project serves several regions, its amount is split evenly; what names no region ends in “No region named”. Each department in its latest year.",
    unnamed: "No region named",
    otherCities: (cities) => `${cities} other cities`,
    otherRegions: (regions) => `${regions} other regions`,
    unknownCity: "City not stated",
    regionsNote: `Solid: projects for this region alone; pale: ${SHARED}. Each department in its latest year. ${NO_RANKING}`,
    regionsMore: (regions) => `All ${regions} regions`,
    typesNote:
      "Each cell is a number of indicators; the stronger its colour, the larger its part of the department’s indicators. “Not subdivided”: the document prints level 1 alone. Department-wide indicators are included.",
    findingsTitle: (findings) => `Before you use the data: ${counted(findings, "finding")}`,
    findingsLead:
      "Findings point to what a reader of a document should know: totals that do not match, text that breaks off, targets that are not stated. They concern the document, not whether money was spent well, and are no assessment.",
    findingsMore: "All findings and the rules behind them",
    waysTitle: "Where to start",
    ways: [
      {
        path: "/regions/",
        text: "Regions",
        what: "What a place receives: who pays, for which projects, with what promises",
      },
      {
        path: "/departments/",
        text: "Departments",
        what: "A department’s budget, projects, main tasks and overall indicators",
      },
      {
        path: "/projects/",
        text: "Projects",
        what: "Every project’s amount, goal and indicators, with the words of the source",
      },
      {
        path: "/indicators/",
        text: "Indicators",
        what: "Indicators of one kind across departments: quantity, quality, timeliness, satisfaction …",
      },
      {
        path: "/explore/",
        text: "Explore",
        what: "Slice the data yourself by region, type, department and year; linked charts; download what you see",
      },
      {
        path: "/data/",
        text: "Data",
        what: "Every table with its dictionary, as CSV, Parquet and DuckDB",
      },
    ],
  },
  typesTitle: ({ total, largest, smallest }) =>
    largest.level1 === smallest.level1
      ? `All ${counted(total, "indicator")} are ${className(largest.level1)} indicators`
      : `Of ${counted(total, "indicator")}, ${formatTenths(largest.share)} are ${className(largest.level1)}, ${formatPercent(smallest.share)} are ${className(smallest.level1)}`,
  untold: UNTOLD,
  unclassed: UNCLASSED,
  levelLabel: levelName,
  classLabel: (level1, level2) => {
    if (level1 === null) return UNCLASSED;
    return level2 === null ? `${levelName(level1)}, ${UNTOLD}` : levelName(level2);
  },
  className: (level1, level2) => {
    if (level1 === null) return UNCLASSED;
    return `${levelName(level1)} · ${level2 === null ? UNTOLD : levelName(level2)}`;
  },
  regions: {
    tab: "Regions",
    description:
      "Beneficiary regions that projects name: how much each receives, who pays and what is promised.",
    heading: "The places that project budgets name",
    lede: ({ regions, provinces, amount, unnamed }) =>
      `Projects name ${counted(regions, "region")} in ${counted(provinces, "province")}, with project budgets of ${formatYuan(amount - unnamed)}.${
        unnamed > 0
          ? ` Projects of another ${formatYuan(unnamed)} name no beneficiary region and are not in this table.`
          : ""
      }`,
    treeNote:
      "The amount of a region includes the regions inside it; the two must not be added. Projects for “this region alone” serve places inside it only; those for several regions are split evenly, and the share of this one stands under “share of several”. Each department in its latest year, in the order of the administrative division codes.",
    title: ({ name, share, total }) =>
      share === 1
        ? `All of the ${formatYuan(total)} with a named beneficiary is for ${name}`
        : `Of ${formatYuan(total)} with a named beneficiary, ${formatTenths(share)} is for ${name}`,
    note: (unnamed) =>
      `Solid: projects for this region alone; pale: ${SHARED}.${
        unnamed > 0
          ? ` Another ${formatYuan(unnamed)} names no beneficiary region and is not drawn.`
          : ""
      }`,
    seatsTitle: "Where the paying departments sit",
    seatsNote: "The departments of a region include those of the regions inside it.",
    seats: "Departments",
  },
  region: {
    description: (name) =>
      `${name} in the published performance-target tables: project budgets, paying departments, projects and promises.`,
    code: (code) => `Administrative division code ${code}`,
    lede: ({ name, payers, projects, sole, shared }) => {
      const named = `${counted(projects, "project")} of ${counted(payers, "department")} ${projects === 1 ? "names" : "name"} ${name} as a beneficiary`;
      if (sole + shared === 0) return `${named}, ${NO_AMOUNT}.`;
      const total = `${named}, with budgets of ${formatYuan(sole + shared)}`;
      if (shared === 0) return `${total}, all for this region alone.`;
      if (sole === 0) return `${total}, all of it ${SHARED}.`;
      return `${total}: ${formatYuan(sole)} for this region alone, ${formatYuan(shared)} in ${SHARED}.`;
    },
    receivesNothing: (name) =>
      `No project in the documents covered names ${name} as a beneficiary.`,
    seats: ({ departments, projects, amount }) =>
      departments === 0
        ? ""
        : ` ${counted(departments, "local department")} published ${counted(projects, "project")} with budgets of ${formatYuan(amount)}.`,
    payersTitle: ({ department, share }, payers) =>
      payers === 1
        ? `The paying department is ${department}`
        : `${department} pays most, ${formatTenths(share)} of the whole`,
    payersNote:
      "Each row is a department in one year; different years must not be added. Parts are of each department’s latest year.",
    projectsTitle: (sole, shared) =>
      listed(
        [
          sole > 0 ? `${counted(sole, "project")} for this region alone` : "",
          shared > 0 ? `${counted(shared, "project")} for other regions too` : "",
        ].filter(Boolean),
      ),
    soleTitle: "Projects for this region alone",
    sharedTitle: "Projects for other regions too",
    sharedNote:
      "The amount is the whole project’s budget. The document does not say how much each region receives; “local share” splits it evenly and is for orientation only.",
    share: "Local share (CNY thousand)",
    allRegions: "All beneficiary regions",
    promisesTitle: (promises, measurable) =>
      measurable === promises
        ? `${counted(promises, "indicator")} promised, all with a number or a date`
        : `${counted(promises, "indicator")} promised, ${formatNumber(measurable)} with a number or a date`,
    promisesNote:
      "Indicators belong to a whole project; those of a project for several regions need not all fall here. Targets as printed.",
    childrenTitle: (name, largest) =>
      largest === undefined || largest.share === 1
        ? `Within ${name}`
        : `Of what names a place within ${name}, ${formatTenths(largest.share)} is for ${largest.name}`,
    childrenNote: (name) =>
      `Projects that name ${name} and no place within it are not below. Solid: projects for that place alone; pale: ${SHARED}.`,
    departmentsTitle: (departments) =>
      `${counted(departments, "department")} here pay for projects`,
    departmentsNote:
      "These departments belong to the local government; their projects may serve other places. Each in its latest year: where the years differ, the sum is not the total of one year.",
    paidTitle: ({ name, share, total }) =>
      `Where local departments say the money goes: of ${formatYuan(total)}, ${formatTenths(share)} to ${name}`,
    explore: "See this region in the explorer",
  },
  departments: {
    tab: "Departments",
    description:
      "Departments that published performance-target tables: budgets, projects, indicator types and findings.",
    heading: "Departments that published performance targets",
    lede: ({ departments, least, most }) =>
      departments === 1
        ? `1 department is covered, with project budgets of ${formatYuan(most)}.`
        : `${departments} departments are covered, with project budgets from ${formatYuan(least)} to ${formatYuan(most)}.`,
    note: `The project budget is the sum of the department’s projects in its latest year with a project table; these years may differ. ${NO_RANKING}`,
  },
  department: {
    description: (name) =>
      `The budget, projects, performance indicators, main tasks and findings of ${name}.`,
    seat: (region) => `A department of ${region}`,
    lede: ({ department, largest }) => {
      const projects = `${counted(department.projects, "project")}${inYear(department.year)}`;
      if (department.amount === 0) return `${projects}, ${NO_AMOUNT}.`;
      const unnamed = department.unnamed / department.amount;
      return `${projects} with budgets of ${formatYuan(department.amount)}${
        largest ? `, ${formatTenths(largest.share)} of it for “${largest.name}”` : ""
      }${unnamed > 0 ? `; ${formatTenths(unnamed)} names no beneficiary region` : ""}.`;
    },
    noProjects: "The documents covered hold no project table of this department.",
    ledgerLabel: "What is covered",
    projectsTitle: (projects, largest) =>
      largest
        ? `Of ${counted(projects, "project")}, “${largest.name}” accounts for ${formatTenths(largest.share)}`
        : counted(projects, "project"),
    projectsNote:
      "Amounts are the budget of the year; a project may serve several regions, so adding up by region would count it twice.",
    typesNote:
      "Indicators of all documents, department-wide ones included; “not subdivided”: the document prints level 1 alone.",
    budgetTitle: "Department-wide budget",
    budgetNote:
      "As the department-wide performance-target form lists it. The rows cut the same budget in different ways (expenditure, sources of revenue, budget levels): they must be added neither to one another nor to the project table.",
    tasksTitle: (tasks) => `Main tasks of the year: ${tasks}`,
    tasksNote:
      "The funds planned for tasks are reckoned otherwise than the project table and not added to it. Words as printed.",
    indicatorsTitle: (indicators) => `Department-wide performance indicators: ${indicators}`,
    goalTitle: "Overall performance goal",
    findingsTitle: (findings) => `Findings: ${findings}`,
    noFindings: "There are no findings about this department’s documents.",
    documentsTitle: (documents) => `Documents: ${documents}`,
    yearBasis: { printed: "year as printed", inferred: "year inferred from the content" },
    documentText: "Extracted text",
    documentSource: "Web page of origin",
    counts: (projects, indicators) =>
      `${counted(projects, "project")}, ${counted(indicators, "indicator")}`,
    explore: "See this department in the explorer",
  },
  ...enDetails,
  ...enFindings,
  severity: { error: "Discrepancy", warning: "Caution", note: "Note" },
  explorer: {
    title: "Explore",
    description:
      "Slice budget projects and performance indicators by beneficiary region, indicator type, department, year and kind of cooperation: figures, charts and tables follow, and what you see can be downloaded.",
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
      year: "Budget year",
      theme: "Kind of cooperation",
    },
    none: {
      region: "No region named",
      type: "Unclassified",
      department: "Department unknown",
      year: "Year unknown",
      theme: "No kind told",
    },
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
      amount: "Amount: budgeted for the year, each project counted once.",
      projects: "Projects: budget projects of the performance-target tables, each counted once.",
      indicators: "Indicators: those of the projects and the department-wide ones.",
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
    countNote: {
      amount:
        "The numbers count projects under the conditions of the other boxes. Choices in one box are joined by “or”, boxes by “and”.",
      projects:
        "The numbers count projects under the conditions of the other boxes. Choices in one box are joined by “or”, boxes by “and”.",
      indicators:
        "The numbers count indicators under the conditions of the other boxes. Choices in one box are joined by “or”, boxes by “and”.",
    },
    regionNote: "A province or city includes the places inside it.",
    sentence: {
      lead: "Showing ",
      all: "all projects and indicators",
      some: { before: "projects and indicators with ", after: "" },
      is: (facet) => `${facet.toLowerCase()} `,
      and: ", and ",
      or: " or ",
      by: (measure) => `, by ${measure}.`,
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
    documentTitle: (sentence) =>
      `${sentence.replace(/\.$/, "")} · Explore · Budget Performance Atlas`,
    stale: "Until the engine has loaded, everything is shown; then your selection will be.",
    engine: {
      loading: "Loading the query engine",
      progress: (loaded, total) => `${loaded} of ${total} MB loaded`,
      ready: "The query engine is ready.",
      failed:
        "The query engine did not load: perhaps the network was interrupted, or the browser does not support WebAssembly. What follows is the whole and does not follow the conditions; the same content can be read on these pages:",
      retry: "Try again",
    },
    charts: {
      numbers: "The numbers of this chart",
      hint: "Choose a mark and the other charts and the table follow. By keyboard: Tab enters a chart, arrow keys move, Enter chooses.",
      nothing: "Nothing matches.",
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
        note: {
          amount:
            "Dark: projects for this region alone. Pale: projects for several regions, counted as 1 ÷ number of regions. Grey: projects that name no region.",
          projects:
            "Dark: projects for this region alone. Pale: projects for several regions, counted once in each, so rows do not add up.",
          indicators:
            "Dark: indicators of projects for one region alone. Pale: indicators of projects for several regions, counted once in each, so rows do not add up.",
        },
        rest: (count) => counted(count, "other region"),
        sole: "This region alone",
        shared: {
          amount: "Share of several",
          projects: "Shared with others",
          indicators: "Shared with others",
        },
        total: "Total",
        mark: (name, sole, shared) =>
          `${name}: ${sole} for it alone, ${shared} shared with other regions`,
      },
      themes: {
        label: "Kinds of cooperation",
        most: (name, value, percent) => `${name} has most: ${value}, ${percent}`,
        only: (name, value) => `All belong to ${name}: ${value}`,
        selected: (names, value, percent) =>
          `${names}: ${value}, ${percent} of all kinds of cooperation`,
        note: "A project belongs to one kind of cooperation, so rows add up.",
        mark: (name, value) => `${name}: ${value}`,
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
        note: {
          amount:
            "A project counts with its full amount in every type that it has, so cells do not add up.",
          projects: "A project counts once in every type that it has, so cells do not add up.",
          indicators: "An indicator belongs to one type, so cells add up.",
        },
        rest: (drawn, left) =>
          ` The chart shows the first ${counted(drawn, "department")}; ${left} more are among its numbers.`,
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
        mark: (type, count, parts) =>
          `${type}, ${counted(count, "indicator")}: ${parts.join(", ")}`,
      },
    },
    tables: "Tables",
    tabs: {
      projects: (count) => `Projects (${count})`,
      indicators: (count) => `Indicators (${count})`,
    },
    shown: (shown, total) =>
      shown < total
        ? `${shown} of ${total} rows are shown.`
        : `All ${counted(total, "row")} are shown.`,
    more: (count) => `Show ${count} more`,
    sort: "Sort by",
    sortOfDocuments: "order of the documents",
    ascending: "ascending",
    descending: "descending",
    csv: { exact: "Download CSV", spreadsheet: "Download CSV (for spreadsheets)" },
    csvNote: (rows) =>
      `All ${counted(rows, "row")} of this table with the same columns in the same order; amounts in yuan, with ids.`,
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
  },
};

/** A class inside a sentence: “output”. */
function className(level1: string): string {
  return levelName(level1).toLowerCase();
}
