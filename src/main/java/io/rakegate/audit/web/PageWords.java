package io.rakegate.audit.web;

import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.identity.Teams;
import io.rakegate.process.Waiting;
import io.rakegate.pullrequest.PullRequestRef;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the pages write people, times and commits. */
@Component
class PageWords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SHORT_SHA = 7;

    private final People people;
    private final Teams teams;

    PageWords(People people, Teams teams) {
        this.people = people;
        this.teams = teams;
    }

    /** A moment, to the minute. */
    public String time(@Nullable Instant moment) {
        return moment == null ? "" : TIME.format(moment);
    }

    /** A moment that is kept as text; the text itself if it is none. */
    public String moment(String text) {
        try {
            return TIME.format(DateTimeFormatter.ISO_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeParseException noMoment) {
            return text;
        }
    }

    /** How long it is from one moment to another, in its largest unit. */
    public String span(Instant from, Instant to) {
        return Spans.inWords(Duration.between(from, to).abs());
    }

    /** How long something took, in its largest unit. */
    public String duration(Duration span) {
        return Spans.inWords(span);
    }

    /** The start of a commit's name, as GitHub shows it. */
    public String sha(@Nullable String sha) {
        return sha == null || sha.length() <= SHORT_SHA
                ? String.valueOf(sha == null ? "" : sha)
                : sha.substring(0, SHORT_SHA);
    }

    /** A person by name and user id. */
    public String person(@Nullable String userId) {
        if (userId == null || userId.isEmpty()) {
            return "";
        }
        String name = people.find(userId).map(Person::name).orElse(userId);
        return name.equals(userId) ? userId : name + " (" + userId + ")";
    }

    /** Who is waited for. */
    public String turn(Waiting waiting) {
        return waiting.assignee() == null ? waiting.who() : person(waiting.assignee());
    }

    /** A team by its name, or its slug if it is gone from the configuration. */
    public String team(String slug) {
        return teams.find(slug).map(team -> team.name()).orElse(slug);
    }

    /** The path of a change's page. */
    public String pathOf(PullRequestRef ref) {
        return "/changes/" + ref.owner() + "/" + ref.repository() + "/" + ref.number();
    }

    /** Where a file of evidence is downloaded. */
    public String fileOf(PullRequestRef ref, Object evidenceId) {
        return "/api" + pathOf(ref) + "/evidence/" + evidenceId + "/file";
    }

    /** Whether a text that came from elsewhere may stand behind a link: an address on the web and no script. */
    public boolean isLink(@Nullable String text) {
        if (text == null) {
            return false;
        }
        try {
            URI address = new URI(text);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (java.net.URISyntaxException noAddress) {
            return false;
        }
    }
}
