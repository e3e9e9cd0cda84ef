package io.rakegate.sandbox.people;

import io.rakegate.identity.Groups;
import java.util.Locale;
import java.util.Set;

/** Everybody in the sandbox. The name in lower case is user id and password at once. */
enum SandboxPerson {
    CREATOR("Creator of rake tasks in the team Benefits: steps 1–4, 6, 7 and 9"),
    CREATOR2("Creator of rake tasks in the team Claims, which has no operator"),
    LEAD("Engineering lead of both teams: approves in step 5"),
    CONSOLE("Console Services: approves in step 5"),
    CONSOLE2("Console Services: the second person there"),
    OPERATOR("DevOps engineer with production access: runs in step 8"),
    PLATFORM("Platform leadership: arranges an operator where a team has none"),
    OWNER("Process owner: edits and deploys the diagrams"),
    AUDITOR("Auditor: reads everything, changes nothing"),
    ADMIN("Administrator: looks after people and failed jobs");

    private static final String BENEFITS = "team-benefits";
    private static final String CLAIMS = "team-claims";

    private final String does;

    SandboxPerson(String does) {
        this.does = does;
    }

    String userId() {
        return name().toLowerCase(Locale.ROOT);
    }

    String displayName() {
        return name().charAt(0) + userId().substring(1);
    }

    String does() {
        return does;
    }

    Set<String> groups(Groups configured) {
        return switch (this) {
            case CREATOR -> Set.of(BENEFITS);
            case CREATOR2 -> Set.of(CLAIMS);
            case LEAD -> Set.of("team-benefits-leads", "team-claims-leads", BENEFITS);
            case CONSOLE, CONSOLE2 -> Set.of(configured.consoleServices());
            case OPERATOR -> Set.of(configured.prodOperators(), BENEFITS);
            case PLATFORM -> Set.of(configured.platformLeadership());
            case OWNER -> Set.of(configured.processOwners());
            case AUDITOR -> Set.of(configured.auditors());
            case ADMIN -> Set.of("camunda-admin");
        };
    }
}
