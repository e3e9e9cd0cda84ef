package io.rakegate.sandbox.people;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.stereotype.Component;

/** Everybody knows the sandbox's passwords, so it answers this machine only, unless somebody insists. */
@Component
class LoopbackOnly {

    private final @Nullable InetAddress address;
    private final boolean forced;

    LoopbackOnly(ServerProperties server, @Value("${rakegate.sandbox.force:false}") boolean forced) {
        this.address = server.getAddress();
        this.forced = forced;
    }

    /** Refuses the start where others could reach the sandbox. */
    void check() {
        boolean reachable = address == null || !address.isLoopbackAddress();
        if (reachable && !forced) {
            throw new IllegalStateException(
                    """
                    The sandbox has people whose passwords everybody knows, and it would listen on %s. \
                    Set server.address=127.0.0.1, or switch the sandbox off with rakegate.sandbox.enabled=false, \
                    or set rakegate.sandbox.force=true if nobody else can reach this machine.""".formatted(address == null ? "every network address" : address.getHostAddress()));
        }
    }
}
