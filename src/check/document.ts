import type { Rule } from "../model/finding.ts";

/** Asked of every file. */
export const unrecognised: Rule = {
  id: "document/unrecognised",
  severity: "error",
  question: "文件是否能读出绩效目标表？",
  questionEn: "Could a performance-target form be read from the file?",
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
  *ask({ disclosure, unread }) {
    if (disclosure.status === "unrecognised") return;
    const [first] = unread;
    yield {
      place: first?.place ?? null,
      remark: first
        ? {
            message: `有 ${unread.length} 段文字未能归入任何一栏，第一段是“${first.text.slice(0, 40)}”。`,
            messageEn: `${unread.length} pieces of text belong to no field; the first is “${first.text.slice(0, 40)}”.`,
            found: first.text,
          }
        : null,
    };
  },
};

/** Asked of every file. */
export const duplicateName: Rule = {
  id: "document/duplicate-name",
  severity: "warning",
  question: "文件名是否与另一份文件相同？",
  questionEn: "Does another file have the same name?",
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
  *ask({ totals }) {
    for (const { isUnit, name, namePrinted, place } of totals) {
      if (!isUnit) continue;
      yield {
        place,
        remark:
          name === namePrinted
            ? null
            : {
                message: `资金使用单位印作“${namePrinted}”，按部门所属政府的名称读作“${name}”。`,
                messageEn: `The spending unit is printed as “${namePrinted}”; by the name of the department's government it is read as “${name}”.`,
                expected: name,
                found: namePrinted,
              },
      };
    }
  },
};
