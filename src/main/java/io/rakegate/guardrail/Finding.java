package io.rakegate.guardrail;

/**
 * Something in a diagram or form that keeps it from being deployed.
 *
 * @param file the file's name
 * @param element id of the element it is about, or the element's kind where it has no id
 * @param sentence what is wrong, and what to do
 */
public record Finding(String file, String element, String sentence) {

    @Override
    public String toString() {
        return file + ", " + element + ": " + sentence;
    }
}
