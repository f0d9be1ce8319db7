import type { Extract } from "../model/table.ts";
import { decodePage } from "./decode.ts";
import { pagesOf } from "./flow.ts";
import { layOut } from "./grid.ts";
import { htmlToFlow } from "./html.ts";
import { DAMAGED, Refusal } from "./unreadable.ts";

/** Reads an MHTML file: its web pages, in the order of the file. */
export function mhtmlToExtract(bytes: Uint8Array): Extract {
  return layOut(
    "html",
    pagesOfMhtml(bytes).flatMap((page) => pagesOf(htmlToFlow(page))),
  );
}

function pagesOfMhtml(bytes: Uint8Array): string[] {
  const text = binaryString(bytes);
  const boundary = /boundary\s*=\s*"?([^"\r\n;]+)/iu.exec(text)?.[1];
  if (boundary === undefined) throw new Refusal(DAMAGED);
  const pages = text.split(`--${boundary}`).slice(1).flatMap(pageOf);
  if (pages.length === 0) throw new Refusal(DAMAGED);
  return pages;
}

/** The page that a part holds; none where it is a picture or a style sheet. */
function pageOf(part: string): string[] {
  const end = /\r?\n\r?\n/u.exec(part);
  if (!end) return [];
  const head = part.slice(0, end.index);
  const type = /^content-type:\s*text\/html(?:[^\r\n]|\r?\n[ \t])*/imu.exec(head)?.[0];
  if (type === undefined) return [];
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/imu.exec(head)?.[1]?.toLowerCase();
  const body = toBytes(part.slice(end.index + end[0].length), encoding);
  const page = decodePage(body, /charset\s*=\s*"?([\w-]+)/iu.exec(type)?.[1]);
  // Excel's first page only arranges the others.
  return /<frameset/iu.test(page) ? [] : [page];
}

function toBytes(body: string, encoding: string | undefined): Uint8Array {
  const binary =
    encoding === "base64"
      ? fromBase64(body)
      : encoding === "quoted-printable"
        ? body
            .replace(/=[ \t]*\r?\n/gu, "")
            .replace(/=([\da-f]{2})/giu, (_, hex: string) =>
              String.fromCharCode(Number.parseInt(hex, 16)),
            )
        : body;
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** A character for each byte; TextDecoder's latin1 is Windows' and moves some. */
function binaryString(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}

function fromBase64(body: string): string {
  try {
    return atob(body.replace(/[^\w+/=]/gu, ""));
  } catch {
    throw new Refusal(DAMAGED);
  }
}
