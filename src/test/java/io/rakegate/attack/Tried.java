package io.rakegate.attack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a test method tries, for the table in docs/security.md. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Tried {

    /** What is tried. */
    String value();

    /** Where. */
    String surface() default "`/engine-rest`";

    /** What comes of it. */
    String outcome() default "403 with a sentence; nothing changes; in the operation log";
}
