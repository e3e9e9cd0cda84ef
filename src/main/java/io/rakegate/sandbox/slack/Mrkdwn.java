package io.rakegate.sandbox.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Slack's mark-up of messages: as the channel keeps it, and as HTML in which nothing is markup but what is made here. */
final class Mrkdwn {

    private static final Pattern BARE_AMPERSAND = Pattern.compile("&(?!(?:amp|lt|gt);)");
    private static final Pattern FENCE = Pattern.compile("```\\n?");
    private static final Pattern OUTER_BREAKS = Pattern.compile("^\\n+|\\n+$");
    private static final Pattern QUOTED = Pattern.compile("^&gt; ?(.*)$");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern TOKEN = Pattern.compile("<([^<>\\n]+)>");
    private static final Pattern BOLD = emphasis("\\*");
    private static final Pattern ITALIC = emphasis("_");
    private static final Pattern STRUCK = emphasis("~");
    private static final Pattern WEB = Pattern.compile("(?:https?://|mailto:)\\S+");

    /** Finished pieces of HTML wait outside the text, so that nothing is applied to them; these marks stand for them. */
    private static final char OPEN = '\uE000';

    private static final char CLOSE = '\uE001';
    private static final Pattern PIECE = Pattern.compile(OPEN + "(\\d{1,6})" + CLOSE);
    private static final Pattern RESERVED = Pattern.compile("[" + OPEN + CLOSE + "]");

    private final List<String> pieces = new ArrayList<>();

    private Mrkdwn() {}

    private static Pattern emphasis(String mark) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}%1$s])%1$s([^\\s%1$s](?:[^%1$s\\n]*[^\\s%1$s])?)%1$s(?![\\p{L}\\p{N}%1$s])"
                        .formatted(mark));
    }

    /** A text as Slack keeps it: stray ampersands are escaped, emoji become names. */
    static String asKept(String sent) {
        return Emoji.named(BARE_AMPERSAND.matcher(sent).replaceAll("&amp;"));
    }

    /** A kept text as HTML. */
    static String html(String kept) {
        return new Mrkdwn().blocks(RESERVED.matcher(kept).replaceAll(""));
    }

    private String blocks(String text) {
        StringBuilder html = new StringBuilder();
        String[] parts = FENCE.split(text, -1);
        for (int i = 0; i < parts.length; i++) {
            boolean fenced = i % 2 == 1 && i < parts.length - 1;
            boolean unclosed = i % 2 == 1 && !fenced;
            html.append(fenced ? "<pre>" + escaped(parts[i]) + "</pre>" : lines((unclosed ? "```" : "") + parts[i]));
        }
        return html.toString();
    }

    private String lines(String text) {
        StringBuilder html = new StringBuilder();
        String before = "";
        for (String line : OUTER_BREAKS.matcher(text).replaceAll("").lines().toList()) {
            Matcher quoted = QUOTED.matcher(line);
            boolean isQuote = quoted.matches();
            html.append(before);
            html.append(isQuote ? "<blockquote>" + inline(quoted.group(1)) + "</blockquote>" : inline(line));
            before = isQuote ? "" : "<br>";
        }
        return html.toString();
    }

    private String inline(String line) {
        String rest = TOKEN.matcher(line).replaceAll(found -> quoted(kept(token(found.group(1)))));
        rest = CODE.matcher(rest).replaceAll(found -> quoted(kept("<code>" + escaped(found.group(1)) + "</code>")));
        rest = Emoji.drawn(escaped(rest));
        rest = BOLD.matcher(rest).replaceAll("<strong>$1</strong>");
        rest = ITALIC.matcher(rest).replaceAll("<em>$1</em>");
        rest = STRUCK.matcher(rest).replaceAll("<s>$1</s>");
        return whole(rest);
    }

    /** Pieces may hold earlier pieces, such as a link within code. */
    private String whole(String html) {
        return PIECE.matcher(html).replaceAll(found -> quoted(whole(pieces.get(Integer.parseInt(found.group(1))))));
    }

    private String token(String inside) {
        int bar = inside.indexOf('|');
        String target = bar < 0 ? inside : inside.substring(0, bar);
        String label = bar < 0 ? target : inside.substring(bar + 1);
        if (WEB.matcher(target).matches()) {
            return "<a href=\"%s\" rel=\"noopener noreferrer\">%s</a>".formatted(escaped(target), escaped(label));
        }
        return switch (target.charAt(0)) {
            case '#' -> "<a href=\"%s\">#%s</a>".formatted(escaped(target.substring(1)), escaped(withoutMark(label)));
            case '@', '!' -> "<span class=\"mention\">@%s</span>".formatted(escaped(withoutMark(label)));
            default -> escaped("<" + inside + ">");
        };
    }

    private static String withoutMark(String label) {
        return label.replaceFirst("^[#@!]", "");
    }

    private String kept(String html) {
        pieces.add(html);
        return OPEN + String.valueOf(pieces.size() - 1) + CLOSE;
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }

    /** Slack's three escapes are undone first, or they would be escaped a second time. */
    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(
                text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"), "UTF-8");
    }
}
