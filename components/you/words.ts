import type { ConsentKey } from "@/lib/network/consent/consents-of";
import type { Purpose, Recipient } from "@/lib/network/consent/purposes";

export const purposeWords: Readonly<Record<Purpose, { title: string; means: string }>> = {
  relevant_ads: {
    title: "Relevant ads",
    means:
      "Your interest signals help to choose the ads you see. Without it you see ads that know nothing of you.",
  },
  known_companies: {
    title: "Companies you know",
    means: "Companies you already work with may reach you with their ads.",
  },
  product_metrics: {
    title: "How the service is used",
    means: "Counts how often parts of the app are used, so that they can be mended and improved.",
  },
  safety: {
    title: "Safety",
    means: "Finds spam and fraud among signals.",
  },
  friend_suggestions: {
    title: "Friend suggestions",
    means: "Suggests people you may know.",
  },
};

export const recipientWords: Readonly<Record<Recipient, string>> = {
  messenger: "Messenger",
  social: "Social",
  photos: "Photos",
};

export const strengthWords = { 1: "weak", 2: "clear", 3: "strong" } as const;

/** "Relevant ads in Messenger" */
export const sayConsent = ({ purpose, recipient }: ConsentKey): string =>
  `${purposeWords[purpose].title} in ${recipientWords[recipient]}`;
