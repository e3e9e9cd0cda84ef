package io.rakegate.sandbox.slack;

import java.util.Locale;

/**
 * The few emoji that announcements use. Slack keeps them by name: a text read back is not the text that was sent, and a
 * client that compares the two is wrong.
 */
enum Emoji {
    ALARM_CLOCK("⏰"),
    BELL("🔔"),
    CALENDAR("📅", "date"),
    HOURGLASS("⏳", "hourglass_flowing_sand"),
    NO_ENTRY("⛔"),
    REPEAT("🔁"),
    ROCKET("🚀"),
    ROTATING_LIGHT("🚨"),
    TADA("🎉"),
    TURN_BACK("↩️", "leftwards_arrow_with_hook"),
    WARNING("⚠️"),
    WHITE_CHECK_MARK("✅"),
    X("❌");

    private final String sign;
    private final String shortName;

    Emoji(String sign) {
        this.sign = sign;
        this.shortName = name().toLowerCase(Locale.ROOT);
    }

    Emoji(String sign, String shortName) {
        this.sign = sign;
        this.shortName = shortName;
    }

    static String named(String text) {
        String named = text;
        for (Emoji emoji : values()) {
            named = named.replace(emoji.sign, ":" + emoji.shortName + ":");
        }
        return named;
    }

    static String drawn(String text) {
        String drawn = text;
        for (Emoji emoji : values()) {
            drawn = drawn.replace(":" + emoji.shortName + ":", emoji.sign);
        }
        return drawn;
    }
}
