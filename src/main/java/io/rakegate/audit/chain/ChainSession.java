package io.rakegate.audit.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.interceptor.Session;

/**
 * The events of one command. They are written when the command is done, in its transaction; a failure there is a failure
 * of the command, so that nothing happens without its record.
 */
final class ChainSession implements Session {

    private final Chain chain;

    /** In the order of the changes' ids, so that two commands on the same changes lock them in the same order. */
    private final Map<String, List<NewEvent>> events = new TreeMap<>();

    ChainSession(Chain chain) {
        this.chain = chain;
    }

    void add(NewEvent event) {
        events.computeIfAbsent(event.instance(), instance -> new ArrayList<>()).add(event);
    }

    @Override
    public void flush() {
        events.forEach(chain::append);
        events.clear();
    }

    @Override
    public void close() {
        events.clear();
    }
}
