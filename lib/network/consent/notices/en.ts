import type { Notice, NoticeVersion } from "./notice";

const v3: Notice = {
  version: "v3",
  language: "en",
  since: "2025-03-01",
  title: "What may be done with your data",
  intro: [
    "Nothing here happens unless you say yes. Each choice stands by itself, for each app of the family by itself.",
    "If you close this without choosing, that is not a yes: everything stays as it was.",
  ],
  purposes: {
    relevant_ads: {
      title: "Relevant ads",
      means: "Topics you show an interest in help to choose the ads you see.",
    },
    known_companies: {
      title: "Companies you know",
      means:
        "Companies you already work with may reach you with their ads, or leave you out because you are with them already.",
    },
    product_metrics: {
      title: "How the app is used",
      means: "We count how often you open the app.",
    },
    safety: {
      title: "Safety",
      means: "We look at your interest signals to find spam and fraud.",
    },
    friend_suggestions: {
      title: "Friend suggestions",
      means: "We suggest people you may know, and may suggest you to them.",
    },
  },
  recipients: {
    messenger: { name: "The messenger", is: "the messaging app you are using." },
    social: { name: "The social network", is: "the social network of the same company." },
    photos: { name: "The photo app", is: "the photo app of the same company." },
  },
  promises: [
    "The service is the same whatever you choose.",
    "You can change every choice at any time, or stop everything with one switch, under “Your data”. It works at once.",
    "If you say no to relevant ads for every app, the topics we noted are deleted.",
    "Your messages are never read for any of this, and no advertiser is told who you are.",
  ],
};

const v4: Notice = {
  ...v3,
  version: "v4",
  since: "2026-09-01",
  intro: [
    ...v3.intro,
    "New in this version: “How the app is used” now also counts which parts of an app you open. We ask you about it again. What you chose about everything else still holds.",
  ],
  purposes: {
    ...v3.purposes,
    product_metrics: {
      title: "How the app is used",
      means:
        "We count how often you open the app and which parts of it, so that we can improve it.",
    },
  },
};

export const en: Readonly<Record<NoticeVersion, Notice>> = { v3, v4 };
