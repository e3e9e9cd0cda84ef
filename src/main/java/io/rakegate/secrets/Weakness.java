package io.rakegate.secrets;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why a secret is none: too short, everybody's default, or the user's name. */
final class Weakness {

    /** Of these a secret needs more than this many different characters. */
    private static final int FEW_CHARACTERS = 5;

    /** What manuals, examples and this repository say, without what is commonly put around it. */
    private static final Set<String> KNOWN = Set.of(
            "password",
            "passwort",
            "passw0rd",
            "postgres",
            "postgresql",
            "rakegate",
            "camunda",
            "camundabpm",
            "admin",
            "administrator",
            "demo",
            "root",
            "secret",
            "mysecret",
            "topsecret",
            "changeme",
            "changeit",
            "changethis",
            "replaceme",
            "letmein",
            "default",
            "example",
            "test",
            "testtest",
            "token",
            "xoxb",
            "xoxbtest",
            "xoxbyourtoken",
            "webhook",
            "webhooksecret",
            "clientsecret",
            "qwerty",
            "qwertyuiop",
            "sandbox",
            "sandboxtoken",
            "sandboxwebhooksecret",
            "xoxbsandbox",
            "correcthorsebatterystaple");

    private Weakness() {}

    /** What is wrong with this value, as a sentence without it; empty if nothing is. */
    static Optional<String> of(Secret secret, String value, String unlike) {
        if (isKnown(value)) {
            return say(secret, "is one that everybody knows from a manual or an example");
        }
        if (value.length() < secret.atLeast()) {
            return say(secret, "is shorter than " + secret.atLeast() + " characters");
        }
        if (value.chars().distinct().count() <= FEW_CHARACTERS) {
            return say(secret, "repeats a few characters");
        }
        if (!unlike.isBlank() && value.toLowerCase(Locale.ROOT).contains(unlike.toLowerCase(Locale.ROOT))) {
            return say(secret, "contains the value of " + secret.unlike());
        }
        return Optional.empty();
    }

    private static Optional<String> say(Secret secret, String what) {
        return Optional.of(
                "%s %s. Set it to a random one, such as openssl rand -hex 24 prints, or to what its issuer gave you."
                        .formatted(secret.property(), what));
    }

    /** Digits and signs around a known word do not make a secret of it. */
    private static boolean isKnown(String value) {
        String word = value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String withoutDigits = word.replaceAll("^[0-9]+|[0-9]+$", "");
        return KNOWN.contains(word) || KNOWN.contains(withoutDigits) || (withoutDigits.isEmpty() && word.length() < 20);
    }
}
