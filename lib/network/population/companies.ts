/** A company of the synthetic network. The name is put together from invented syllables; likeness to a real one is chance. */
export interface SyntheticCompany {
  /** A slug that never changes: it is stored with campaigns and audiences. */
  readonly id: string;
  readonly name: string;
  readonly sector: string;
}

const starts = [
  "Ama",
  "Bel",
  "Cor",
  "Dava",
  "Eli",
  "Feno",
  "Gali",
  "Holi",
  "Iva",
  "Juno",
  "Kesa",
  "Lumi",
  "Mari",
  "Nora",
  "Oru",
  "Pali",
  "Quin",
  "Rosa",
  "Sola",
  "Tiva",
];
const ends = [
  "bra",
  "dano",
  "fira",
  "gosa",
  "kwe",
  "lanta",
  "mbu",
  "nelo",
  "pira",
  "quora",
  "ruva",
  "selo",
  "tanga",
  "uvia",
  "vanta",
  "wendo",
  "xina",
  "yaro",
  "zeta",
  "lomi",
];
const sectors = [
  "Mobile",
  "Travel",
  "Foods",
  "Motors",
  "Electronics",
  "Fashion",
  "Books",
  "Fitness",
  "Homes",
  "Energy",
  "Coffee",
  "Cinemas",
  "Grocers",
  "Beauty",
  "Sports",
  "Learning",
  "Hotels",
  "Airways",
  "Toys",
  "Gardens",
];

/** 400 companies in a fixed order. */
export const syntheticCompanies: readonly SyntheticCompany[] = ends.flatMap((end, e) =>
  starts.map((start, s) => {
    const sector = sectors[(s * 7 + e * 3) % sectors.length] ?? "Goods";
    const name = `${start}${end} ${sector}`;
    return { id: name.toLowerCase().replace(" ", "-"), name, sector };
  }),
);
