"use client";

import { Card } from "@/components/ui/card";
import type { Keep, Suggestion } from "@/lib/ad-api/panel";
import { describeRules } from "@/lib/audiences/describe";
import type { Box } from "@/lib/audiences/edit-rules";
import type { Names } from "@/lib/audiences/names";
import type { Rules } from "@/lib/audiences/rules";
import { AppFields } from "./app-fields";
import { keepsOfBox, suggestionsFor } from "./keeps-of-box";
import { MustBoxes } from "./must-boxes";
import { PeopleFields } from "./people-fields";
import { PlacesField } from "./places-field";
import { type CompanyChoice, RelationshipField } from "./relationship-field";
import { SegmentBox } from "./segment-box";
import { SignalFields } from "./signal-fields";

interface RulesFormProps {
  rules: Rules;
  names: Names;
  keeps: readonly Keep[];
  suggestions: readonly Suggestion[];
  /** The rules that `keeps` and `suggestions` are about; null: none yet. */
  answers: Rules | null;
  companies: readonly CompanyChoice[];
  errors: Readonly<Record<string, string>>;
  mayEdit: boolean;
  onEdit: (rules: Rules) => void;
  onLearn: (names: Partial<Names>) => void;
}

/** The rules as boxes and fields; the sentence below is their accessible name. */
export function RulesForm(props: RulesFormProps) {
  const { rules, names, keeps, answers, companies, errors, mayEdit, onEdit, onLearn } = props;
  const suggested = (box: Box) => suggestionsFor(box, rules, answers, props.suggestions);
  const box = {
    rules,
    names,
    onEdit,
    onLearn: (segments: Names["segments"]) => onLearn({ segments }),
  };
  const sentence = describeRules(rules, names);
  return (
    <fieldset
      disabled={!mayEdit}
      aria-labelledby="audience-in-words"
      className="flex min-w-0 flex-col gap-4"
    >
      <Card title="What they like">
        <div className="flex flex-col gap-4">
          <SegmentBox
            {...box}
            box="any"
            label="Like any of these"
            keeps={keepsOfBox("any", rules, answers, keeps)}
            suggestions={suggested("any")}
            placeholder={rules.any.length === 0 ? "Type an interest" : "Add another"}
          />
          <MustBoxes
            {...box}
            suggestionsOf={(index) => suggested(`must.${index}`)}
            keepsOf={(index) => keepsOfBox(`must.${index}`, rules, answers, keeps)}
          />
          <SegmentBox
            {...box}
            box="never"
            label="Never these"
            keeps={keepsOfBox("never", rules, answers, keeps)}
            placeholder={rules.never.length === 0 ? "Leave out people who like" : "Add another"}
          />
          <SignalFields rules={rules} onEdit={onEdit} />
        </div>
      </Card>
      <Card title="Who they are">
        <div className="flex flex-col gap-4">
          <PlacesField
            rules={rules}
            names={names}
            error={errors.places}
            onEdit={onEdit}
            onLearn={(places) => onLearn({ places })}
          />
          <PeopleFields rules={rules} names={names} onEdit={onEdit} />
        </div>
      </Card>
      <Card title="How they know the company">
        <RelationshipField
          rules={rules}
          companies={companies}
          error={errors.companies}
          onEdit={onEdit}
        />
      </Card>
      <Card title="Where they are reached">
        <AppFields rules={rules} onEdit={onEdit} />
      </Card>
      <p className="text-ink-2">
        <span className="font-medium text-ink">In words: </span>
        <span id="audience-in-words">{sentence}</span>
      </p>
    </fieldset>
  );
}
