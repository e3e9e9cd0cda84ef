package io.rakegate.evidence.personaldata;

import static io.rakegate.evidence.personaldata.PersonalDataKind.CREDENTIAL;
import static io.rakegate.evidence.personaldata.PersonalDataKind.TOKEN;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tokens and keys that are known by how they begin, wherever they stand. */
final class Tokens {

    private static final List<String> AWS_PREFIXES = List.of("AKIA", "ASIA", "AROA", "AIDA", "AGPA", "ANPA");

    private static final int LONGEST_KEY_HEADER = 64;
    private static final int LONGEST_LOGIN = 200;
    private static final String KEY_END = "-----END";

    /** How a token begins, and how many characters of its alphabet have to follow at least. */
    private enum Form {
        GITHUB_PERSONAL("ghp_", 20, "_"),
        GITHUB_OAUTH("gho_", 20, "_"),
        GITHUB_USER("ghu_", 20, "_"),
        GITHUB_SERVER("ghs_", 20, "_-."),
        GITHUB_REFRESH("ghr_", 20, "_"),
        GITHUB_FINE_GRAINED("github_pat_", 20, "_"),
        GITLAB("glpat-", 16, "_-"),
        SLACK("xox", 12, "-"),
        SLACK_APP("xapp-", 12, "-"),
        STRIPE("sk_live_", 16, ""),
        NPM("npm_", 30, ""),
        SENDGRID("SG.", 30, "._-"),
        GOOGLE("AIza", 30, "_-"),
        BASIC("Basic ", 12, "+/="),
        BEARER("Bearer ", 16, "._-+/=~"),
        BEARER_SMALL("bearer ", 16, "._-+/=~"),
        SLACK_WEBHOOK("hooks.slack.com/services/", 20, "/");

        private final String beginning;
        private final int shortest;
        private final String alphabet;

        Form(String beginning, int shortest, String alphabet) {
            this.beginning = beginning;
            this.shortest = shortest;
            this.alphabet = alphabet;
        }
    }

    private static final Form[] FORMS = Form.values();

    private Tokens() {}

    /** The letters that a token may begin with. */
    static String beginnings() {
        StringBuilder letters = new StringBuilder("eA");
        for (Form form : FORMS) {
            letters.append(form.beginning.charAt(0));
        }
        return letters.toString();
    }

    /** A token that begins here. */
    static @Nullable Match at(Window window, int start) {
        char before = window.at(start - 1);
        if ((Chars.isWord(before) && !window.endsPercentAt(start)) || before == '_' || before == '-') {
            return null;
        }
        char first = window.at(start);
        if (first == 'e') {
            return jsonWebToken(window, start);
        }
        if (first == 'A' && isAws(window, start)) {
            return new Match(TOKEN, start, start + 20);
        }
        for (Form form : FORMS) {
            if (form.beginning.charAt(0) == first && window.startsWith(start, form.beginning)) {
                Match match = ofForm(window, start, form);
                if (match != null) {
                    return match;
                }
            }
        }
        return null;
    }

    /** A private key from its first dash to its last line, as far as it is in sight. */
    static @Nullable Match privateKey(Window window, int start) {
        if (!window.startsWith(start, "-----BEGIN ")) {
            return null;
        }
        int index = start + "-----BEGIN ".length();
        boolean isPrivate = false;
        while (index - start < LONGEST_KEY_HEADER && window.at(index) != '-') {
            isPrivate |= window.startsWith(index, "PRIVATE KEY");
            index++;
        }
        return isPrivate ? new Match(TOKEN, start, endOfKey(window, index)) : null;
    }

    /** Index after the end of a private key, or after all that is in sight. */
    static int endOfKey(Window window, int from) {
        int index = from;
        while (index < window.length() && !window.startsWith(index, KEY_END)) {
            index++;
        }
        index += KEY_END.length();
        int longest = index + LONGEST_KEY_HEADER;
        while (index < longest && index < window.length() && !window.startsWith(index, "-----")) {
            index++;
        }
        return Math.min(window.length(), index + 5);
    }

    /** Index after the characters of a token that go on here. */
    static int endOfToken(Window window, int from) {
        return endOf(window, from, "._-+/=~");
    }

    /** The password of {@code scheme://user:password@host}, where its colon stands. */
    static @Nullable Match login(Window window, int colon) {
        int index = colon + 3;
        int second = -1;
        while (index - colon < LONGEST_LOGIN && !endsLogin(window.at(index))) {
            if (window.at(index) == ':' && second < 0) {
                second = index;
            }
            if (window.at(index) == '@') {
                boolean plain = second > 0
                        && index > second + 1
                        && !Values.isMasked(window.text(second + 1, index))
                        && Chars.isWord(window.at(index + 1));
                return plain ? new Match(CREDENTIAL, second + 1, index) : null;
            }
            index++;
        }
        return null;
    }

    private static boolean endsLogin(char c) {
        return c == '/' || c == ' ' || c == '"' || c == '\'' || c == '<' || c == '>' || Chars.isLineEnd(c);
    }

    private static @Nullable Match ofForm(Window window, int start, Form form) {
        int bodyStart = start + form.beginning.length();
        int end = endOf(window, bodyStart, form.alphabet);
        boolean shape = form != Form.SLACK
                || (window.at(bodyStart + 1) == '-' && "abeoprsc".indexOf(window.at(bodyStart)) >= 0);
        boolean random = form.shortest > 16
                || hasDigit(window, bodyStart, end)
                || (form == Form.BASIC && window.at(end - 1) == '=');
        return shape && random && end - bodyStart >= form.shortest ? new Match(TOKEN, start, end) : null;
    }

    private static boolean hasDigit(Window window, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Chars.isDigit(window.at(i))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Match jsonWebToken(Window window, int start) {
        if (!window.startsWith(start, "eyJ")) {
            return null;
        }
        int headerEnd = endOf(window, start, "_-");
        if (window.at(headerEnd) != '.' || headerEnd - start < 10) {
            return null;
        }
        int payloadEnd = endOf(window, headerEnd + 1, "_-");
        if (payloadEnd - headerEnd < 8) {
            return null;
        }
        return new Match(
                TOKEN, start, window.at(payloadEnd) == '.' ? endOf(window, payloadEnd + 1, "_-.") : payloadEnd);
    }

    private static boolean isAws(Window window, int start) {
        boolean prefixed = AWS_PREFIXES.stream().anyMatch(prefix -> window.startsWith(start, prefix));
        boolean body = prefixed
                && IntStream.range(start + 4, start + 20)
                        .map(window::at)
                        .allMatch(c -> Chars.isDigit((char) c) || (c >= 'A' && c <= 'Z'));
        return body && !Chars.isWord(window.at(start + 20));
    }

    private static int endOf(Window window, int from, String alphabet) {
        int end = from;
        while (end < window.length() && isOf(window.at(end), alphabet)) {
            end++;
        }
        return end;
    }

    private static boolean isOf(char c, String alphabet) {
        return (c < 128 && Chars.isWord(c)) || alphabet.indexOf(c) >= 0;
    }
}
