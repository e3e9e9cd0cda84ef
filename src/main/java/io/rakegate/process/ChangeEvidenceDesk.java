package io.rakegate.process;

import io.rakegate.approval.Side;
import io.rakegate.evidence.EvidenceDesk;
import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.identity.Person;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Variable;
import io.rakegate.pullrequest.PullRequestRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what the acting person may do with the evidence of a change. */
@Component
class ChangeEvidenceDesk implements EvidenceDesk {

    private final Changes changes;
    private final ActingPerson actingPerson;
    private final UploadersAreAuthors authors;
    private final RuntimeService runtimeService;

    ChangeEvidenceDesk(
            Changes changes, ActingPerson actingPerson, UploadersAreAuthors authors, RuntimeService runtimeService) {
        this.changes = changes;
        this.actingPerson = actingPerson;
        this.authors = authors;
        this.runtimeService = runtimeService;
    }

    @Override
    public @Nullable Desk find(PullRequestRef ref, EvidenceEnvironment environment) {
        return changes.find(ref).map(change -> desk(change, environment)).orElse(null);
    }

    @Override
    public @Nullable PullRequestRef findReadable(PullRequestRef ref) {
        return changes.find(ref).map(Change::ref).orElse(null);
    }

    @Override
    public @Nullable String uploading(PullRequestRef ref, EvidenceEnvironment environment) {
        Change change = changes.find(ref).orElseThrow();
        return authors.take(change.processInstanceId(), environment, actingPerson.get());
    }

    private Desk desk(Change change, EvidenceEnvironment environment) {
        String headSha = change.headSha() == null ? "" : change.headSha();
        Optional<Instant> committedAt =
                kept(change, ChangeVariables.HEAD_COMMITTED_AT).map(Instant::parse);
        Optional<String> refusal = refusal(change, environment);
        return new Desk(
                change.ref(),
                headSha,
                committedAt.orElse(null),
                change.isRunning(),
                refusal.isEmpty(),
                refusal.orElse(null));
    }

    private Optional<String> refusal(Change change, EvidenceEnvironment environment) {
        if (!change.isRunning()) {
            return Optional.of("The change has ended, so it takes no more evidence.");
        }
        if (change.headSha() == null) {
            return Optional.of("The pull request has not been read yet. Try again in a few seconds.");
        }
        Person person = actingPerson.get();
        if (isApprover(person, change)) {
            return Optional.of("You approve this change, so you cannot add evidence to it. Ask somebody of its team.");
        }
        Optional<String> noAuthor = authors.refusal(change.processInstanceId(), environment, person);
        if (noAuthor.isPresent()) {
            return noAuthor;
        }
        boolean operator = isIn(person, change, ChangeVariables.PROD_OPERATORS_GROUP);
        if (environment == EvidenceEnvironment.BACKOUT) {
            return operator ? Optional.empty() : Optional.of("Evidence of a back-out comes from an operator.");
        }
        boolean may = kept(change, ChangeVariables.CREATOR)
                        .filter(person.userId()::equals)
                        .isPresent()
                || isIn(person, change, ChangeVariables.TEAM_GROUP)
                || (operator && environment == EvidenceEnvironment.PRODUCTION);
        return may
                ? Optional.empty()
                : Optional.of("Evidence comes from the requesting team or from an operator, and you are neither.");
    }

    private boolean isApprover(Person person, Change change) {
        return kept(change, ChangeVariables.SIDES_TAKEN).orElse(List.of()).stream()
                .filter(side -> side.side() == Side.ENGINEERING_LEAD || side.side() == Side.CONSOLE_SERVICES)
                .anyMatch(side -> side.userId().equals(person.userId()));
    }

    private boolean isIn(Person person, Change change, Variable<String> group) {
        return kept(change, group).filter(person.groups()::contains).isPresent();
    }

    private <T> Optional<T> kept(Change change, Variable<T> variable) {
        return change.isRunning() ? variable.find(runtimeService, change.processInstanceId()) : Optional.empty();
    }
}
