package io.rakegate.process.task;

/** Puts what people wrote into a comment on GitHub, so that it is read as text and mentions nobody. */
final class Markdown {

    private Markdown() {}

    /** Text for one cell of a table or one line of a list. */
    static String cell(String written) {
        return written.replaceAll("\\s+", " ")
                .replaceAll("([\\\\`*_{}\\[\\]<>#|!~])", "\\\\$1")
                .replace("@", "@\u200b")
                .strip();
    }

    /** Text between two backticks, also inside a table. */
    static String code(String written) {
        return written.replaceAll("\\s+", " ")
                .replace('`', '\'')
                .replace("|", "¦")
                .strip();
    }
}
