import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";

interface AdsFilterProps {
  /** What the address asks for, by parameter. */
  asked: Readonly<Record<string, string>>;
  countries: readonly { readonly code: string; readonly name: string }[];
}

/** The filters as a plain form: what is asked stands in the address, and it works without scripts. */
export function AdsFilter({ asked, countries }: AdsFilterProps) {
  const options = [
    { value: "", label: "Every country" },
    ...countries.map(({ code, name }) => ({ value: code, label: name })),
  ];
  return (
    <search aria-label="Ads">
      <form
        action="/ads"
        // New values for a new address: the boxes keep what was typed otherwise.
        key={JSON.stringify(asked)}
        className="grid gap-3 rounded-md border bg-surface p-4 sm:grid-cols-2"
      >
        <Field label="Words in the ad">
          <Input name="q" defaultValue={asked.q} maxLength={200} />
        </Field>
        <Field label="Who paid, or on whose behalf">
          <Input name="payer" defaultValue={asked.payer} maxLength={200} />
        </Field>
        <Field label="Meant for people in">
          <Select name="country" defaultValue={asked.country ?? ""} options={options} />
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label="Shown from">
            <Input type="date" name="since" defaultValue={asked.since} />
          </Field>
          <Field label="Until">
            <Input type="date" name="until" defaultValue={asked.until} />
          </Field>
        </div>
        <div className="flex flex-wrap gap-2 sm:col-span-2">
          <Button type="submit" variant="primary" className="min-h-11">
            Search
          </Button>
          {Object.keys(asked).length > 0 && (
            <LinkButton href="/ads" variant="quiet" className="min-h-11">
              Show all ads
            </LinkButton>
          )}
        </div>
      </form>
    </search>
  );
}
