package io.rakegate.process;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;

/** The beans that a diagram may name: one per service task of the catalogue, and the intervals of its timers. */
public final class Delegates {

    /** What the diagrams call {@link ChangeTimers}. */
    public static final String TIMERS = "changeTimers";

    private Delegates() {}

    /** Their names. Nothing is created for it. */
    public static Set<String> names(ListableBeanFactory beans) {
        Set<String> names = new TreeSet<>();
        for (String name : beans.getBeanNamesForType(JavaDelegate.class, false, false)) {
            Class<?> type = beans.getType(name, false);
            if (type != null && type.getPackageName().equals(Delegates.class.getPackageName() + ".task")) {
                names.add(name);
            }
        }
        if (beans.containsBean(TIMERS)) {
            names.add(TIMERS);
        }
        return Collections.unmodifiableSet(names);
    }
}
