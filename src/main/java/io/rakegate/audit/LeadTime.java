package io.rakegate.audit;

import java.time.Duration;
import java.time.YearMonth;

/**
 * How long the changes took that were completed in one month, from the request to the announcement.
 *
 * @param month the month of their completion, in UTC
 * @param changes how many they were
 * @param median half of them took no longer; zero if there were none
 */
public record LeadTime(YearMonth month, long changes, Duration median) {}
