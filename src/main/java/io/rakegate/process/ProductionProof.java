package io.rakegate.process;

import io.rakegate.evidence.Evidence;
import io.rakegate.process.catalogue.ChangeVariables;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Step 9: "Produce sample proof change occurred successfully", "Pointer to where in the logs the changes can be retrieved
 * for audit purposes". Says what of it is missing: a change closes only if nothing is.
 */
public final class ProductionProof {

    private static final String AGAIN = " Upload the proof again with that field filled in.";

    private ProductionProof() {}

    /**
     * One thing that is missing.
     *
     * @param field the field to look at, as in the form and in the interface
     * @param sentence what is missing and what to do
     */
    public record Missing(String field, String sentence) {}

    /**
     * What is missing, apart from the evidence itself.
     *
     * @param change the change with its variables
     * @param proof the production evidence that counts
     */
    public static List<Missing> missing(VariableScope change, Evidence proof) {
        List<Missing> missing = new ArrayList<>();
        rows(proof, missing);
        if (proof.logPointer().isBlank()) {
            missing.add(new Missing(
                    "logPointer", "The production proof does not say where in the logs the run can be found." + AGAIN));
        }
        if (!isLookedAt(change)) {
            missing.add(new Missing(
                    ChangeVariables.LOG_LOOKED_AT.name(),
                    "Nobody has said that they looked at the log of the production run. Look at it, and confirm that"
                            + " it shows this run."));
        }
        if (!isLink(ChangeVariables.RUN_ANNOUNCEMENT.get(change, ""))) {
            missing.add(new Missing(
                    ChangeVariables.RUN_ANNOUNCEMENT.name(),
                    "The link of the announcement of the production run is missing. Tell who runs Rakegate."));
        }
        return missing;
    }

    private static void rows(Evidence proof, List<Missing> missing) {
        if (proof.rowsBefore() == null) {
            missing.add(new Missing(
                    "rowsBefore",
                    "The production proof does not say how many rows there were before the" + " run." + AGAIN));
        }
        if (proof.rowsAfter() == null) {
            missing.add(new Missing(
                    "rowsAfter",
                    "The production proof does not say how many rows there are after the" + " run." + AGAIN));
        }
        if (proof.expectedRemainder() == null) {
            missing.add(new Missing(
                    "expectedRemainder",
                    "The production proof does not say how many rows are expected to" + " remain; 0 if none." + AGAIN));
        } else if (needsReason(proof, proof.expectedRemainder())
                && proof.remainderReason().isBlank()) {
            missing.add(new Missing(
                    "remainderReason",
                    "The production proof does not explain the rows that remain: why %d"
                                    .formatted(proof.expectedRemainder())
                            + " are expected, and if others remain, why that is right." + AGAIN));
        }
    }

    /** That nothing remains, as expected, needs no explanation. */
    private static boolean needsReason(Evidence proof, long expected) {
        return expected != 0 || !Objects.equals(proof.rowsAfter(), expected);
    }

    private static boolean isLookedAt(VariableScope change) {
        return ChangeVariables.LOG_LOOKED_AT.get(change, false)
                && ChangeVariables.LOG_LOOKED_AT_ACT.find(change).isPresent();
    }

    private static boolean isLink(String text) {
        try {
            return URI.create(text).getHost() != null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
