package io.rakegate.architecture;

import io.rakegate.RakegateApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void modulesUseEachOtherOnlyAsTheyDeclareAndWithoutCycles() {
        ApplicationModules.of(RakegateApplication.class).verify();
    }
}
