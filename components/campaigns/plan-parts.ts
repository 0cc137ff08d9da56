import type { CheckedPart } from "./checklist";

const parts = [
  { id: "who", title: "Who", fields: ["companyId", "audienceId", "onlyCompanyPeople"] },
  { id: "when", title: "When and how much", fields: ["startDay", "endDay", "budget"] },
  {
    id: "message",
    title: "Message",
    fields: ["headline", "message", "link", "callToAction", "imageHash"],
  },
  { id: "rules", title: "Rules", fields: ["objective", "maxFrequency", "specialCategory"] },
] as const;

type PartId = (typeof parts)[number]["id"];

/** The form's parts with what is complete, from the sentences that stand in the way of a launch. */
export const checkedParts = (problems: Readonly<Record<string, string>>): readonly CheckedPart[] =>
  parts.map(({ id, title, fields }) => ({
    id,
    title,
    done: fields.every((field) => !(field in problems)),
  }));

/** Which parts are complete. */
export const doneParts = (
  problems: Readonly<Record<string, string>>,
): Readonly<Record<PartId, boolean>> => {
  const isDone = (id: PartId) =>
    checkedParts(problems).find((part) => part.id === id)?.done ?? false;
  return {
    who: isDone("who"),
    when: isDone("when"),
    message: isDone("message"),
    rules: isDone("rules"),
  };
};

/** Where the first problem stands; the name is at the top. */
export function placeOfFirst(problems: Readonly<Record<string, string>>): string | null {
  if ("name" in problems) return "name";
  return checkedParts(problems).find(({ done }) => !done)?.id ?? null;
}
