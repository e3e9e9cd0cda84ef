package io.rakegate.process;

import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Variable;

/** Which variable names the evidence of an environment. */
public final class EvidenceVariables {

    private EvidenceVariables() {}

    /** The variable that holds the id of the evidence that counts for an environment. */
    public static Variable<String> of(EvidenceEnvironment environment) {
        return switch (environment) {
            case LOCAL -> ChangeVariables.LOCAL_EVIDENCE;
            case DEVELOPMENT -> ChangeVariables.DEVELOPMENT_EVIDENCE;
            case STAGING -> ChangeVariables.STAGING_EVIDENCE;
            case PRODUCTION -> ChangeVariables.PRODUCTION_EVIDENCE;
            case BACKOUT -> ChangeVariables.BACKOUT_EVIDENCE;
        };
    }
}
