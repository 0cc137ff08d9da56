import type { Plan } from "./campaign";

/** What the ad should bring about, as people say it. */
export const objectiveWords: Readonly<Record<Plan["objective"], string>> = {
  OUTCOME_AWARENESS: "Be seen by as many people as possible",
  OUTCOME_TRAFFIC: "Visits to your site",
  OUTCOME_ENGAGEMENT: "Replies and reactions",
  OUTCOME_LEADS: "People who leave their details",
  OUTCOME_APP_PROMOTION: "Installs of your app",
  OUTCOME_SALES: "Sales",
};

export const callToActionWords: Readonly<Record<Plan["callToAction"], string>> = {
  LEARN_MORE: "Learn more",
  SHOP_NOW: "Shop now",
  SIGN_UP: "Sign up",
  CONTACT_US: "Contact us",
  BOOK_NOW: "Book now",
};

export const specialCategoryWords: Readonly<Record<NonNullable<Plan["specialCategory"]>, string>> =
  {
    EMPLOYMENT: "Jobs",
    HOUSING: "Homes to rent or buy",
    FINANCIAL_PRODUCTS_SERVICES: "Credit and other financial products",
    ONLINE_GAMBLING_AND_GAMING: "Gambling",
  };

/** "at most 2 times in 7 days". */
export function frequencyWords(cap: Plan["maxFrequency"]): string {
  if (!cap) return "No limit";
  const times = cap.times === 1 ? "once" : `${cap.times} times`;
  return `At most ${times} ${cap.days === 1 ? "a day" : `in ${cap.days} days`}`;
}
