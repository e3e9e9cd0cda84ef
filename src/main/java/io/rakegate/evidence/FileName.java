package io.rakegate.evidence;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of uploaded files: what a browser or a script sent, made harmless and still recognisable. */
final class FileName {

    private static final int LONGEST = 200;
    private static final String UNNAMED = "evidence";

    private FileName() {}

    /** The last part of a path, without control characters and characters that change the direction of writing. */
    static String clean(@Nullable String sent) {
        if (sent == null) {
            return UNNAMED;
        }
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        StringBuilder visible = new StringBuilder();
        last.codePoints().filter(FileName::isHarmless).forEach(visible::appendCodePoint);
        String name = Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
        if (name.chars().allMatch(c -> c == '.')) {
            return UNNAMED;
        }
        return shortened(name);
    }

    /** What follows the last dot, in lower case; empty if there is nothing of the kind. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        String extension = extension(name);
        String end = extension.length() > 10 ? "" : "." + extension;
        int cut = LONGEST - end.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(cut - 1)) ? cut - 1 : cut) + end;
    }
}
