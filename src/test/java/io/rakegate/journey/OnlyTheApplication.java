package io.rakegate.journey;

import java.io.IOException;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Leaves out what other tests have on the class path, so that what runs is what is shipped. */
public final class OnlyTheApplication extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
        return type.getResource().getURI().toString().contains("/test-classes/");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OnlyTheApplication;
    }

    @Override
    public int hashCode() {
        return OnlyTheApplication.class.hashCode();
    }
}
