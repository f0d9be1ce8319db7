import type { Remark, Rule } from "../model/finding.ts";
import type { Excerpt } from "../model/records.ts";

/** Asked of every file. */
export const unrecognised: Rule = {
  id: "document/unrecognised",
  severity: "error",
  question: "文件是否能读出绩效目标表？",
  questionEn: "Could a performance-target form be read from the file?",
  applies: "每个文件。",
  appliesEn: "Every file.",
  reason: "没有读出的文件不在任何数字之内。",
  reasonEn: "A file that was not read is in none of the figures.",
  *ask({ disclosure: { status, file, note } }) {
    yield {
      place: null,
      remark:
        status === "unrecognised"
          ? {
              message: `文件“${file}”未读出任何表：${note ?? ""}。`,
              messageEn: `No form was read from “${file}”: ${note ?? ""}.`,
            }
          : null,
    };
  },
};

/** Asked of every file that was read. */
export const partlyRead: Rule = {
  id: "document/partly-read",
  severity: "warning",
  question: "表中的文字是否全部归入了某一栏？",
  questionEn: "Does all text of the form belong to a field?",
  applies: "每个读出的文件。",
  appliesEn: "Every file that was read.",
  reason: "未归入任何栏的文字可能是漏读的项目或指标。",
  reasonEn: "Text that belongs to no field may be a project or an indicator that was missed.",
  *ask({ disclosure, unread }) {
    const [first] = unread;
    const all = first ? unreadRemark(first, unread.length) : null;
    const remark = disclosure.status === "unrecognised" ? undefined : all;
    yield { place: first?.place ?? null, remark };
  },
};

function unreadRemark({ text }: Excerpt, pieces: number): Remark {
  const start = text.slice(0, 40);
  return {
    message: `有 ${pieces} 段文字未能归入任何一栏，第一段是“${start}”。`,
    messageEn: `${pieces} pieces of text belong to no field; the first is “${start}”.`,
    found: text,
  };
}

/** Asked of every file. */
export const duplicateName: Rule = {
  id: "document/duplicate-name",
  severity: "warning",
  question: "文件名是否与另一份文件相同？",
  questionEn: "Does another file have the same name?",
  applies: "每个文件。",
  appliesEn: "Every file.",
  reason: "同名文件的编号不能都由文件名得出，后读的一份改了编号。",
  reasonEn: "Files of one name cannot both have it as their id; the later one got another.",
  *ask({ disclosure, duplicateOf }) {
    yield {
      place: null,
      remark: duplicateOf
        ? {
            message: `文件“${disclosure.file}”与“${duplicateOf}”同名，编号改为“${disclosure.disclosureId}”。`,
            messageEn: `“${disclosure.file}” has the same name as “${duplicateOf}”; its id is “${disclosure.disclosureId}”.`,
          }
        : null,
    };
  },
};

/** Asked of every spending unit that a table names. */
export const unitNameRestored: Rule = {
  id: "text/unit-name-restored",
  severity: "note",
  question: "资金使用单位的名称是否完整印出？",
  questionEn: "Is the name of the spending unit printed whole?",
  applies: "表中列出的每个资金使用单位。",
  appliesEn: "Every spending unit that a table names.",
  reason: "单位名称残缺时按部门所属政府的名称补全，汇总和检索用的是补全后的名称。",
  reasonEn:
    "A damaged name is completed by that of the department's government; sums and searches use the completed one.",
  *ask({ totals }) {
    for (const { isUnit, name, namePrinted, place } of totals) {
      if (!isUnit) continue;
      yield { place, remark: name === namePrinted ? null : restoredRemark(name, namePrinted) };
    }
  },
};

function restoredRemark(name: string, printed: string): Remark {
  return {
    message: `资金使用单位印作“${printed}”，按部门所属政府的名称读作“${name}”。`,
    messageEn: `The spending unit is printed as “${printed}”; by the name of the department's government it is read as “${name}”.`,
    expected: name,
    found: printed,
  };
}
