import { formatPeopleInFull } from "@/lib/format/people";

/** How far the rows are, as a bar and in words. */
export function ListProgress({
  label,
  done,
  total,
}: {
  label: string;
  done: number;
  /** 0: not known yet. */
  total: number;
}) {
  const words =
    total > 0 ? `${formatPeopleInFull(done)} of ${formatPeopleInFull(total)} rows` : "Reading";
  return (
    <div className="flex flex-col gap-2 py-4">
      <div className="flex items-baseline justify-between gap-4">
        <p className="font-medium">{label}</p>
        <p className="text-ink-2 text-sm tabular-nums">{words}</p>
      </div>
      <progress
        aria-label={label}
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
        {...(total > 0 && { value: done, max: total })}
      />
    </div>
  );
}
