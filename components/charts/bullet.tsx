interface BulletProps {
  /** Its name: "Spend against plan". */
  label: string;
  value: number;
  /** What should be there by now. */
  due: number;
  /** The whole. */
  most: number;
  said: { readonly value: string; readonly due: string; readonly most: string };
}

/** One amount against what is due by now and the whole: the words below say the same. */
export function Bullet({ label, value, due, most, said }: BulletProps) {
  const share = (part: number) => `${Math.min(100, (part / Math.max(most, 1)) * 100)}%`;
  return (
    <figure aria-label={label}>
      <svg width="100%" height="28" role="img" aria-label={label} className="block">
        <rect y="6" width="100%" height="16" rx="3" fill="var(--sunken)" stroke="var(--line)" />
        <rect y="9" width={share(value)} height="10" rx="2" fill="var(--chart-1)" />
        <line x1={share(due)} x2={share(due)} y1="2" y2="26" stroke="var(--ink)" strokeWidth="2" />
      </svg>
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-ink-2 text-sm">
        <span>
          <span className="font-medium text-ink">{said.value}</span> spent
        </span>
        <span>{said.due} due by now</span>
        <span>{said.most} in all</span>
      </figcaption>
    </figure>
  );
}
