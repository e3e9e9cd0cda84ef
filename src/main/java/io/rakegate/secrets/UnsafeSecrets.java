package io.rakegate.secrets;

import java.util.List;

/** The start is refused because of its secrets; says which, and never what they are. */
final class UnsafeSecrets extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsafeSecrets(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
