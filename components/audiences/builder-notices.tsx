"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Names } from "@/lib/audiences/names";
import { SaveTrouble } from "./save-trouble";
import type { Content, Saving } from "./use-saving";

interface BuilderNoticesProps {
  saving: Saving;
  content: Content;
  names: Names;
  mayEdit: boolean;
  maySave: boolean;
  granter: string;
  isFromLink: boolean;
  onDropLink: () => void;
}

/** Above the rules: why they cannot be changed, where they came from, what keeps them from being saved. */
export function BuilderNotices(props: BuilderNoticesProps) {
  const { saving, content, names, mayEdit, maySave, granter, isFromLink, onDropLink } = props;
  return (
    <div className="mb-4 flex flex-col gap-2 empty:hidden">
      {!maySave && (
        <Notice title="You can look, not change">
          Your role is viewer here. {granter} can change it.
        </Notice>
      )}
      {maySave && !mayEdit && (
        <Notice title="This audience is archived">
          Bring it back from the menu to change it or use it in a campaign.
        </Notice>
      )}
      {mayEdit && isFromLink && (
        <Notice
          title="These rules come from the address and are not saved"
          action={
            <div className="flex gap-2">
              <Button size="sm" onClick={() => void saving.saveNow()}>
                Save them
              </Button>
              <Button size="sm" onClick={onDropLink}>
                Back to the saved ones
              </Button>
            </div>
          }
        >
          They are saved as soon as you change anything.
        </Notice>
      )}
      {mayEdit && <SaveTrouble saving={saving} content={content} names={names} />}
    </div>
  );
}
