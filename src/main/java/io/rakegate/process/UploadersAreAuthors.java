package io.rakegate.process;

import io.rakegate.approval.Side;
import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.identity.Acting;
import io.rakegate.identity.Person;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Authors of a change are also those who "uploaded its local or development evidence", and hold no other side of it. */
@Component
class UploadersAreAuthors {

    private static final Set<EvidenceEnvironment> BY_AUTHORS =
            Set.of(EvidenceEnvironment.LOCAL, EvidenceEnvironment.DEVELOPMENT);

    private final Sides sides;
    private final Acting acting;

    UploadersAreAuthors(Sides sides, Acting acting) {
        this.sides = sides;
        this.acting = acting;
    }

    /** Why somebody may not upload for this environment because of another side they hold; empty if they may. */
    Optional<String> refusal(String processInstanceId, EvidenceEnvironment environment, Person person) {
        return BY_AUTHORS.contains(environment)
                ? sides.refusal(processInstanceId, Side.AUTHOR, person)
                : Optional.empty();
    }

    /**
     * Makes an uploader an author, in the transaction that stores the file.
     *
     * @return why they cannot be one; null if they are, or need not be
     */
    @Nullable String take(String processInstanceId, EvidenceEnvironment environment, Person person) {
        if (!BY_AUTHORS.contains(environment)) {
            return null;
        }
        try {
            // nobody's own grants reach as far as the sides of a change
            acting.beyondOwnGrants(() -> {
                sides.take(processInstanceId, Side.AUTHOR, person);
                return person;
            });
            return null;
        } catch (ActRefused refused) {
            return refused.getMessage();
        }
    }
}
