package io.rakegate.process.engine;

import io.rakegate.process.Delegates;
import java.util.AbstractMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Lets expressions reach the beans of the catalogue and no others; the engine's default is every bean there is. Scripts
 * find no engine to run in.
 */
final class CatalogueBeans extends AbstractProcessEnginePlugin {

    private final ListableBeanFactory beans;

    CatalogueBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(new Reachable());
        engine.setScriptEngineResolver(new NoScripts());
    }

    /** Fetches a bean when an expression asks for it, because beans need the engine and it needs their names. */
    private final class Reachable extends AbstractMap<Object, Object> {

        @Override
        public boolean containsKey(@Nullable Object name) {
            return Delegates.names(beans).contains(name);
        }

        @Override
        public @Nullable Object get(@Nullable Object name) {
            return name instanceof String bean && containsKey(bean) ? beans.getBean(bean) : null;
        }

        @Override
        public Set<Entry<Object, Object>> entrySet() {
            return Delegates.names(beans).stream()
                    .map(name -> new SimpleImmutableEntry<Object, Object>(name, beans.getBean(name)))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
