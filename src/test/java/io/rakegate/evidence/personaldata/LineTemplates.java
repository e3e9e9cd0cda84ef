package io.rakegate.evidence.personaldata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the templates of the labelled set: {@code {name}} harmless, {@code {!name}} what has to be found. */
final class LineTemplates {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(!?)([a-z][a-z0-9-]*)}");

    private static final List<String> FIRST = List.of(
            "Jane", "Robert", "María", "Dwayne", "Keisha", "Xiomara", "Thaddeus", "Anne-Marie", "Siobhán", "Wei");
    private static final List<String> LAST = List.of(
            "Doe", "Smith", "García", "Washington", "Nguyen", "Kowalczyk", "Okafor", "St. Clair", "MacLeod", "Ito");
    private static final List<String> STREET = List.of(
            "Main St",
            "Oak Avenue",
            "Elm Street",
            "N. Lincoln Blvd",
            "Maple Dr",
            "Sunset Ln Apt 4B",
            "5th Ave",
            "Cedar Court",
            "Old Mill Rd",
            "Martin Luther King Jr Blvd",
            "Deer Path Way",
            "County Hwy");
    private static final List<String> MONTHS = List.of(
            "January", "Feb", "March", "Apr", "May", "June", "Jul", "August", "Sept", "October", "Nov", "December");
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String ALPHANUMERIC = LETTERS + "0123456789";

    private static final Map<String, Function<LineTemplates, String>> PERSONAL = Map.ofEntries(
            Map.entry("ssn", t -> t.ssn("-")),
            Map.entry("ssn9", t -> t.ssn("")),
            Map.entry("ssn-blanks", t -> t.ssn(" ")),
            Map.entry("ssn-dots", t -> t.ssn(".")),
            Map.entry("icn", t -> "10" + t.digits(8) + "V" + t.digits(6)),
            Map.entry("edipi", t -> "1" + t.digits(9)),
            Map.entry("dob", t -> t.year() + "-" + t.two(12) + "-" + t.two(28)),
            Map.entry("dob8", t -> t.year() + t.two(12) + t.two(28)),
            Map.entry("dob-us", t -> t.two(12) + "/" + t.two(28) + "/" + t.year()),
            Map.entry("dob-us-encoded", t -> t.two(12) + "%2F" + t.two(28) + "%2F" + t.year()),
            Map.entry("dob-words", t -> t.one(MONTHS) + " " + t.number(1, 28) + ", " + t.year()),
            Map.entry("dob-day-first", t -> t.number(1, 28) + " " + t.one(MONTHS) + " " + t.year()),
            Map.entry("dob-ruby", t -> t.one(DAYS) + ", " + t.two(28) + " Jan " + t.year()),
            Map.entry("dob-new", t -> t.year() + ", " + t.number(1, 12) + ", " + t.number(1, 28)),
            Map.entry("email", t -> t.email("@")),
            Map.entry("email-encoded", t -> t.email("%40")),
            Map.entry("phone", t -> t.phone("-", "-")),
            Map.entry("phone10", t -> t.phone("", "")),
            Map.entry("phone7", t -> "555" + t.digits(4)),
            Map.entry("phone-dots", t -> t.phone(".", ".")),
            Map.entry("phone-blanks", t -> t.phone(" ", " ")),
            Map.entry("phone-brackets", t -> "(" + t.number(201, 989) + ") 555-" + t.digits(4)),
            Map.entry("phone-plus", t -> "+1 " + t.phone("-", "-")),
            Map.entry("phone-plus11", t -> "+1" + t.phone("", "")),
            Map.entry("phone-international", t -> "+44 20 7946 0" + t.digits(3)),
            Map.entry("street", t -> t.number(1, 19999) + " " + t.one(STREET)),
            Map.entry("street-name", t -> t.number(1, 999) + " Broadway"),
            Map.entry("street-small", t -> t.number(1, 9999) + " north elm street"),
            Map.entry("street-capitals", t -> t.number(1, 9999) + " WEST CEDAR LANE"),
            Map.entry("street-encoded", t -> t.number(1, 9999) + "+West+Elm+Street"),
            Map.entry("po-box", t -> "P.O. Box " + t.number(1, 9999)),
            Map.entry("first", t -> t.one(FIRST)),
            Map.entry("last", t -> t.one(LAST)),
            Map.entry("password", t -> t.text(LETTERS, 5) + "!" + t.digits(3)),
            Map.entry("password-url", t -> t.text(ALPHANUMERIC, 14)),
            Map.entry("basic", t -> t.text(ALPHANUMERIC, 22) + "=="),
            Map.entry("ghp", t -> "ghp_" + t.text(ALPHANUMERIC, 36)),
            Map.entry("ghs", t -> "ghs_" + t.text(ALPHANUMERIC, 36)),
            Map.entry("github-pat", t -> "github_pat_" + t.text(ALPHANUMERIC, 22) + "_" + t.text(ALPHANUMERIC, 59)),
            Map.entry("xoxb", t -> "xoxb-" + t.digits(12) + "-" + t.digits(13) + "-" + t.text(ALPHANUMERIC, 24)),
            Map.entry("akia", t -> "AKIA" + t.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16)),
            Map.entry("aws-secret", t -> t.text(ALPHANUMERIC, 19) + "/7" + t.text(ALPHANUMERIC, 19)),
            Map.entry(
                    "jwt", t -> "eyJhbGciOiJSUzI1NiJ9.eyJ" + t.text(ALPHANUMERIC, 60) + "." + t.text(ALPHANUMERIC, 43)),
            Map.entry("opaque", t -> t.text(ALPHANUMERIC, 31) + "7"),
            Map.entry("hex-secret", t -> t.text("0123456789abcdef", 128)),
            Map.entry("key-body", t -> t.text(ALPHANUMERIC + "+/", 400)),
            Map.entry(
                    "slack-hook",
                    t -> "T0" + t.text(ALPHANUMERIC, 8) + "/B0" + t.text(ALPHANUMERIC, 8) + "/"
                            + t.text(ALPHANUMERIC, 24)));

    private static final Map<String, Function<LineTemplates, String>> HARMLESS = Map.ofEntries(
            Map.entry("uuid", t -> "%s-%s-4%s-a%s-%s".formatted(t.hex(8), t.hex(4), t.hex(3), t.hex(3), t.hex(12))),
            Map.entry("int", t -> t.number(1, t.random.nextInt(5) == 1 ? 99_999 : 999)),
            Map.entry("big", t -> t.number(1_000_000, 9_999_999)),
            Map.entry("comma", t -> t.number(1, 9) + "," + t.digits(3) + "," + t.digits(3)),
            Map.entry("id9", t -> t.number(100_000_000, 999_999_999)),
            Map.entry("id10", t -> "1" + t.digits(9)),
            Map.entry("id12", t -> "1" + t.digits(11)),
            Map.entry("id19", t -> "1" + t.digits(18)),
            Map.entry("epoch", t -> "17" + t.digits(8)),
            Map.entry("epoch13", t -> "17" + t.digits(11)),
            Map.entry("hex5", t -> t.hex(5)),
            Map.entry("hex7", t -> t.hex(7)),
            Map.entry("hex8", t -> t.hex(8)),
            Map.entry("hex10", t -> t.hex(10)),
            Map.entry("hex16", t -> t.hex(16)),
            Map.entry("hex17", t -> t.hex(17)),
            Map.entry("hex24", t -> t.hex(24)),
            Map.entry("hex32", t -> t.hex(32)),
            Map.entry("hex40", t -> t.hex(40)),
            Map.entry("hex64", t -> t.hex(64)),
            Map.entry("ms", t -> t.number(0, 9999) + "." + t.digits(t.random.nextInt(3) + 1)),
            Map.entry("ip", t -> "10." + t.number(0, 255) + "." + t.number(0, 255) + "." + t.number(1, 254)),
            Map.entry("date", t -> "2026-" + t.two(12) + "-" + t.two(28)),
            Map.entry(
                    "ts",
                    t -> "2026-" + t.two(12) + "-" + t.two(28) + " " + t.two(23) + ":" + t.two(59) + ":" + t.two(59)),
            Map.entry(
                    "iso",
                    t -> "2026-" + t.two(12) + "-" + t.two(28) + "T" + t.two(23) + ":" + t.two(59) + ":" + t.two(59)
                            + "." + t.digits(6) + "Z"),
            Map.entry("b64", t -> t.text(ALPHANUMERIC + "+/", 76)),
            Map.entry(
                    "csvnum",
                    t -> t.number(1, 999) + "," + t.digits(9) + "," + t.digits(10) + ",2026-" + t.two(12) + "-01"));

    private final Random random;
    private final List<String> sensitive = new ArrayList<>();

    private LineTemplates(long seed) {
        random = new Random(seed);
    }

    /** A line made from a template, with the values in it that have to be found. */
    record Filled(String text, List<String> sensitive) {}

    static Filled fill(String template, int variant) {
        LineTemplates templates = new LineTemplates(31L * template.hashCode() + variant);
        StringBuilder line = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            matcher.appendReplacement(
                    line, Matcher.quoteReplacement(templates.value(matcher.group(1), matcher.group(2))));
        }
        matcher.appendTail(line);
        return new Filled(line.toString(), templates.sensitive);
    }

    private String value(String mark, String name) {
        Map<String, Function<LineTemplates, String>> values = mark.isEmpty() ? HARMLESS : PERSONAL;
        Function<LineTemplates, String> maker = values.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("No template value is called " + mark + name);
        }
        String value = maker.apply(this);
        if (!mark.isEmpty()) {
            sensitive.add(value);
        }
        return value;
    }

    private String ssn(String separator) {
        return number(100, 665) + separator + two(99) + separator + number(1000, 9999);
    }

    private String email(String sign) {
        String first = List.of("jane", "r.smith", "maria_g", "vets.gov.user+" + number(1, 300), "x")
                .get(random.nextInt(5));
        return first
                + sign
                + List.of("example.com", "gmail.com", "va.gov", "mail.example.org", "id.me")
                        .get(random.nextInt(5));
    }

    private String phone(String first, String second) {
        return number(201, 989) + first + number(200, 999) + second + digits(4);
    }

    private String year() {
        return number(1925, 2005);
    }

    private String two(int most) {
        return "%02d".formatted(random.nextInt(most) + 1);
    }

    private String number(int least, int most) {
        return String.valueOf(least + random.nextInt(most - least + 1));
    }

    private String digits(int count) {
        return text("0123456789", count);
    }

    private String hex(int count) {
        return text("0123456789abcdef", count);
    }

    private String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private String one(List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
