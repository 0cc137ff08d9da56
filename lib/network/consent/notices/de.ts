import type { Notice, NoticeVersion } from "./notice";

const v3: Notice = {
  version: "v3",
  language: "de",
  since: "2025-03-01",
  title: "Was mit deinen Daten geschehen darf",
  intro: [
    "Nichts davon geschieht, ohne dass du Ja sagst. Jede Wahl gilt für sich, und für jede App der Familie einzeln.",
    "Wenn du das hier schließt, ohne zu wählen, ist das kein Ja: Alles bleibt, wie es war.",
  ],
  purposes: {
    relevant_ads: {
      title: "Passende Werbung",
      means:
        "Themen, für die du dich interessierst, helfen bei der Auswahl der Werbung, die du siehst.",
    },
    known_companies: {
      title: "Firmen, die du kennst",
      means:
        "Firmen, mit denen du bereits zu tun hast, dürfen dich mit ihrer Werbung erreichen oder dich auslassen, weil du schon bei ihnen bist.",
    },
    product_metrics: {
      title: "Wie die App genutzt wird",
      means: "Wir zählen, wie oft du die App öffnest.",
    },
    safety: {
      title: "Sicherheit",
      means: "Wir prüfen deine Interessensignale, um Spam und Betrug zu finden.",
    },
    friend_suggestions: {
      title: "Freundschaftsvorschläge",
      means: "Wir schlagen dir Leute vor, die du kennen könntest, und dich vielleicht ihnen.",
    },
  },
  recipients: {
    messenger: { name: "Der Messenger", is: "die Nachrichten-App, die du gerade benutzt." },
    social: { name: "Das soziale Netzwerk", is: "das soziale Netzwerk derselben Firma." },
    photos: { name: "Die Foto-App", is: "die Foto-App derselben Firma." },
  },
  promises: [
    "Der Dienst ist derselbe, was du auch wählst.",
    "Du kannst jede Wahl jederzeit ändern oder mit einem einzigen Schalter alles beenden, unter „Deine Daten“. Das gilt sofort.",
    "Wenn du passende Werbung für alle Apps ablehnst, werden die vermerkten Themen gelöscht.",
    "Deine Nachrichten werden dafür nie gelesen, und keine Werbefirma erfährt, wer du bist.",
  ],
};

const v4: Notice = {
  ...v3,
  version: "v4",
  since: "2026-09-01",
  intro: [
    ...v3.intro,
    "Neu in dieser Fassung: „Wie die App genutzt wird“ zählt jetzt auch, welche Teile einer App du öffnest. Danach fragen wir dich noch einmal. Was du zu allem anderen gewählt hast, gilt weiter.",
  ],
  purposes: {
    ...v3.purposes,
    product_metrics: {
      title: "Wie die App genutzt wird",
      means:
        "Wir zählen, wie oft du die App öffnest und welche Teile davon, damit wir sie verbessern können.",
    },
  },
};

export const de: Readonly<Record<NoticeVersion, Notice>> = { v3, v4 };
