package io.rakegate.evidence.reading;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a log says it was written, by the tag of the deployment. The environment of Rails is no such tag: staging logs
 * say {@code "environment":"production"} as a matter of course.
 *
 * @param environment one of local, development, staging, production, or another place that is none of these
 * @param text the tag as the log has it
 * @param line the line it was first seen on, from 1
 */
public record DeploymentTag(String environment, String text, long line) {

    private static final Pattern TAG = Pattern.compile(
            "(?<![a-z0-9])(?:deployment(?:[_-]?env(?:ironment)?)?|deploy[_-]?env(?:ironment)?|vsp[_-]?env(?:ironment)?|dd[._]env)"
                    + "\\\\?[\"']?\\s{0,3}(?:=>|[:=])\\s{0,3}\\\\?[\"']?([a-z0-9][a-z0-9_.-]{0,63})"
                    + "|\\[env:\\s?([a-z0-9_.-]{1,64})]",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> ENVIRONMENTS = Map.ofEntries(
            Map.entry("local", "local"),
            Map.entry("localhost", "local"),
            Map.entry("dev", "development"),
            Map.entry("development", "development"),
            Map.entry("staging", "staging"),
            Map.entry("stage", "staging"),
            Map.entry("stg", "staging"),
            Map.entry("prod", "production"),
            Map.entry("prd", "production"),
            Map.entry("production", "production"),
            Map.entry("sandbox", "sandbox"),
            Map.entry("review", "review"),
            Map.entry("preview", "preview"),
            Map.entry("qa", "qa"),
            Map.entry("uat", "uat"));

    /**
     * Every environment that a log's tags name, each where it is named first.
     *
     * @param log read to its end; the caller closes it
     */
    public static List<DeploymentTag> allIn(Reader log) throws IOException {
        LogLines lines = new LogLines(log);
        Map<String, DeploymentTag> found = new LinkedHashMap<>();
        for (String line; (line = lines.next()) != null; ) {
            in(line, lines.number()).forEach(tag -> found.putIfAbsent(tag.environment(), tag));
        }
        return List.copyOf(found.values());
    }

    static List<DeploymentTag> in(String line, long number) {
        List<DeploymentTag> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(line);
        while (matcher.find()) {
            String value = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            environmentOf(value)
                    .ifPresent(environment -> tags.add(new DeploymentTag(environment, matcher.group(), number)));
        }
        return tags;
    }

    /** Deployments are named like {@code vets-api-staging}: the last word that is an environment counts. */
    private static Optional<String> environmentOf(String value) {
        @Nullable String environment = null;
        for (String word : value.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
            environment = ENVIRONMENTS.getOrDefault(word, environment);
        }
        return Optional.ofNullable(environment);
    }
}
