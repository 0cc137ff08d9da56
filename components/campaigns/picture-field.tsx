"use client";

import { ImagePlus, Trash2 } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Fieldset } from "@/components/ui/fieldset";
import { NoAnswer } from "@/lib/ask";
import type { DraftPlan } from "@/lib/campaigns/campaign";
import { pictureProblem, pictureTypeOf, pictureTypes } from "@/lib/campaigns/picture";
import { sendPicture } from "./send-picture";

interface PictureFieldProps {
  campaignId: string;
  imageUrl: string | null;
  /** From a launch that was refused. */
  error: string | undefined;
  busy: boolean;
  onBusy: (busy: boolean) => void;
  onChange: (part: Pick<DraftPlan, "imageHash" | "imageUrl">) => void;
}

/** Chooses a picture, checks it here, and keeps it at the ad network. */
export function PictureField({
  campaignId,
  imageUrl,
  error,
  busy,
  onBusy,
  onChange,
}: PictureFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const choose = async (file: File | undefined) => {
    if (!file) return;
    const start = new Uint8Array(await file.slice(0, 16).arrayBuffer());
    const found = pictureProblem(file.size, pictureTypeOf(start));
    setProblem(found);
    if (found) return;
    onBusy(true);
    try {
      onChange(await sendPicture(campaignId, file));
    } catch (caught) {
      const why = caught instanceof NoAnswer ? caught.message : "The picture could not be read.";
      setProblem(`${why} The picture you had stays.`);
    } finally {
      onBusy(false);
      if (input.current) input.current.value = "";
    }
  };

  return (
    <Fieldset
      legend="Picture (optional)"
      error={problem ?? error}
      description="PNG, JPEG or WebP, up to 4 MB. Wide pictures of about 1200 by 628 fit best."
    >
      <div className="flex flex-wrap items-center gap-3">
        {imageUrl && (
          // biome-ignore lint/performance/noImgElement: a picture of the network, of unknown size, shown as it is.
          <img
            src={imageUrl}
            alt="What the ad shows"
            className="h-16 w-28 rounded-sm border object-cover"
          />
        )}
        <input
          ref={input}
          id={id}
          type="file"
          accept={pictureTypes.join(",")}
          aria-label="Picture file"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <Button busy={busy} onClick={() => input.current?.click()}>
          <ImagePlus aria-hidden />
          {imageUrl ? "Replace the picture" : "Choose a picture"}
        </Button>
        {imageUrl && (
          <Button
            variant="quiet"
            onClick={() => {
              setProblem(null);
              onChange({ imageHash: null, imageUrl: null });
            }}
          >
            <Trash2 aria-hidden />
            Remove
          </Button>
        )}
      </div>
    </Fieldset>
  );
}
