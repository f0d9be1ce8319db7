import type { Fen } from "../model/records.ts";

/** “1,234.50 元”, exact. */
export function yuan(fen: Fen): string {
  const [whole, fraction] = plain(fen < 0n ? -fen : fen).split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/gu, ",");
  return `${fen < 0n ? "−" : ""}${grouped}.${fraction!} 元`;
}

/** “1234.50”, as the tables print money. */
export function plain(fen: Fen): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
