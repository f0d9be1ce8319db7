import { formatNumber } from "../format.ts";
import type { Comparison } from "../model/taxonomy.ts";
import { counted } from "./english.ts";
import type { Strings } from "./strings.ts";
import type { zhFamilies } from "./zh-families.ts";

const COMPARISONS: Readonly<Record<Comparison, string>> = {
  "≥": "“at least”",
  ">": "“more than”",
  "=": "“exactly”",
  "<": "“less than”",
  "≤": "“at most”",
  "≈": "“about”",
};

const compared = (comparison: Comparison | null) =>
  comparison === null ? "no comparison stated" : COMPARISONS[comparison];

/** Names begin as the data has them, small. */
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Strings about indicators that ask the same thing. */
export const enFamilies: Pick<Strings, keyof typeof zhFamilies> = {
  families: {
    tab: "Targets compared",
    description:
      "Indicators of different departments that ask the same thing: which targets each sets, from the lowest to the highest.",
    heading: (families, indicators) =>
      `${counted(indicators, "indicator")} that ask ${counted(families, "thing")}`,
    lede: "Indicators of different departments that ask the same thing stand side by side with their targets. “At least” and “exactly” are two promises: they are told apart and never averaged; rates, counts and money never share an axis.",
    note: "Each mark of a small drawing is a target: triangles point to where it is met, hollow ones leave the value itself out, circles are exact; the darker, the more often it is set. Only the most frequent unit is drawn.",
    classes: {
      ratio: "Rates",
      growth: "Growth rates",
      count: "Counts",
      money: "Money",
      time: "Time",
      area: "Areas",
      length: "Lengths",
      none: "Told in words",
    },
    classTitle: (name, families) => `${name}: ${families}`,
    columns: { family: "What is asked", targets: "Targets" },
    inWords: "no target with a number",
    singlesTitle: (families) => `With one indicator only: ${families}`,
    singlesNote: "The documents here hold no second one to compare it with.",
    more: "Compare the targets of all departments",
  },
  family: {
    description: (name) =>
      `${capital(name)}: the targets of all places and departments side by side, with the printed words, what is read, and why they belong together.`,
    heading: (name, spread) => {
      if (!spread) return capital(name);
      const those = `${capital(name)}: ${spread.targets} ${compared(spread.comparison)} targets`;
      return spread.lowest === spread.highest
        ? `${those}, all ${spread.lowest}`
        : `${those} from ${spread.lowest} to ${spread.highest}`;
    },
    lede: (indicators, departments) =>
      `${counted(indicators, "indicator")} of ${counted(departments, "department")}.`,
    directions: {
      higher: "The higher the value, the stricter.",
      lower: "The lower the value, the stricter.",
      none: "A higher value is neither stricter nor laxer.",
    },
    chartTitle: (unit) =>
      unit === null ? "Targets without a stated unit" : `Targets in “${unit}”`,
    chartNote:
      "Triangles point to where a target is met: filled for at least or at most, hollow for more or less than; a filled circle is exact, a hollow one approximate. The thin line spans the values that meet it. The order is no ranking.",
    chartListed: "Targets without a number are listed below their department.",
    chartLog: "The values lie far apart: the axis is logarithmic.",
    chartAmount:
      "The area of a circle is the budget of the project as printed: of the whole project, not of this one indicator.",
    chartMost: (shown, all) =>
      `The drawing holds the first ${shown} of ${formatNumber(all)} departments, by region and department.`,
    draw: "Drawing",
    draws: { target: "equal targets in one line", project: "project by project, with amounts" },
    several: (indicators) => counted(indicators, "indicator"),
    spreadTitle: "How far the targets lie apart",
    spreadNote: (fewest) =>
      `Only targets with the same unit and comparison are compared. Fewer than ${fewest} are listed, not summarised; the “middle” is a target that was set.`,
    spreadColumns: {
      comparison: "Comparison",
      unit: "Unit",
      targets: "Targets",
      departments: "Departments",
      lowest: "Lowest",
      middle: "Middle",
      highest: "Highest",
    },
    comparison: compared,
    noUnit: "no unit stated",
    listed: (targets) => targets.join(", "),
    spread: ({ comparison, targets, lowest, middle, highest }) =>
      lowest === highest
        ? `${targets} ${compared(comparison)}: all ${lowest}`
        : `${targets} ${compared(comparison)}: lowest ${lowest}, middle ${middle}, highest ${highest}`,
    counted: (target, targets) => (targets === 1 ? target : `${target} × ${targets}`),
    tableTitle: (indicators) => (indicators === 1 ? "The indicator" : `All ${indicators}`),
    tableNote:
      "By region and department, in the order of the documents. Targets as printed; “read as” is how this site reads them.",
    tableMost: (shown) => `The first ${formatNumber(shown)} are listed; for all see`,
    columns: { reason: "Why it belongs" },
    reason: (reason, score) => `${reason} (${formatNumber(score)})`,
    definitionTitle: "What belongs here",
    belongs: "Belongs",
    excludes: "Looks alike and does not belong",
    definitionNote:
      "Indicators are told by words of their names and the unit of their targets, and none is forced; the number in brackets is how sure that is, at most 1.",
    others: "Other questions",
  },
  measures: {
    title: "Whether the targets can be checked",
    note: {
      project:
        "Each measure stands alone: they are not added up, and there is no score. The line runs from 0% to 100%; the bar is this project, the dots are other projects, the darker the more. Whether targets can be checked says neither that they are high nor that work was done well.",
      department:
        "Each measure stands alone: they are not added up, and there is no score. The line runs from 0% to 100%; the bar is this department, the dots are other departments, the darker the more. Whether targets can be checked says neither that they are high nor that work was done well.",
    },
    columns: {
      measure: "Measure",
      own: { project: "This project", department: "This department" },
      formula: "How it is reckoned",
      others: { project: "Beside other projects", department: "Beside other departments" },
    },
    formula: (numerator, denominator, definition, of) =>
      `${numerator} of ${denominator}: ${definition}, out of ${of}`,
    noOthers: "none to compare with",
    others: {
      project: (count, least, most) =>
        least === most
          ? `${counted(count, "other project")}: ${least}`
          : `${counted(count, "other project")}: from ${least} to ${most}`,
      department: (count, least, most) =>
        least === most
          ? `${counted(count, "other department")}: ${least}`
          : `${counted(count, "other department")}: from ${least} to ${most}`,
    },
  },
  unitAmounts: {
    tab: "Amounts per unit of target",
    description:
      "What projects with one purpose and a stated quantity budget for each unit of their target, and why others cannot be compared so.",
    heading: "What a unit of target is budgeted at",
    lede: "Amounts are divided in one case only: the name of the project tells a single purpose, and the document states its quantity. All others are listed with the reason why they cannot be compared.",
    title: (family, unit, least, most) =>
      least === most
        ? `${capital(family)}: ${least} for each ${unit}`
        : `${capital(family)}: from ${least} to ${most} for each ${unit}`,
    note: "An amount is the budget of the whole project, and projects of different places may hold different things: see what it covers before comparing. The order is no ranking.",
    noteAlone: "The documents here hold no second one to stand beside it.",
    columns: {
      quantity: "Quantity",
      perUnit: (unit) => `Each ${unit} (CNY thousand)`,
      basis: "Quantity from",
      covers: "What the amount covers (goal as printed)",
    },
    basis: {
      project: "an indicator of the project",
      department: "an indicator of the department, same year",
    },
    othersTitle: (projects) => `Not comparable: ${counted(projects, "project")}`,
    othersNote: "A forced quotient would mislead, so none is given.",
    reason: (reason, projects) => `${capital(reason)} (${formatNumber(projects)})`,
    moreProjects: (projects) => `${formatNumber(projects)} more.`,
    link: "Amounts per unit of target",
  },
  compare: {
    tab: "Compare",
    link: "Compare side by side with others",
    description:
      "Two to four departments, governments or beneficiary regions side by side: budgets, where they go, the mix of indicators, whether targets can be checked, and the targets each sets for the same thing.",
    heading: "Side by side",
    noscript:
      "Without scripts this page compares these two departments only. For the targets of all departments see",
    choose: "What to compare",
    kind: "Kind",
    kinds: { department: "Departments", government: "Governments", region: "Beneficiary regions" },
    kindNotes: {
      department: "Each in the latest year with a project table; years may differ.",
      government:
        "Departments of that government itself, not of those below it, each in its latest year.",
      region:
        "With the regions inside it. Amounts of projects for several regions are shared equally; projects and indicators count whole in each region and do not add up.",
    },
    place: (position) => `Number ${position}`,
    add: "Add one",
    remove: "Remove",
    removeAt: (position) => `Remove number ${position}`,
    pending: "Loading…",
    failed: "The data did not come.",
    retry: "Try again",
    money: (name, years, amount, projects) =>
      `${name} ${amount} (${years}, ${counted(projects, "project")})`,
    moneyOf: (those) => `Project budgets: ${those.join("; ")}.`,
    common: (subjects, families, same) => {
      const who = subjects === 2 ? "Both" : "All";
      if (families === 0) return `There is nothing that ${who.toLowerCase()} ask about.`;
      const equal = same === families ? "all" : `${same}`;
      return `${who} ask about ${counted(families, "thing")}, ${same === 0 ? "none" : equal} with the very same targets.`;
    },
    years: (first, last) =>
      first === null || last === null
        ? "year not stated"
        : first === last
          ? `${first}`
          : `${first}–${last}`,
    figuresTitle: "Budgets and projects",
    figuresNote:
      "Amounts of different years and duties stand side by side to tell their size only. The order is no ranking.",
    figures: {
      year: "Year",
      amount: "Project budgets",
      projects: "Projects",
      indicators: "Indicators of projects",
    },
    themesTitle: "By kind of cooperation",
    amountsNote: "Percentages are of each one’s own project budgets.",
    noTheme: "no kind",
    partsTitle: {
      department: "Regions that benefit",
      government: "Regions that benefit",
      region: "Departments that pay",
    },
    partsMore: (shown, all) =>
      `The ${shown} largest of ${all}. Percentages are of each one’s own project budgets; what names no region is not among them.`,
    classesTitle: "Mix of indicators",
    measuresNote:
      "Each measure is summed over the indicators of projects and stands alone; there is no score. For how each is reckoned see the pages of departments and projects.",
    sharedTitle: (families) => `Asked by several: ${counted(families, "thing")}`,
    sharedNote:
      "What two or more ask about, first what all do. Behind the sign × stands how many indicators set the target.",
    moreTargets: (targets) => `${targets} more`,
    ownTitle: "Asked by one only",
    ownNone: "None.",
  },
  changes: {
    title: (before, after) => `What changed in the targets from ${before} to ${after}`,
    note: "Projects are matched by name, then indicators by name; words that changed are underlined. A higher or lower value is not by itself stricter or laxer: that depends on what the indicator asks.",
    change: "Change",
    kinds: {
      raised: "Value raised",
      lowered: "Value lowered",
      changed: "Target changed",
      reworded: "Reworded",
      added: "Added",
      dropped: "No longer listed",
      unchanged: "Unchanged",
    },
    none: "none",
  },
  alike: {
    tab: "Texts alike",
    description:
      "Goals and whole sets of indicators that are the same or alike in different projects, years or departments, pair by pair with their differences marked.",
    heading: (pairs) =>
      pairs === 0
        ? "No goals or indicators are alike"
        : `${counted(pairs, "pair")} of goals or indicators are the same or alike`,
    lede: "The goal of a project, or all of its indicators, read as those of another or nearly so. Words that only one side has are underlined. There may be many reasons: the same kind of work, a shared template, a text printed twice; this site shows them and infers nothing.",
    more: (shown) => `The first ${formatNumber(shown)} are shown; for all see`,
    kinds: { goal: "goals", indicators: "sets of indicators" },
    across: {
      document: "within one document",
      year: "in documents of one department",
      department: "in different departments",
    },
    title: (kind, across) => `${capital(kind)} ${across}`,
    same: "The texts are the same.",
    similar: (share) => `${share} of the runs of three signs are the same.`,
    link: "Goals and indicators that are the same or alike",
  },
};
