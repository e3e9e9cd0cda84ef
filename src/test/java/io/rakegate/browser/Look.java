package io.rakegate.browser;

import java.util.List;
import java.util.Map;

/**
 * How a page is looked at.
 *
 * @param name what to call it in the name of a screenshot
 * @param width how wide the window is, in CSS pixels
 * @param scheme light or dark
 */
record Look(String name, int width, String scheme) {

    /** Wide and narrow, light and dark. */
    static final List<Look> ALL = List.of(
            new Look("wide-light", 1400, "light"),
            new Look("wide-dark", 1400, "dark"),
            new Look("narrow-light", 390, "light"),
            new Look("narrow-dark", 390, "dark"));

    /** Dark comes after the same width in light, of which it has everything but the colours. */
    boolean isDark() {
        return scheme.equals("dark");
    }

    Map<String, Object> window() {
        return Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false);
    }

    Map<String, Object> media() {
        return Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme)));
    }
}
