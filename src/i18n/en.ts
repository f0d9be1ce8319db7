import { formatNumber, formatPercent, formatsIn } from "../format.ts";
import { enFamilies } from "./en-families.ts";
import { enFindings } from "./en-findings.ts";
import { enConsole } from "./en-console.ts";
import { enDetails } from "./en-details.ts";
import { enExplorer } from "./en-explorer.ts";
import { enSearch } from "./en-search.ts";
import { enTable } from "./en-table.ts";
import { enTake } from "./en-take.ts";
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
    { path: "/families/", text: "Targets" },
    { path: "/compare/", text: "Compare" },
    { path: "/projects/", text: "Projects" },
    { path: "/disclosures/", text: "Documents" },
    { path: "/findings/", text: "Findings" },
    { path: "/explore/", text: "Explore" },
    { path: "/console/", text: "SQL" },
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
  sentences: (those) => those.join(" "),
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
        path: "/families/",
        text: "Targets",
        what: "Targets that departments set for the same thing: at least, exactly, at most, from the lowest to the highest",
      },
      {
        path: "/compare/",
        text: "Compare",
        what: "Two to four departments, governments or beneficiary regions side by side",
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
  ...enConsole,
  ...enDetails,
  ...enFindings,
  ...enFamilies,
  severity: { error: "Discrepancy", warning: "Caution", note: "Note" },
  explorer: enExplorer,
  search: enSearch,
  table: enTable,
  take: enTake,
};

/** A class inside a sentence: “output”. */
function className(level1: string): string {
  return levelName(level1).toLowerCase();
}
