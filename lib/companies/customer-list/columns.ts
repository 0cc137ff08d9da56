/** What a column of a file holds. People are found by the first two; the next four are recognised, and not needed. */
export const roles = [
  "email",
  "phone",
  "first_name",
  "last_name",
  "zip",
  "country",
  "other",
] as const;
export type ColumnRole = (typeof roles)[number];

export const roleNames: Readonly<Record<ColumnRole, string>> = {
  email: "Email",
  phone: "Phone",
  first_name: "First name",
  last_name: "Last name",
  zip: "Post code",
  country: "Country",
  other: "Something else",
};

export interface Column {
  /** As the file names it, else its place: "Column 2". */
  readonly name: string;
  readonly role: ColumnRole;
  /** Up to three of its values; they stay in the browser. */
  readonly samples: readonly string[];
}

const names: readonly (readonly [ColumnRole, RegExp])[] = [
  ["email", /^(e ?mail|mail|correo)( ?(address|adress\w*|1|primary))?$|^primary email$/],
  [
    "phone",
    /^(home |work |cell |primary )?(tele)?(phone|fon)( ?(number|no|1|nummer))?$|^tel$|^(mobile?|handy|celular|cell|gsm|whatsapp)( ?(phone|number|no|nummer))?$|^telefono?$/,
  ],
  ["first_name", /^(first|given|fore) ?name$|^(fn|vorname|prenom|nombre)$/],
  ["last_name", /^(last|family|sur) ?name$|^(ln|nachname|nom|apellidos?)$/],
  ["zip", /^(zip|postal|post)( ?code)?$|^(plz|cep|pin ?code)$/],
  ["country", /^country( ?(code|name))?$|^(land|pays|pais)$/],
];

const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

export const looksLikeEmail = (value: string): boolean => /^\S+@\S+\.\S+$/.test(value.trim());

export const looksLikePhone = (value: string): boolean =>
  /^\+?[\d\s().\-/]{7,24}$/.test(value.trim()) && value.replace(/\D/g, "").length >= 7;

/** Names are believed first, then what most of the values look like. A second email or phone column is something else: one of each is used. */
export function recogniseColumns(
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
): readonly Column[] {
  const width = Math.max(header?.length ?? 0, ...rows.map((row) => row.length));
  const taken = new Set<ColumnRole>();
  const take = (role: ColumnRole): ColumnRole => {
    if (role === "other" || taken.has(role)) return "other";
    taken.add(role);
    return role;
  };
  const columns = Array.from({ length: width }, (_, place) => {
    const name = header?.[place]?.trim() ?? "";
    const values = rows.map((row) => row[place]?.trim() ?? "").filter((value) => value !== "");
    const role = names.find(([, pattern]) => pattern.test(plain(name)))?.[0] ?? "other";
    return { name: name || `Column ${place + 1}`, role: take(role), values };
  });
  return columns.map(({ name, role, values }) => ({
    name,
    role: role === "other" ? take(byValues(values)) : role,
    samples: values.slice(0, 3),
  }));
}

function byValues(values: readonly string[]): ColumnRole {
  const most = (test: (value: string) => boolean) => values.filter(test).length * 2 > values.length;
  if (most(looksLikeEmail)) return "email";
  return most((value) => /^[+0]/.test(value) && looksLikePhone(value)) ? "phone" : "other";
}
