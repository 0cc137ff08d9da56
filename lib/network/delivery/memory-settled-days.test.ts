import { memorySettledDays } from "./memory-settled-days";
import { settledDayContract } from "./settled-days.contract";

settledDayContract("memory", async () => memorySettledDays());
