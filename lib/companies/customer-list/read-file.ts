import { getCountries, getCountryCallingCode } from "libphonenumber-js/max";
import Papa from "papaparse";
import { looksLikeEmail, looksLikePhone, recogniseColumns } from "./columns";
import { type ListHead, UnreadableList } from "./list-reader";

/** A million rows of addresses and numbers. */
const mostBytes = 64 * 1024 * 1024;
const headBytes = 64 * 1024;
const headRows = 50;

/** The file's text. Refuses what is empty, too large, or no text. */
async function textOf(file: Blob): Promise<string> {
  if (file.size > mostBytes) {
    throw new UnreadableList(
      "The file is larger than 64 MB. Split it, and upload a list for each part.",
    );
  }
  const text = await file.text();
  if (text.includes("\0")) {
    throw new UnreadableList(
      "This is not a text file. Save the spreadsheet as “CSV UTF-8”, and choose that file.",
    );
  }
  if (text.trim() === "") throw new UnreadableList("The file is empty.");
  return text;
}

/** The columns, from the first rows of the file. */
export async function readHead(file: Blob): Promise<ListHead> {
  const whole = file.size <= headBytes;
  const text = await textOf(whole ? file : file.slice(0, headBytes));
  // What was cut off in the middle of a row is not looked at.
  const cut = whole ? text : text.slice(0, text.lastIndexOf("\n") + 1) || text;
  const { data, meta } = Papa.parse<string[]>(cut, { skipEmptyLines: "greedy", preview: headRows });
  const [first = [], ...rest] = data;
  const hasHeader = !first.some((value) => looksLikeEmail(value) || looksLikePhone(value));
  if (hasHeader && rest.length === 0) {
    throw new UnreadableList("The file has names of columns and no rows.");
  }
  return {
    columns: hasHeader ? recogniseColumns(first, rest) : recogniseColumns(null, data),
    hasHeader,
    delimiter: meta.delimiter,
    countries: getCountries().map((code) => ({ code, calling: getCountryCallingCode(code) })),
  };
}

/** Every row that holds anything, without the header. Refuses a file whose quotation marks do not pair up. */
export async function readRows(
  file: Blob,
  { hasHeader, delimiter }: Pick<ListHead, "hasHeader" | "delimiter">,
): Promise<readonly (readonly string[])[]> {
  const text = await textOf(file);
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: "greedy", delimiter });
  const open = errors.find(({ code }) => code === "MissingQuotes");
  if (open) {
    throw new UnreadableList(
      `A quotation mark that is opened in row ${(open.row ?? 0) + 1} is never closed, so what follows cannot be told apart. Close it or take it out, and choose the file again.`,
    );
  }
  return hasHeader ? data.slice(1) : data;
}
