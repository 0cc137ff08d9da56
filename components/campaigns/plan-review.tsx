import { Card } from "@/components/ui/card";
import type { ReviewedSetting } from "@/lib/campaigns/review-plan";

/** Every setting; what a new campaign would not have by itself is bold. */
export function PlanReview({
  settings,
  title,
  description,
}: {
  settings: readonly ReviewedSetting[];
  title: string;
  description?: string;
}) {
  return (
    <Card title={title} description={description}>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(10rem,1fr)_2fr]">
        {settings.map(({ label, value, isDefault }) => (
          <div key={label} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="min-w-0 break-words max-sm:mb-2">
              {value === null ? (
                <span className="text-ink-3">Not chosen yet</span>
              ) : isDefault ? (
                value
              ) : (
                <strong className="font-semibold">{value}</strong>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
