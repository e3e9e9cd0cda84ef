package io.rakegate.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** What is left to chance; the same for the same seed. */
final class Chance {

    /** Texts that programs stumble over. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "true",
            "-1",
            "0",
            "99999999999999999999",
            "1e400",
            "NaN",
            "2024-13-45T25:61:61.000+9999",
            "2024-01-01T00:00:00.000+0000",
            "*",
            "%",
            "_",
            "\\",
            "'",
            "\"",
            "' or 1=1 --",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\uFFFE\uFEFF",
            "😀",
            "../../etc/passwd",
            "..\\..\\x",
            "http://127.0.0.1:1/",
            "${1+1}",
            "#{1+1}",
            "<x>&amp;</x>",
            "a,b,c",
            "name_eq_value",
            "x_eq_",
            "_eq_1,x_gt_y",
            "desc",
            "{}",
            "[]");

    private final SplittableRandom random;
    private final Map<String, List<String>> known;

    /** @param known ids that exist, by a part of the name that asks for one */
    Chance(long seed, Map<String, List<String>> known) {
        this.random = new SplittableRandom(seed);
        this.known = known;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    long number() {
        return random.nextLong();
    }

    String text() {
        return pick(TEXTS);
    }

    /** Something that exists, and more often than not of the kind that the name asks for. */
    String id(String name) {
        for (Map.Entry<String, List<String>> ids : known.entrySet()) {
            if (name.toLowerCase(Locale.ROOT).contains(ids.getKey())) {
                return pick(ids.getValue());
            }
        }
        return pick(known.values().stream().flatMap(List::stream).toList());
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
