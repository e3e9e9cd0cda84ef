package io.rakegate.sandbox.sample;

import io.rakegate.evidence.EvidenceEnvironment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run printed in each environment, with its numbers: staging holds a small part of what production holds. */
final class SampleEvidence {

    private static final String LOG = """
            deployment_env=%1$s
            %2$s INFO %3$s
            %2$s INFO rows to change: %4$d
            %2$s INFO rows changed: %5$d
            %2$s INFO verification query, should return %6$d: %6$d
            """;

    private SampleEvidence() {}

    /** The typed fields of an upload, for a run that ended just now. */
    static Map<String, String> fields(EvidenceEnvironment environment, String command, Instant now) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("command", command);
        fields.put("startedAt", now.minusSeconds(5).toString());
        fields.put("endedAt", now.toString());
        fields.put("exitStatus", "0");
        fields.put("rowsBefore", String.valueOf(before(environment)));
        fields.put("rowsChanged", String.valueOf(before(environment) - remainder(environment)));
        fields.put("rowsAfter", String.valueOf(remainder(environment)));
        fields.put("expectedRemainder", String.valueOf(remainder(environment)));
        fields.put("remainderReason", "Claims without an address keep no office.");
        fields.put("logPointer", "vets-api-worker, deployment " + environment.slug());
        fields.put("summary", "The run in " + environment.slug() + " with the verification query before and after.");
        fields.put("declaration", "true");
        return fields;
    }

    /** The log of the same run. */
    static String log(EvidenceEnvironment environment, String command, Instant now) {
        long before = before(environment);
        long remainder = remainder(environment);
        return LOG.formatted(environment.slug(), now, command, before, before - remainder, remainder);
    }

    private static long before(EvidenceEnvironment environment) {
        return switch (environment) {
            case LOCAL -> 120;
            case DEVELOPMENT -> 6_415;
            case STAGING -> 21_006;
            case PRODUCTION, BACKOUT -> 62_557;
        };
    }

    private static long remainder(EvidenceEnvironment environment) {
        return switch (environment) {
            case LOCAL -> 0;
            case DEVELOPMENT -> 15;
            case STAGING -> 48;
            case PRODUCTION, BACKOUT -> 312;
        };
    }
}
