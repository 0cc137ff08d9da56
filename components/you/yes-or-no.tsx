interface YesOrNoProps {
  name: string;
  legend: string;
  yes: string;
  no: string;
  /** null: no answer yet. */
  value: boolean | null;
  onAnswer: (given: boolean) => void;
}

/** Two answers of the same size and colour. */
export function YesOrNo({ name, legend, yes, no, value, onAnswer }: YesOrNoProps) {
  return (
    <fieldset className="mt-3 flex min-w-0 items-center justify-between gap-3">
      <legend className="float-left mr-auto min-w-0 flex-1">{legend}</legend>
      <div className="flex shrink-0 gap-2">
        {[true, false].map((given) => (
          <label
            key={String(given)}
            className="flex h-11 min-w-20 cursor-pointer items-center justify-center gap-2 rounded-sm border border-line-strong px-3 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold"
          >
            <input
              type="radio"
              name={name}
              checked={value === given}
              onChange={() => onAnswer(given)}
              className="size-4"
            />
            {given ? yes : no}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
