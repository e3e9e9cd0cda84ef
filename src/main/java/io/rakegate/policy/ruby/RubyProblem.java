package io.rakegate.policy.ruby;

/**
 * Why a text cannot be read as Ruby.
 *
 * @param line line of the place, from 1; 0 if it is about the whole file
 * @param column column of the place in characters, from 1; 0 if it is about the whole file
 * @param sentence what is wrong there, as a whole sentence
 */
public record RubyProblem(int line, int column, String sentence) {

    /** Looking at the file was given up. */
    public static RubyProblem of(RubyTooIntricate tooIntricate) {
        return ofTheFile(String.valueOf(tooIntricate.getMessage()));
    }

    static RubyProblem ofTheFile(String sentence) {
        return new RubyProblem(0, 0, sentence);
    }
}
