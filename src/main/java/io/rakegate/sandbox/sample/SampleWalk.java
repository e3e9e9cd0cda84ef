package io.rakegate.sandbox.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.sample.OwnServer.Answer;
import io.rakegate.sandbox.sample.SampleChange.Opened;
import io.rakegate.sandbox.sample.SampleChange.Present;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a sample change one step on, by what the interface says about it now. It keeps nothing in memory, so it goes on
 * wherever a killed application left it.
 */
@InSandbox
@Component("sandboxSampleWalk")
class SampleWalk {

    static final String CHANGES = "/api/changes/sandbox/vets-api";
    static final String CONTROL = "/sandbox/github/control/sandbox/vets-api/pulls";

    private static final Logger log = LoggerFactory.getLogger(SampleWalk.class);
    private static final Set<String> NOT_FOR_A_REJECTION =
            Set.of(UserTask.ARRANGE_OPERATOR.id(), UserTask.APPROVE_AS_ENGINEERING_LEAD.id());
    private static final String READER = "auditor";

    private final OwnServer server;
    private final SampleActs acts;

    SampleWalk(OwnServer server, SampleActs acts) {
        this.server = server;
        this.acts = acts;
    }

    /** What one look at a sample came to. */
    enum Look {
        /** It is where it is meant to be. */
        ARRIVED,
        /** A person's act was done. */
        MOVED,
        /** Nothing is to be done until Rakegate has gone on. */
        WAITS
    }

    /** Looks at a sample and does the next thing that is due. */
    Look look(SampleChange sample) throws IOException, InterruptedException {
        OptionalInt number = numberOf(sample.pull());
        if (number.isEmpty()) {
            return moved(sample, open((Opened) sample.pull(), sample.creator()));
        }
        Answer found = server.get(READER, CHANGES + "/" + number.getAsInt());
        if (found.status() == 404) {
            return moved(sample, start(sample, number.getAsInt()));
        }
        if (!found.ok()) {
            return moved(sample, found);
        }
        return isThere(sample, number.getAsInt(), found.body())
                ? Look.ARRIVED
                : goOn(sample, number.getAsInt(), found.body());
    }

    /** The search for an operator waits from the start, beside everything else; it is alone once staging is done. */
    private boolean isThere(SampleChange sample, int number, JsonNode change) throws IOException, InterruptedException {
        return sample.goal().isReached(change) && (sample.goal() != Goal.OPERATOR || hasStagingEvidence(number));
    }

    private boolean hasStagingEvidence(int number) throws IOException, InterruptedException {
        return server.get(READER, CHANGES + "/" + number + "/evidence")
                .body()
                .findValuesAsText("environment")
                .contains(EvidenceEnvironment.STAGING.slug());
    }

    private Look goOn(SampleChange sample, int number, JsonNode change) throws IOException, InterruptedException {
        if (sample.goal() == Goal.WITHDRAWN) {
            return change.path("waitingFor").isEmpty() ? Look.WAITS : moved(sample, withdraw(sample, number));
        }
        for (JsonNode turn : change.path("waitingFor")) {
            if (!sample.goal().leaves(turn.path("task").asText()) && isOnTheWay(sample, turn)) {
                return moved(sample, acts.act(sample, number, turn));
            }
        }
        return change.path("waitingFor").isEmpty() || sample.goal() == Goal.OPERATOR
                ? merge(sample, number)
                : Look.WAITS;
    }

    /** A rejection needs one side only, and no operator. */
    private static boolean isOnTheWay(SampleChange sample, JsonNode turn) {
        return sample.goal() != Goal.REJECTED
                || !NOT_FOR_A_REJECTION.contains(turn.path("task").asText());
    }

    private OptionalInt numberOf(SampleChange.Pull pull) throws IOException, InterruptedException {
        if (pull instanceof Present present) {
            return OptionalInt.of(present.number());
        }
        for (JsonNode there : server.get(READER, CONTROL).body()) {
            if (there.path("title").asText().equals(((Opened) pull).title())) {
                return OptionalInt.of(there.path("number").asInt());
            }
        }
        return OptionalInt.empty();
    }

    private Answer open(Opened pull, String author) throws IOException, InterruptedException {
        return server.post(author, CONTROL, OpenedText.request(pull, author));
    }

    private Answer start(SampleChange sample, int number) throws IOException, InterruptedException {
        String link =
                server.get(READER, CONTROL + "/" + number).body().path("url").asText();
        return server.post(
                sample.creator(),
                "/api/changes",
                Map.of("pullRequest", link, "team", sample.team(), "command", sample.command()));
    }

    private Answer withdraw(SampleChange sample, int number) throws IOException, InterruptedException {
        return server.post(
                sample.creator(),
                CHANGES + "/" + number + "/withdrawal",
                Map.of(
                        "reason",
                        "The description shows personal data. It will come back as a new pull request without it."));
    }

    /** GitHub refuses the merge while the gate is not green, that is until both sides have approved. */
    private Look merge(SampleChange sample, int number) throws IOException, InterruptedException {
        JsonNode pull = server.get(READER, CONTROL + "/" + number).body();
        if (!pull.path("state").asText().equals("open")) {
            return Look.WAITS;
        }
        String person = sample.creator();
        if (!server.post(person, CONTROL + "/" + number + "/merge", Map.of("author", person))
                .ok()) {
            return Look.WAITS;
        }
        return Look.MOVED;
    }

    private static Look moved(SampleChange sample, Answer answer) {
        if (answer.ok()) {
            return Look.MOVED;
        }
        log.debug("The sample change \"{}\" has to wait: {} {}", sample.name(), answer.status(), answer.body());
        return Look.WAITS;
    }
}
