import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { ParameterView } from "./explorer-view";

interface ParameterFieldProps {
  parameter: ParameterView;
  value: string;
  error: string | undefined;
  onValueChange: (value: string) => void;
}

export function ParameterField({ parameter, value, error, onValueChange }: ParameterFieldProps) {
  const { name, type, about, required, values } = parameter;
  const choices = type === "flag" ? ["true", "false"] : type.startsWith("list") ? [] : values;
  return (
    <Field
      label={<span className="break-words font-mono text-sm">{name}</span>}
      description={`${about} (${type}${required ? ", required" : ""})`}
      error={error}
    >
      {choices.length > 0 ? (
        <Select
          value={value}
          onValueChange={onValueChange}
          options={[
            { value: "", label: "Not sent" },
            ...choices.map((one) => ({ value: one, label: one })),
          ]}
        />
      ) : isNested(type) ? (
        <Textarea value={value} onValueChange={onValueChange} rows={3} spellCheck={false} />
      ) : (
        <Input value={value} onValueChange={onValueChange} autoComplete="off" spellCheck={false} />
      )}
    </Field>
  );
}

const isNested = (type: string): boolean => type === "object" || type === "list of objects";
