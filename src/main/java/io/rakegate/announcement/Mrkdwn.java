package io.rakegate.announcement;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Puts what people wrote into an announcement, so that it is read as text: it can neither mention a channel, nor forge
 * a link, nor start a line of its own.
 *
 * <p>Slack has no way to escape {@code *}, {@code _} and {@code ~}: text with them may come out bold or struck through,
 * which changes how it looks and never what it says.
 */
public final class Mrkdwn {

    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    /** Marks that turn the reading direction, with which a text can be made to look like another. */
    private static final Pattern TURNS = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private Mrkdwn() {}

    /** The text on one line, with the three characters escaped that mean something to Slack. */
    public static String text(String text) {
        String line = TURNS.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("");
        return line.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * The same, kept short: what does not fit is left out and an ellipsis says so.
     *
     * @param limit how many characters the result may have, counted as Slack receives them, from 1
     */
    public static String text(String text, int limit) {
        String whole = text(text);
        if (whole.length() <= limit) {
            return whole;
        }
        StringBuilder kept = new StringBuilder();
        for (int codePoint : whole.codePoints().limit(limit).toArray()) {
            if (kept.length() + Character.charCount(codePoint) >= limit) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return withoutHalfAnEscape(kept.toString()).stripTrailing() + "…";
    }

    /**
     * A link that reads as the label.
     *
     * @throws IllegalArgumentException if the address is not an absolute one with http or https
     */
    public static String link(URI address, String label) {
        String scheme = address.getScheme();
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException("An announcement links to web pages only, not to " + address + ".");
        }
        String target = address.toASCIIString().replace("&", "&amp;").replace("|", "%7C");
        return "<" + target + "|" + text(label).replace("|", "¦") + ">";
    }

    /** Cutting "&amp;" in two would show a stray "&am". */
    private static String withoutHalfAnEscape(String kept) {
        int start = kept.lastIndexOf('&');
        return start >= 0 && kept.indexOf(';', start) < 0 ? kept.substring(0, start) : kept;
    }
}
