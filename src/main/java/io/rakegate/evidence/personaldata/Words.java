package io.rakegate.evidence.personaldata;

import java.util.Set;

/** Lists of words, written as text. */
final class Words {

    private Words() {}

    /** The words of a text that blanks part. */
    static Set<String> of(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
