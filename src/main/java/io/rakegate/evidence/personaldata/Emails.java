package io.rakegate.evidence.personaldata;

import static io.rakegate.evidence.personaldata.PersonalDataKind.EMAIL;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** E-mail addresses, percent-encoded ones included. */
final class Emails {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 120;

    /** Ends of names of machines and files, which no mail goes to. */
    private static final Set<String> NO_MAIL = Words.of("""
            internal local localhost localdomain lan cluster svc mail png jpg jpeg gif svg webp css js rb git
            service target socket""");

    private Emails() {}

    /**
     * The address around an at sign.
     *
     * @param sign index of the sign
     * @param width 1 for {@code @}, 3 for {@code %40}
     */
    static @Nullable Match around(Window window, int sign, int width) {
        int start = startOfLocal(window, sign);
        int end = endOfDomain(window, sign + width);
        if (start == sign || end < 0 || isRepository(window, start, sign, end) || isNoReply(window, sign + width)) {
            return null;
        }
        return new Match(EMAIL, start, end);
    }

    private static int startOfLocal(Window window, int sign) {
        int start = sign;
        while (sign - start < LONGEST_LOCAL && isLocal(window.at(start - 1))) {
            start--;
        }
        while (start < sign && !Chars.isWord(window.at(start)) && window.at(start) != '_') {
            start++;
        }
        return Chars.isWord(window.at(sign - 1)) || "_+-".indexOf(window.at(sign - 1)) >= 0 ? start : sign;
    }

    private static int endOfDomain(Window window, int start) {
        int index = start;
        int lastDot = -1;
        while (index - start < LONGEST_DOMAIN) {
            char c = window.at(index);
            if (c == '.' && Chars.isWord(window.at(index - 1)) && Chars.isWord(window.at(index + 1))) {
                lastDot = index;
            } else if (!Chars.isWord(c) && !(c == '-' && index > start)) {
                break;
            }
            index++;
        }
        if (lastDot < 0) {
            return -1;
        }
        return isTopLevel(window, lastDot + 1, index) ? index : -1;
    }

    private static boolean isTopLevel(Window window, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Chars.isLetter(window.at(i))) {
                return false;
            }
        }
        return end - start >= 2
                && end - start <= 24
                && !NO_MAIL.contains(window.text(start, end).toLowerCase(Locale.ROOT));
    }

    /** {@code git@github.com:owner/repository} is where code is fetched from. */
    private static boolean isRepository(Window window, int start, int sign, int end) {
        return sign - start == 3 && window.startsWith(start, "git") && (window.at(end) == ':' || window.at(end) == '/');
    }

    /** Where GitHub hides its users' addresses. */
    private static boolean isNoReply(Window window, int domain) {
        return window.startsWith(domain, "users.noreply.github.com");
    }

    private static boolean isLocal(char c) {
        return Chars.isWord(c) || c == '.' || c == '_' || c == '+' || c == '-' || c == '%' || c == '\'';
    }
}
