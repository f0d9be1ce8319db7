/** What makes targets checkable, each measure with its denominator; there is no total of them. */
interface Measure {
  readonly measure: string;
  readonly name: string;
  readonly nameEn: string;
  readonly definition: string;
  readonly definitionEn: string;
  readonly denominator: string;
  readonly denominatorEn: string;
  /** SQL over an indicator `i` and its family `f`: whether it counts in the denominator. */
  readonly asked: string;
  /** Whether it counts in the numerator, where it counts in the denominator. */
  readonly holds: string;
}

const ALL = { denominator: "全部指标", denominatorEn: "all indicators", asked: "true" } as const;

/** What the classes of a project are held to: the forms ask every project for these three. */
const WANTED = ["产出指标", "效益指标", "满意度指标"];

const OF_INDICATORS: readonly Measure[] = [
  {
    measure: "number",
    name: "以数字为目标",
    nameEn: "targets that are a number",
    definition: "指标值为数量、区间或多项数量的指标",
    definitionEn: "indicators whose target is a quantity, a range or several quantities",
    ...ALL,
    holds: "i.target_kind IN ('quantity', 'range', 'multiple')",
  },
  {
    measure: "date",
    name: "以时限为目标",
    nameEn: "targets that are a date",
    definition: "指标值为日期或时段的指标",
    definitionEn: "indicators whose target is a date or period by which",
    ...ALL,
    holds: "i.target_kind = 'deadline'",
  },
  {
    measure: "words",
    name: "以文字为目标",
    nameEn: "targets in words",
    definition: "指标值为定性文字的指标",
    definitionEn: "indicators whose target is words without a number or date",
    ...ALL,
    holds: "i.target_kind = 'qualitative'",
  },
  {
    measure: "no-target",
    name: "未载明目标",
    nameEn: "no target stated",
    definition: "没有指标值的指标",
    definitionEn: "indicators without a target",
    ...ALL,
    holds: "i.target_kind = 'missing'",
  },
  {
    measure: "ceiling",
    name: "目标已达上限",
    nameEn: "targets at the ceiling",
    definition: "指标值为 100% 的指标",
    definitionEn: "indicators whose target is 100 %",
    denominator: "以百分比为目标、越高越严的比率指标（按指标族）",
    denominatorEn: "rates in percent of which higher is stricter (by family)",
    asked:
      "i.target_kind = 'quantity' AND i.unit IN ('%', '百分比') AND f.unit_class = 'ratio' AND f.direction = 'higher'",
    holds: "i.value >= 100",
  },
  {
    measure: "same-as-period",
    name: "年度目标与实施周期目标相同",
    nameEn: "annual target equal to that of the period",
    definition: "年度指标值与实施周期指标值文字相同的指标",
    definitionEn: "indicators whose annual target reads as that of the whole period",
    denominator: "两项指标值都载明的指标",
    denominatorEn: "indicators that state both",
    asked: "i.annual_value IS NOT NULL AND i.period_value IS NOT NULL",
    holds: `${bare("i.annual_value")} = ${bare("i.period_value")}`,
  },
];

const CLASS_ABSENT: Omit<Measure, "asked" | "holds"> = {
  measure: "class-absent",
  name: "没有指标的类别",
  nameEn: "classes without an indicator",
  definition: "没有任何指标的类别",
  definitionEn: "classes without an indicator",
  denominator: "产出、效益、满意度三类 × 指标类别均载明的项目数",
  denominatorEn:
    "output, outcome and satisfaction, of each project whose indicators all have a class",
};

/** Rows of the table `measures`. */
export const MEASURE_ROWS = [...OF_INDICATORS, CLASS_ABSENT].map((each) => ({
  measure: each.measure,
  name: each.name,
  name_en: each.nameEn,
  definition: each.definition,
  definition_en: each.definitionEn,
  denominator: each.denominator,
  denominator_en: each.denominatorEn,
}));

/**
 * Rows of the table `measure_values`, of the tables indicators and indicator_families: every
 * measure of every project, document and department of which it can be asked.
 */
export const MEASURE_VALUES = `
  WITH asked AS (
    ${OF_INDICATORS.map(askedOfIndicators).join(" UNION ALL ")}
    UNION ALL ${askedOfClasses()}
  )
  SELECT
    CASE grouping(project_id, disclosure_id, department_id)
      WHEN 3 THEN 'project' WHEN 5 THEN 'disclosure' ELSE 'department' END AS scope,
    coalesce(project_id, disclosure_id, department_id) AS id,
    measure,
    sum(hits)::INTEGER AS numerator,
    sum(chances)::INTEGER AS denominator
  FROM asked
  GROUP BY GROUPING SETS ((measure, project_id), (measure, disclosure_id), (measure, department_id))
  HAVING coalesce(project_id, disclosure_id, department_id) IS NOT NULL
  ORDER BY scope, id, measure`;

function askedOfIndicators({ measure, asked, holds }: Measure): string {
  return `SELECT '${measure}' AS measure, i.project_id, i.disclosure_id, i.department_id,
      (${holds})::INTEGER AS hits, 1 AS chances
    FROM indicators AS i LEFT JOIN indicator_families AS f USING (family_id)
    WHERE ${asked}`;
}

function askedOfClasses(): string {
  const hits = WANTED.map((level1) => `(NOT bool_or(i.level1 = '${level1}'))::INTEGER`).join(" + ");
  return `SELECT '${CLASS_ABSENT.measure}', i.project_id, i.disclosure_id, any_value(i.department_id),
      ${hits}, ${WANTED.length}
    FROM indicators AS i
    WHERE i.project_id IS NOT NULL
    GROUP BY i.project_id, i.disclosure_id
    HAVING count(i.level1) = count(*)`;
}

/** A column without white space. */
function bare(column: string): string {
  return String.raw`regexp_replace(${column}, '\s', '', 'g')`;
}
