import { formatNumber, formatPercent, formatsIn } from "../format.ts";
import type { Comparison } from "../model/taxonomy.ts";
import { counted, listed } from "./english.ts";
import type { Strings } from "./strings.ts";
import type { zhDetails } from "./zh-details.ts";

const { formatYuan } = formatsIn("en");

const year = (value: number | null) => (value === null ? "year not stated" : `${value}`);

/** Part of some indicators whose targets have a number. */
function numbersOf(indicators: number, numbers: number): string {
  if (numbers === indicators) return "all with a number";
  if (numbers === 0) return "none with a number";
  return `${formatPercent(numbers / indicators)} with a number`;
}

/** Those counts that are not 0, each with its word: “2 discrepancies · 1 note”. */
function severities(errors: number, warnings: number, notes: number): string[] {
  return [
    errors > 0 ? counted(errors, "discrepancy", "discrepancies") : "",
    warnings > 0 ? counted(warnings, "caution") : "",
    notes > 0 ? counted(notes, "note") : "",
  ].filter(Boolean);
}

const COMPARED: Readonly<Record<Comparison, string>> = {
  "≥": "at least",
  ">": "more than",
  "=": "exactly",
  "<": "less than",
  "≤": "at most",
  "≈": "about",
};

/** Strings of the pages about single things: projects, indicators, documents, findings, the data. */
export const enDetails: Pick<Strings, keyof typeof zhDetails> = {
  target: {
    kinds: {
      quantity: "Quantity",
      range: "Range",
      multiple: "Several",
      deadline: "Deadline",
      qualitative: "In words",
      missing: "Not stated",
    },
    unread: {
      quantity: "value as printed",
      range: "limits as printed",
      multiple: "several conditions, as printed",
      deadline: "not told to the day, as printed",
      qualitative: "described in words, without a number",
      missing: "no target filled in",
    },
    said: (kind, meaning) => `${kind}: ${meaning}`,
    compared: (comparison, quantity) =>
      comparison === null ? quantity : `${COMPARED[comparison]} ${quantity}`,
    between: (least, greatest) => `${least} to ${greatest}`,
    by: (date) => `by ${date}`,
    legend: ["number", "date", "words", "not stated"],
    total: (targets, numbers) => {
      const some = numbers === 0 ? "none with a number" : `${numbers} with a number`;
      return `${targets}, ${numbers === targets ? "all with a number" : some}`;
    },
    chartUnit: "indicators",
  },
  excerpt: {
    label: "Source",
    where: (page, row) =>
      page === null ? "" : row === null ? `page ${page}` : `page ${page}, row ${row}`,
    characters: (start, end) =>
      `characters ${formatNumber(start + 1)}–${formatNumber(end)} of the extracted text`,
    at: (where) => `Source: ${where}`,
    fold: "Excerpt",
    legend:
      " The words of this item are highlighted, with a few dozen characters on either side; spaces, line breaks and misprints are left as they are.",
  },
  steps: {
    joined: (steps) => steps.join("; "),
    period: "the target of the period is taken",
    tenThousands: (value) => `万 and 亿 multiplied out: ${formatNumber(value)} in the data`,
    year: (when, basis) =>
      `year from the budget year ${when}${basis === "inferred" ? " (inferred)" : ""}`,
    spaces: "spaces removed from the number",
    unit: "converted from 万元 (ten thousand yuan) to yuan",
    unitInferred: (unit) => `the unit “${unit}” is inferred from the size of the amounts`,
    shifted: "assigned to its column by the totals rows",
  },
  source: {
    tab: (heading) => `Source: ${heading}`,
    description: (heading) =>
      `All the text extracted from ${heading}, page by page, row by row and cell by cell; every cell has an address.`,
    heading: "The source, cell by cell",
    lede: (pages, rows, cells) =>
      `${counted(pages, "page")}, ${counted(rows, "row")}, ${counted(cells, "cell")} with text.`,
    note: "The text extracted from the document, unchanged; pages and rows are numbered as page and row in the data. Coming here from a “Source” link, the cell meant is framed and its row highlighted; where a cell holds several indicators, the one meant is highlighted. A row’s number is a link to it. ",
    noteFlattened:
      "Where the file has no page breaks, pages are inferred from blank lines and their numbers may differ from those printed.",
    empty: "No text was extracted from this document.",
    page: (page) => `Page ${page}`,
    emptyPage: "There is no text on this page.",
    pages: "Pages",
    about: "About this document",
    plain: "Plain text",
  },
  projects: {
    tab: "Projects",
    description:
      "All budget projects covered, by department and document: amounts, beneficiary regions, performance indicators and findings.",
    heading: (projects, documents) =>
      `${counted(projects, "project")} from ${counted(documents, "document")}`,
    lede: "By department and document, within a document in its own order, which is not a ranking. A project’s name leads to its goal and indicators, an amount to the cell of the source that prints it.",
    note: "Amounts are the budget of the year. Those of one document may be added; documents of different years and departments do not add up to the total of one year. A project may serve several regions, so adding up by region would count it twice.",
    noDepartment: "Department not stated",
    document: (title, when) => `${title}, ${year(when)}`,
    findings: (errors, warnings, notes) => severities(errors, warnings, notes).join(" · "),
    total: (projects, unstated) =>
      `${counted(projects, "project")}${unstated > 0 ? ` (${unstated} without an amount)` : ""}`,
  },
  project: {
    who: ({ department, year, amount }) => {
      const who = `${department ?? "Department not stated"}${year === null ? "" : `, ${year}`}`;
      return `${who}: ${amount === null ? "no amount stated" : formatYuan(amount)}`;
    },
    tab: (name, department) => (department === null ? name : `${name} · ${department}`),
    description: (name) =>
      `The budget, sources of funds, performance goal, indicators, beneficiary regions, findings and source of “${name}”.`,
    lede: ({ regions, indicators, checkable }) => {
      const where =
        regions.length === 0
          ? "The document names no beneficiary region"
          : `Beneficiary regions named: ${listed(regions)}`;
      if (indicators === 0) return `${where}; no performance indicators are listed.`;
      const which =
        checkable === indicators
          ? "all with a number or a date"
          : `${checkable} with a number or a date`;
      return `${where}; ${counted(indicators, "indicator")} promised, ${which}.`;
    },
    yearInferred: (when) =>
      `The budget year ${when} is not printed in the document but inferred from its content.`,
    moneyLabel: "Amount and sources of funds",
    money: {
      amount: "Budget",
      fiscal: "Fiscal appropriation",
      specialAccount: "Special fiscal account",
      other: "Other funds",
    },
    fundsKnown: "The sources of funds together are the budget; do not add them to it.",
    fundsUnknown: "The document does not tell the sources of funds apart.",
    factsTitle: "Facts",
    facts: {
      department: "Department",
      unit: "Spending unit",
      document: "Document",
      year: "Budget year",
      theme: "Kind of cooperation",
      category: "Project type",
      grade: "Project grade",
      period: "Period",
    },
    factsAbsent: (facts) =>
      `Not stated in the document: ${listed(facts.map((fact) => fact.toLowerCase()))}.`,
    yearBasis: {
      printed: "as printed",
      inferred: "not printed, inferred from the content",
      none: "not stated",
    },
    theme: "from the words of the project’s name and goal",
    period: (start, end) => (start === end ? `${start ?? "—"}` : `${start ?? "—"}–${end ?? "—"}`),
    goalTitle: "Performance goal",
    annualGoal: "Goal of the year",
    periodGoal: "Goal of the whole period",
    noGoal: "The document states no performance goal.",
    indicatorsTitle: (indicators, numbers) =>
      indicators === 0
        ? "No performance indicators are listed"
        : `${counted(indicators, "performance indicator")}, ${numbersOf(indicators, numbers)}`,
    indicatorsNote:
      "Grouped by indicator type, within a type in the order of the document. “Target” is as printed, “Read as” is how this site parses it; an indicator’s number is a link to it.",
    regionsTitle: (regions) =>
      regions === 0
        ? "No beneficiary region is named"
        : counted(regions, "beneficiary region named", "beneficiary regions named"),
    regionsNone:
      "The project’s name, goal and indicators name no place other than the department’s own seat.",
    regionsShared:
      "The document does not say how much each region receives; in sums by region this site splits the amount evenly, for orientation only.",
    regionBasis: { name: "project name", goal: "goal", indicator: "indicator" },
    regionColumns: {
      region: "Region",
      basis: "Found in",
      mention: "Words of the document",
      share: "Share in sums",
    },
    share: (share) => (share === 1 ? "all" : `1/${Math.round(1 / share)}`),
    findingsTitle: (findings) => (findings === 0 ? "No findings" : `Findings: ${findings}`),
    findingsNote:
      "Findings concern the words and figures of the document, not whether money was spent well.",
    findingsElsewhere: "Findings about the whole document: ",
    readingsLabel: "The amounts as printed",
    printedAs: (term, printed) => `${term} is printed as “${printed}”`,
    sourceTitle: "Source",
    sourceNote:
      "The project’s part of the text extracted from the document, unchanged. Cells of its table are set apart by blanks; the words of the indicators are among them.",
    explore: "See projects of the same department, year and regions in the explorer",
    neighbours: "Projects of the same document",
    previous: "Previous",
    next: "Next",
  },
  indicatorTable: {
    name: "Indicator",
    target: "Target (as printed)",
    meaning: "Read as",
    period: "Target of the period (as printed)",
    short: { target: "Target", meaning: "Read as", period: "Period" },
    samePeriod: "same as the year",
    link: (position) => `Link to indicator ${position}`,
    printed: (label) => `printed as “${label}”`,
    inferred: "level 2 is not printed but inferred from level 1",
    none: "the document prints level 1 alone",
    unclassed: "the document prints no indicator type",
    actual: (value) => `Achieved: ${value}`,
    weight: (weight) => `weight ${formatNumber(weight)}`,
    score: (score) => `score ${formatNumber(score)}`,
    family: (family) => `Same question: ${family}`,
    truncated: "the document breaks off here",
  },
  indicators: {
    tab: "Indicators",
    description:
      "Performance indicators by level 1 and level 2: how many there are, how many have a number, and each type across departments.",
    heading: (indicators, numbers) =>
      `${counted(indicators, "indicator")}, ${numbersOf(indicators, numbers)}`,
    lede: "Performance indicators are of output, outcome, satisfaction and other types. A target with a number or a date can be checked; one in words alone is hard to check. A type leads to how departments set targets for the same thing.",
    note: "An indicator belongs to one type, so rows add up. Department-wide indicators are included. Of those “not subdivided” the document prints level 1 alone.",
    columns: {
      type: "Indicator type",
      indicators: "Indicators",
      share: "With a number",
      number: "With a number (count)",
      deadline: "Date",
      qualitative: "Words",
      missing: "Not stated",
      departments: "Departments",
    },
    chartTitle: (extremes) =>
      extremes
        ? `Targets with a number: from ${formatPercent(extremes.most.share)} (${extremes.most.name}) to ${formatPercent(extremes.least.share)} (${extremes.least.name})`
        : "How the targets of each type are put",
    chartNote: (least) =>
      `The length is the number of indicators. Number: a quantity, a range or several conditions; date: by when alone; words: qualitative. The title compares types with ${least} indicators or more.`,
    explore: "See the indicator types in the explorer",
  },
  indicatorClass: {
    heading: (name, indicators, numbers) =>
      `${name}: ${counted(indicators, "indicator")}, ${numbersOf(indicators, numbers)}`,
    description: (name) =>
      `${name}: indicators and targets of different departments side by side, as printed and as parsed.`,
    lede: (departments, families) =>
      `From ${counted(departments, "department")}${
        families > 0
          ? `; those that ask the same thing are in ${counted(families, "group")}, with their targets side by side`
          : ""
      }.`,
    untold:
      "Of these indicators the document prints level 1 and no level 2; this site does not guess and lists them apart.",
    unclassed:
      "Of these indicators the document prints no type; this site does not guess and lists them apart.",
    unprinted: (indicators) =>
      `Of ${formatNumber(indicators)} of them level 2 is not printed but inferred from level 1.`,
    chartTitle: (name) => `How departments put their targets: ${name}`,
    chartNote:
      "Number: a quantity, a range or several conditions; date: by when alone; words: qualitative.",
    family: (family, indicators) => `${family} (${indicators})`,
    noFamily: (indicators) => `Others (${indicators})`,
    noFamilyNote:
      "Indicators that ask what no other does, by department and in the order of the document.",
    range: (targets, least, greatest) =>
      least === greatest
        ? ` The value of ${counted(targets, "target")} is ${least}.`
        : ` The values of ${counted(targets, "target")} go from ${least} to ${greatest}.`,
    rangeNote: " Directions (at least, at most) differ, see each row.",
    note: "By department, within a department in the order of the document, which is not a ranking.",
    ofDepartment: "department-wide",
    departmentAndYear: "Department and year",
    inYear: (department, when) => `${department ?? "Department not stated"} (${when})`,
    others: "Other indicator types",
  },
  disclosures: {
    tab: "Documents",
    description:
      "The documents covered: department, year, projects and indicators read, status of reading and extracted text.",
    heading: (documents) => `${counted(documents, "document")} covered`,
    lede: "Every figure of this site comes from these documents. They are kept as published, the text extracted from them is published in full, and every value in the data tells its cell.",
    columns: {
      document: "Document",
      department: "Department",
      year: "Year",
      projects: "Projects",
      indicators: "Indicators",
      findings: "Findings",
      status: "Reading",
    },
    note: "Documents of one department stand together, the newest first. A year with * is not printed but inferred from the content.",
    inferredYear: (when) => `${when} *`,
  },
  disclosure: {
    description: (title) =>
      `${title}: where the document comes from, what its year and unit rest on, its totals, projects, findings and extracted text.`,
    heading: ({ title, file, department, year }) => {
      const name = title === null ? file : `《${title}》`;
      if (department === null || name.includes(department)) return name;
      return `${department}${year === null ? "" : ` ${year}`} ${name}`;
    },
    lede: ({ projects, indicators, amount, findings }) => {
      if (projects + indicators === 0)
        return "No project or indicator was read from this document.";
      const money = amount === null ? "" : `, project amounts of ${formatYuan(amount)} together`;
      const read =
        projects === 0
          ? counted(indicators, "department-wide indicator")
          : `${counted(projects, "project")}, ${counted(indicators, "indicator")}${money}`;
      return `Read: ${read}; ${findings === 0 ? "no findings" : counted(findings, "finding")}.`;
    },
    factsTitle: "About the document",
    unsaid: (facts) => `Not recorded: ${listed(facts.map((fact) => fact.toLowerCase()))}.`,
    facts: {
      department: "Department",
      year: "Budget year",
      unit: "Unit of amounts",
      layout: "Layout",
      file: "File",
      pages: "Pages",
      status: "Reading",
      cells: "Source",
      text: "Extracted text",
      source: "Web page of origin",
      retrieved: "Retrieved",
      sha256: "SHA-256",
      note: "Note",
    },
    file: (file, format) => `${file} (${format})`,
    cells: "The whole text, page by page and cell by cell",
    text: (id) => `${id}.txt`,
    unitBasis: {
      printed: "as printed or evident from the document",
      inferred: "not printed, inferred from the size of the amounts",
    },
    layouts: {
      "project-table": "Table of project performance targets: several projects in one table",
      "project-form": "Project performance-target form: one project to a form",
      "department-form": "Department-wide performance-target form",
      "stream-form": "Project performance-target form whose table rules were lost in conversion",
      "long-list": "List of indicators: one to a row",
      transposed: "Transposed table: indicators as column heads",
      narrative: "Prose, without a table",
    },
    statuses: {
      read: "read",
      partly: "partly read: some text breaks off or belongs to no column",
      unrecognised: "layout not recognised",
    },
    statusShort: { read: "read", partly: "partly", unrecognised: "not recognised" },
    totalsTitle: "Totals printed in the document",
    totalsNote:
      "The totals row and the subtotals of spending units, as printed. The total includes the subtotals; do not add them. Whether the projects add up to it is told among the findings.",
    totalsColumns: {
      name: "Name",
      total: "Total (CNY thousand)",
      fiscal: "Fiscal appropriation (CNY thousand)",
      specialAccount: "Special fiscal account (CNY thousand)",
      other: "Other funds (CNY thousand)",
    },
    projectsTitle: (projects) => counted(projects, "project"),
    indicatorsTitle: (indicators) => `Department-wide performance indicators: ${indicators}`,
    findingsTitle: (findings) => (findings === 0 ? "No findings" : `Findings: ${findings}`),
    departmentForm: "Department-wide budget and main tasks: see the department’s page.",
    goalTitle: "Overall performance goal of the department",
    qualityTitle: (targets, share) =>
      targets === 0
        ? "No indicators were read"
        : `${formatPercent(share)} of the indicators have a number or a date`,
    qualityNote:
      "Number: a quantity, a range or several conditions; date: a deadline is given. Whether there is a number says only whether a target can be checked, not whether it is high or low, still less whether the work is done well.",
    qualityColumns: { kind: "Kind of target", targets: "Indicators", share: "Part" },
    rulesNote: (silent, notApplicable) =>
      `${counted(silent, "other rule")} found nothing; ${notApplicable} ${notApplicable === 1 ? "does" : "do"} not apply to this document. “Does not apply” counts what a rule could have been asked of and did not fit.`,
    rulesColumns: {
      question: "Question",
      severity: "Severity",
      findings: "Findings",
      asked: "Asked",
      notApplicable: "Does not apply",
    },
    bySeverity: (errors, warnings, notes) => severities(errors, warnings, notes).join(", "),
  },
  data: {
    tab: "Data",
    description:
      "Download all data: CSV, Parquet, DuckDB and the extracted texts, with a data dictionary and how to use them.",
    heading: "Download all data",
    lede: (tables, rows) =>
      `${counted(tables, "table")} with ${counted(rows, "row")}, from which every figure of this site is computed. Empty means that the document does not say, 0 that it says 0; amounts are in yuan (CNY).`,
    tablesTitle: "Tables",
    tablesNote:
      "CSV is plain text in UTF-8 that opens anywhere; Parquet keeps the types of the columns, for programs.",
    columns: { table: "Table", rows: "Rows", csv: "CSV", parquet: "Parquet" },
    size: (bytes) =>
      bytes >= 1e6 ? `${formatNumber(bytes / 1e6, 1)} MB` : `${formatNumber(bytes / 1e3, 1)} KB`,
    wholeTitle: "Everything at once",
    whole: {
      duckdb: "atlas.duckdb",
      duckdbWhat: "all tables as one DuckDB database, with the meaning of every column inside",
      descriptor: "datapackage.json",
      descriptorWhat:
        "Frictionless data package: columns, types, keys, size and SHA-256 of every file",
    },
    textsTitle: "Extracted texts",
    textsNote:
      "One for each document; text_start and text_end in the data are places in it (characters from 0, half-open, counted in Unicode code points).",
    useTitle: "How to use the data",
    useRemote: "These addresses can be read directly, without downloading first.",
    useLocal: "First download the files into a folder named data, then run this code.",
    uses: {
      duckdb: "DuckDB: the amount of each beneficiary region",
      python: "Python: satisfaction targets by department",
      r: "R: part of the targets with a number, by type",
      spreadsheet: "Spreadsheets",
    },
    spreadsheet:
      "In Excel, use “Data → From Text/CSV” with the encoding UTF-8 (65001) and set columns of ids and division codes to “Text”. Opened by a double click, Chinese may turn into wrong characters.",
    cautionTitle: "Before you add up",
    cautions: [
      "A project for several regions has several rows in project_regions: multiply by share before summing by region, or it is counted twice.",
      "A project has several indicators: once projects are joined with indicators, amounts are repeated and must not be summed.",
      "Documents of different years do not add up to one year; nor do the rows of department_budgets, which cut the same budget in different ways.",
      "The total (合计) in totals includes the subtotals of the spending units.",
    ],
    dictionaryTitle: "Data dictionary",
    dictionaryColumns: { name: "Column", type: "Type", meaning: "Meaning", other: "中文" },
    table: (_zh, name) => name,
    type: (type, required) => (required ? `${type}, always there` : type),
    types: {
      text: "text",
      dimension: "text (one of a few values)",
      integer: "integer",
      number: "number",
      money: "amount (yuan, two decimals)",
      boolean: "boolean",
      date: "date",
    },
    primaryKey: (columns) => `primary key: ${columns}`,
    foreignKey: (columns, target) => `${columns} → ${target}`,
    originTitle: "Where the documents come from",
    origin:
      "The documents were published by government departments with their budgets. When you cite the data, please name the department and the document too.",
  },
  about: {
    tab: "About",
    description:
      "How the Budget Performance Atlas works, the words it uses and its limits: how documents become data, what is inferred, how corrections are made.",
    heading: "How documents become data",
    lede: (documents) =>
      `Covered are performance-target tables that Chinese local government departments publish with their budgets, ${counted(documents, "document")} at present. A program reads the tables cell by cell; every value remembers its place in the source. What cannot be read with certainty is said to be so rather than guessed.`,
    stepsTitle: "Five steps",
    steps: [
      [
        "Extract",
        "Take text and tables out of the published files, noting page, row and character of every cell. The files themselves are not changed.",
      ],
      [
        "Recognise",
        "Tell from heads and labels which form it is, and put names, amounts, goals and indicators in their places. Documents that are not recognised are listed, and said not to be.",
      ],
      [
        "Understand",
        "Turn amounts into yuan; read targets as comparison, value, unit or deadline; put indicators into level 1 and level 2; match places to administrative divisions. The printed words stay beside them.",
      ],
      [
        "Check",
        "Ask of every record: do the parts add up to the total, the funds to the amount, does text break off, is a target stated? What is found is published as findings, with how often each question was asked.",
      ],
      [
        "Publish",
        "Tables, extracted texts and this site are made together; the same documents give the same data every time.",
      ],
    ],
    readingTitle: "How to read the figures",
    reading: [
      [
        "Amount",
        "The project’s budget of the year in the document: neither final accounts nor actual spending. Documents print 万元 (ten thousand yuan) or 元 (yuan); the data are in yuan. These English pages show CNY, with million and billion, and CNY thousand in tables.",
      ],
      [
        "Beneficiary region",
        "A place that the project’s name, goal or indicators name, other than the department’s own city or district. Where a project serves several, documents seldom say how much each receives; sums by region split it evenly and mark it.",
      ],
      [
        "Target",
        "The target of the year. 不少于 10 个 is read as at least 10, 低于 10% as less than 10%, 当年内 (within the year) as a deadline, 显著提升 (marked rise) as words. Several conditions are marked as such and not taken apart.",
      ],
      [
        "Family",
        "Indicators of different departments that ask the same thing (satisfaction of those served, for instance), grouped by the words of their names. The groups are for looking side by side; they do not say that the indicators are fully comparable.",
      ],
      ["Order", "Lists are ordered by amount, by name or as in the source; none is a ranking."],
    ],
    wordsTitle: "Words",
    wordsColumns: { word: "On this site", inDocuments: "In the documents", code: "In the data" },
    words: [
      ["Document", "公开文件: the tables that departments publish", "disclosure"],
      ["Department", "部门、主管部门、部门名称: holds the budget and pays", "department"],
      ["Spending unit", "资金使用单位、用款单位", "unit"],
      ["Project", "项目、项目支出", "project"],
      ["Performance goal", "绩效目标、年度目标；实施周期总目标", "goal, period_goal"],
      ["Indicator", "绩效指标；一级、二级、三级指标", "indicator; level1, level2, name"],
      ["Target", "年度指标值；实施周期指标值；完成值", "annual_value, period_value, actual_value"],
      [
        "Output",
        "产出指标：数量、质量、时效、成本 (quantity, quality, timeliness, cost)",
        "output",
      ],
      [
        "Cost",
        "成本指标：经济、社会、生态环境成本 (economic, social, environmental): a class of its own in forms after 2021",
        "cost",
      ],
      [
        "Outcome",
        "效益指标：经济、社会、生态效益、可持续影响 (economic, social, ecological, sustained effect)",
        "outcome",
      ],
      ["Satisfaction", "满意度指标：服务对象满意度", "satisfaction"],
      ["Family", "同类指标: indicators of different departments that ask the same thing", "family"],
      [
        "Sources of funds",
        "财政拨款、财政专户拨款、其他资金 (fiscal appropriation, special fiscal account, other funds)",
        "fiscal_yuan, special_account_yuan, other_yuan",
      ],
      ["Beneficiary region", "受援地、结对地区; never the department’s own seat", "region"],
      ["Kind of cooperation", "对口帮扶、对口支援、东西部协作、对口合作、驻镇帮镇扶村…", "theme"],
      ["Finding", "数据提示: something a reader should know about a document", "finding"],
      ["Place", "出处: page, row and characters", "page, row, text_start, text_end"],
    ],
    limitsTitle: "Limits",
    limits: (documents, inferredYears, unprintedLevels) => [
      `Only ${counted(documents, "document")} of a few departments ${documents === 1 ? "is" : "are"} covered; they stand for no city, let alone the country.`,
      "Some documents are text recognised from scans: digits are spaced, columns shift, characters are misread. Evident errors are corrected one by one with a reason given; everything else is left as it is.",
      `${counted(inferredYears, "document")} ${inferredYears === 1 ? "prints" : "print"} no budget year, which is inferred from the content; a unit of amounts that is not printed is inferred from their size. What is inferred is marked.`,
      `Of ${counted(unprintedLevels, "indicator")} level 2 is not printed; they are listed apart within level 1, or level 2 is inferred from it.`,
      "Amounts do not simply add up over regions or indicator types: a project may serve several regions and has indicators of several types.",
      "Whether a target can be checked depends only on whether it states a number or a date; that does not say whether it is high or low, still less whether the work is done well.",
    ],
    correctionsTitle: "Corrections",
    corrections:
      "What is right for every document is written into the program (spaces in numbers, full-width signs). A judgement about one document is a correction: on which page and row, what it read, what it is changed to, and why. When the source changes, the correction fails at once and asks to be reviewed; it is never applied elsewhere silently.",
    openTitle: "Open",
    open: "The site uses no tracking and makes no request to any other host; except for the explorer, every page can be read without scripts.",
    links: [
      { path: "/findings/", text: "All findings" },
      { path: "/disclosures/", text: "All documents" },
      { path: "/data/", text: "Data and data dictionary" },
    ],
  },
  notFound: {
    tab: "No such page",
    description: "There is nothing at this address.",
    heading: "No such page",
    lede: "The address may be mistyped, or this document or project is not covered yet. Try one of these:",
  },
};
